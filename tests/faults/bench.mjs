// A page on which faults are tried: what it is made to do, and what it asked.

import { expect } from "@playwright/test";

import { pageAddress } from "../e2e/chromium.mjs";
import { isSend } from "../e2e/emulator.mjs";
import * as guide from "../e2e/guide.mjs";
import { watch } from "../e2e/watch.mjs";

/** A file of the page's origin that is not the page. */
export const OTHER_FILE = "practice-worker.js";

export class Bench {
  /** Watches a page that is not open yet. */
  static async at(page, desk) {
    const bench = new Bench();
    Object.assign(bench, { page, desk, seen: await watch(page), since: 0 });
    return bench;
  }

  /** Opens the page at a step, as after a reload: with a session in the tab, or what else `prepare` does. */
  async begin(step, { session, prepare = store, address = "/" } = {}) {
    if (session !== undefined || prepare !== store) {
      // The session is there before the page is.
      await this.page.goto(new URL(OTHER_FILE, new URL(address, pageAddress())).href);
      await this.page.evaluate(prepare, session);
    }
    await this.page.goto(address);
    await expect(guide.heading(this.page)).toBeVisible();
    if (step !== undefined) {
      await guide.expectStep(this.page, step);
    }
    if (step === "read") {
      await expect(guide.conversation(this.page)).toBeVisible();
    }
    if (step === "reply") {
      // The name is not stored: the messages have told it.
      await expect(this.page.getByText(`to ${guide.CUSTOMER}.`)).toBeVisible();
    }
    this.mark();
  }

  /** Counts from here, requests and time. */
  mark() {
    this.since = this.seen.requests.length;
    this.waited = untilAlert(this.page);
  }

  /** What was asked of Graph since then: each call of `fetch` once, whatever the browser made of it. */
  asked() {
    const requests = this.seen.requests.slice(this.since);
    // But for the question whether Graph can be reached at all.
    const isProbe = ({ body }) => body.includes("suppress_http_code");
    return requests.filter((it) => new URL(it.url).host === "graph.facebook.com" && !isProbe(it));
  }

  sends() {
    return this.asked().filter(({ url, body }) => isSend(url, [...new URLSearchParams(body)])).length;
  }

  reads() {
    return this.asked().length - this.sends();
  }

  // Acts.

  /** Before there is a token: brings one. */
  async bringToken(token) {
    await guide.mark(this.page, "Live");
    this.mark();
    await guide.bringToken(this.page, token);
  }

  /** At step 2: asks for the Pages. */
  async getPages() {
    this.mark();
    await guide.button(this.page, "Get my Pages").click();
  }

  /** At step 3: reads the messages once more. */
  async readAgain() {
    this.mark();
    await guide.button(this.page, "Read again").click();
  }

  /** Reads the messages, by an act that does so, until Graph has the call: no later fault strikes it. */
  async untilMet(read) {
    const met = async () => {
      const requests = await this.desk.emulator.requests();
      return requests.filter(({ url }) => url.includes("/t_")).length;
    };
    const before = await met();
    await read();
    await expect.poll(met, "it is asked").toBeGreaterThan(before);
  }

  /** After a read failed: reads again, which must work. */
  async tryAgain() {
    await this.untilMet(() => guide.button(this.page, "Try again").click());
    await expect(this.page.locator("[data-focus=alert], .fr-progress")).toHaveCount(0);
    await expect(guide.conversation(this.page)).toBeVisible();
  }

  /** At step 4: sends a reply. */
  async send(text) {
    await guide.replyField(this.page).fill(text);
    this.mark();
    await guide.button(this.page, "Send the reply").click();
  }
}

const store = (text) => sessionStorage.setItem("first-reply", text);

/** The seconds from now until a new alert is there, as the page's own clock has them. */
async function untilAlert(page) {
  const seconds = page.evaluate(
    () =>
      new Promise((resolve) => {
        const alert = () => document.querySelector("[data-focus=alert]");
        const old = alert();
        const from = performance.now();
        const look = new MutationObserver(() => {
          if (alert() && alert() !== old) {
            look.disconnect();
            resolve((performance.now() - from) / 1000);
          }
        });
        look.observe(document.body, { subtree: true, childList: true });
      }),
  );
  return seconds.catch(() => undefined); // The page was left without one.
}
