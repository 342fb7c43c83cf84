// What the rows share. Import `test` and `expect` from here.

import { chromium, test as base } from "@playwright/test";

import { launchOptions } from "../e2e/chromium.mjs";
import { asGraph, startEmulator } from "../e2e/emulator.mjs";
import * as guide from "../e2e/guide.mjs";
import { slow } from "../e2e/slow.mjs";
import { Bench } from "./bench.mjs";
import { startWire } from "./wire.mjs";

export { expect } from "@playwright/test";

export const test = base.extend({
  /** The emulator, the wire to it, a browser in which both are Graph, and sessions to begin with. */
  graph: [
    async ({}, use) => {
      const emulator = await startEmulator();
      const wire = await startWire(Number(new URL(emulator.https).port));
      const options = launchOptions(asGraph(emulator, wire.port));
      const browser = await chromium.launch(options);
      await use({ emulator, wire, options, browser, sessions: await goOnce(browser, emulator) });
      await browser.close();
      await wire.stop();
      await emulator.stop();
    },
    { scope: "worker" },
  ],

  emulator: ({ graph }, use) => use(graph.emulator),
  wire: ({ graph }, use) => use(graph.wire),

  /** Opens pages for a test, and writes down what they did. */
  desk: async ({ graph }, use, testInfo) => {
    await graph.wire.mend();
    await graph.emulator.reset();
    const desk = new Desk(graph, testInfo);
    await use(desk);
    await desk.close();
  },
});

class Desk {
  #graph;
  #testInfo;
  #open = [];

  constructor(graph, testInfo) {
    this.#graph = graph;
    this.#testInfo = testInfo;
  }

  get emulator() {
    return this.#graph.emulator;
  }

  /** An empty page in a context of its own. */
  async page({ browser = this.#graph.browser, ...options } = {}) {
    const context = await browser.newContext({ baseURL: process.env.FIRST_REPLY_URL, ...options });
    this.later(() => context.close());
    const page = await context.newPage();
    await slow(page);
    return page;
  }

  /**
   * The page at a step; without one, before there is a token. `init` runs in it before it starts,
   * with `initWith`.
   */
  async open(step, { browser, init, initWith, ...begin } = {}) {
    const bench = await Bench.at(await this.page({ browser }), this);
    if (init !== undefined) {
      await bench.page.addInitScript(init, initWith);
    }
    await bench.begin(step, { session: this.#graph.sessions[step], ...begin });
    return bench;
  }

  /** A browser that is started in another way: to it another address is Graph, and so on. */
  async browser(options = {}) {
    const browser = await chromium.launch({ ...this.#graph.options, ...options });
    this.later(() => browser.close());
    return browser;
  }

  /** What has to be closed when the test ends. */
  later(close) {
    this.#open.unshift(close);
  }

  async close() {
    for (const close of this.#open) {
      await close();
    }
  }

  /** A line of the table. */
  tell(injected, did) {
    const description = JSON.stringify({ injected, did });
    this.#testInfo.annotations.push({ type: "row", description });
  }
}

/** The way from a token to step 4, once, and what the tab stored on it, by step. */
async function goOnce(browser, emulator) {
  const context = await browser.newContext({ baseURL: process.env.FIRST_REPLY_URL });
  const page = await context.newPage();
  const stored = () => page.evaluate(() => sessionStorage.getItem("first-reply"));
  await guide.open(page);
  await guide.connectLive(page, emulator.user_token);
  await guide.goOn(page, "start");
  await guide.goOn(page, "ids");
  const ids = await stored();
  await guide.choosePage(page);
  await guide.chooseConversation(page);
  await guide.goOn(page, "read");
  await guide.conversation(page).waitFor();
  const read = await stored();
  await guide.goOn(page, "reply");
  const reply = await stored();
  await context.close();
  return { ids, read, reply };
}
