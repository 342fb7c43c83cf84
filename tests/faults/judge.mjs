// What is expected of the page in every row.

import { expect } from "@playwright/test";

import * as guide from "../e2e/guide.mjs";

export const UNKNOWN = "Nobody can tell whether the reply was sent";

/** The way on from there. */
export const AGAIN = "Send again";

/** Longer than a reply is looked for. */
const SETTLED = { timeout: 30_000 };

/**
 * A failure that is told: an alert has the focus and says what `shows`, offers a way on (`next`
 * among the others), keeps what was typed, and gives the details in `said`. `reads` and `sends` say
 * how often the page may have asked: a number, or `[least, most]`. `patience` is in
 * milliseconds; the alert came after `seconds`, `[least, most]`.
 */
export async function judge(bench, injected, told) {
  const { shows, next, said = {}, kept, reads, sends = 0, seconds, patience = 30_000, arrived } = told;
  const { page } = bench;
  const alert = page.locator(arrived ? "[data-focus=warning]" : "[data-focus=alert]");
  await expect(alert, `${injected}: the alert`).toContainText(shows, { timeout: patience });
  await expect(page.locator(".fr-progress"), "waits").toHaveCount(0, SETTLED);
  // Counted before the devtools are asked for the history: when they leave, Chromium takes an
  // emulated network for online again.
  const counts = expectCounts(bench, injected, { reads, sends });
  const title = await alert.getByRole("heading").first().innerText();
  await expectCalm(bench, { typed: kept?.token, arrived });
  await expect(alert, `${injected}: the focus`).toBeFocused();
  for (const [name, value] of Object.entries(said)) {
    await expect(guide.said(page, name), name).toHaveText(value);
  }
  const texts = await alert.locator("button, a[href]").allTextContents();
  const ways = texts.map((text) => text.replace(/\s*\(opens in a new tab\)/, ""));
  const screen = page.getByRole("main").locator("button, a[href]");
  expect(ways.length + (await screen.count()), `${injected}: a way on`).toBeGreaterThan(0);
  if (next !== undefined) {
    await expect(screen.filter({ hasText: next }).first(), next).toBeVisible();
  }
  await expectKept(bench, kept);
  const offers = (ways.length > 0 ? ways : [next]).join(" · ");
  const time = seconds && (await expectTime(bench, injected, seconds));
  bench.desk.tell(injected, [`“${title}”`, time, counts, offers].filter(Boolean).join("; "));
}

/** A reply whose answer is lost, but which arrived: the page finds it by itself. */
export async function judgeFound(bench, injected, { sends = 1, seconds, patience = 30_000 } = {}) {
  await expect(guide.heading(bench.page), injected).toHaveText(guide.STEPS.done, { timeout: patience });
  const time = seconds && (await expectTime(bench, injected, seconds));
  const did = "finds the reply in the conversation, by a message ID that was not there before";
  await judgeFine(bench, injected, [time, did].filter(Boolean).join(": "), { sends });
}

/** A fault that the page gets over: what it `did`, and nothing of the common expectations broken. */
export async function judgeFine(bench, injected, did, counts) {
  await expectCalm(bench);
  const counted = counts && expectCounts(bench, injected, counts);
  bench.desk.tell(injected, [counted, did].filter(Boolean).join("; "));
}

/** No wait left, no panic, no error, no token anywhere, no other host. */
export async function expectCalm({ page, seen }, tokens) {
  await expect(page.locator(".fr-progress, [aria-busy=true]"), "waits").toHaveCount(0, SETTLED);
  await expect(page.locator("#panic-banner"), "the panic banner").toBeHidden();
  await expect(page.locator("#boot-failure"), "the failure to start").toBeHidden();
  seen.expectNoViolation();
  seen.expectHosts("graph.facebook.com");
  await seen.expectNoToken(tokens);
}

async function expectKept({ page }, kept) {
  if (kept?.token !== undefined) {
    await expect(page.getByLabel("Access token", { exact: true })).toHaveValue(kept.token);
  }
  if (kept?.reply !== undefined) {
    await expect(guide.replyField(page)).toHaveValue(kept.reply);
  }
}

async function expectTime({ waited }, injected, [least, most]) {
  const seconds = await waited;
  expect(seconds, `${injected}: seconds`).toBeGreaterThanOrEqual(least);
  expect(seconds, `${injected}: seconds`).toBeLessThanOrEqual(most);
  return `after ${seconds.toFixed(1)} s`;
}

function expectCounts(bench, injected, { reads, sends }) {
  const check = (count, wanted, what) => {
    const [least, most] = [wanted].flat().concat(wanted).slice(0, 2);
    expect(count, `${injected}: ${what}`).toBeGreaterThanOrEqual(least);
    expect(count, `${injected}: ${what}`).toBeLessThanOrEqual(most);
    return `${count} ${count === 1 ? what.slice(0, -1) : what}`;
  };
  const counted = [];
  if (sends !== undefined) {
    const count = check(bench.sends(), sends, "sends");
    counted.push(...(sends === 0 ? [] : [count]));
  }
  if (reads !== undefined) {
    counted.push(check(bench.reads(), reads, "reads"));
  }
  return counted.join(", ");
}
