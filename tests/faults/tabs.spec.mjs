// F35, F36, F39: reloads, the way back and forward, tabs that were copied.

import * as guide from "../e2e/guide.mjs";
import { startHost } from "../e2e/host.mjs";
import { Bench, OTHER_FILE } from "./bench.mjs";
import { graphError } from "./answer.mjs";
import { expect, test } from "./fixtures.mjs";
import { AGAIN, UNKNOWN, judge, judgeFine } from "./judge.mjs";

const SEND = { path_contains: "/messages?" };
const READ = { path_contains: "/t_" };

const copies = async (emulator, text) =>
  (await emulator.phone()).bubbles.filter((bubble) => bubble.text === text).length;

/** A reply that is under way. */
async function sendingWith(desk, text, fault) {
  const bench = await desk.open("reply");
  await desk.emulator.fail({ match: { ...SEND, body_contains: text }, ...fault });
  await bench.send(text);
  await expect.poll(() => bench.sends()).toBe(1);
  return bench;
}

test("F35 a reload while reading", async ({ desk, emulator }) => {
  const bench = await desk.open("read");
  await emulator.fail({ match: READ, hang: true });
  await bench.readAgain();
  await expect.poll(() => bench.reads()).toBe(1);
  await bench.page.reload();
  await guide.expectStep(bench.page, "read");
  await expect(guide.conversation(bench.page)).toBeVisible();
  await judgeFine(bench, "a reload while messages are read", "reads them again", { reads: 2 });
});

test("F35 a reload while sending: it arrives", async ({ desk, emulator }) => {
  const bench = await sendingWith(desk, "Arrives", { stall: true });
  await expect.poll(() => copies(emulator, "Arrives")).toBe(1);
  await bench.page.reload();
  await guide.expectDone(bench.page, "Arrives");
  expect(await copies(emulator, "Arrives")).toBe(1);
  await judgeFine(bench, "a reload while a reply is sent, which arrives", "looks for it, and finds it", { sends: 1 });
});

test("F35 a reload while sending: it does not arrive", async ({ desk, emulator }) => {
  const bench = await sendingWith(desk, "Lost", { hang: true });
  await bench.page.reload();
  await guide.expectStep(bench.page, "reply");
  await judge(bench, "a reload while a reply is sent, which is lost", {
    shows: UNKNOWN,
    kept: { reply: "Lost" },
    sends: 1,
    next: AGAIN,
  });
  expect(await emulator.countSends()).toBe(1);
});

test("F35 back and forward while sending", async ({ desk, emulator }) => {
  const bench = await sendingWith(desk, "Meanwhile", { delay_ms: 1500 });
  const { page } = bench;
  await page.evaluate(() => (location.hash = "#/read"));
  await guide.expectStep(page, "read");
  await page.goBack();
  await guide.expectDone(page, "Meanwhile");
  expect(await copies(emulator, "Meanwhile")).toBe(1);
  await judgeFine(bench, "back and forward while a reply is sent", "waits for the answer all the same: Done", { sends: 1 });
});

test("F35 a reload after a refusal", async ({ desk, emulator }) => {
  const bench = await sendingWith(desk, "Refused", graphError(10, { subcode: 2018278 }));
  await expect(guide.alert(bench.page)).toContainText("Not sent");
  await bench.page.reload();
  await guide.expectStep(bench.page, "reply");
  await expect(guide.replyField(bench.page)).toHaveValue("Refused");
  await judgeFine(bench, "a reload after a refusal", "the draft is there", { sends: 1 });
  expect(await emulator.countSends()).toBe(1);
});

test("F35 the tab is closed while sending", async ({ desk, emulator }) => {
  const bench = await sendingWith(desk, "Closed", { stall: true });
  await expect.poll(() => copies(emulator, "Closed")).toBe(1);
  await bench.page.close();
  expect(await emulator.countSends()).toBe(1);
  desk.tell("the tab is closed while a reply is sent", "1 send, which arrives; nothing of it is left to send again");
});

/** A page that Chromium keeps as it is when it is left: its host does not forbid that. */
async function keptPage(desk, step) {
  const host = await startHost(({ headers }) => void delete headers["cache-control"]);
  desk.later(() => host.stop());
  const browser = await desk.browser({ ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  return desk.open(step, { browser, address: host.address });
}

/** Leaves the page for another one, stays there for a while, and comes back to the very same page. */
async function leaveAndReturn({ page }, there = async () => {}) {
  await page.evaluate(() => {
    window.isTheSame = true;
  });
  const step = page.url();
  await page.goto(new URL(OTHER_FILE, step).href);
  await there(page);
  await page.goBack({ waitUntil: "commit" });
  await expect.poll(() => page.evaluate(() => window.isTheSame)).toBe(true);
}

test("F36 back from the cache, while reading", async ({ desk, emulator }) => {
  const bench = await keptPage(desk, "read");
  await emulator.fail({ match: READ, hang: true });
  await bench.readAgain();
  await expect.poll(() => bench.reads()).toBe(1);
  await leaveAndReturn(bench);
  await judge(bench, "left and returned to, while messages are read", {
    shows: /No answer/,
    next: "Try again",
    reads: [1, 3],
    patience: 40_000,
  });
  await bench.tryAgain();
});

test("F36 back from the cache, while sending", async ({ desk, emulator }) => {
  const bench = await keptPage(desk, "reply");
  await emulator.fail({ match: SEND, stall: true });
  await bench.send("From the cache");
  await expect.poll(() => copies(emulator, "From the cache")).toBe(1);
  await leaveAndReturn(bench);
  await expect(guide.heading(bench.page)).toHaveText(guide.STEPS.done, { timeout: 50_000 });
  expect(await copies(emulator, "From the cache")).toBe(1);
  await judgeFine(bench, "left and returned to, while a reply is sent", "ends the wait, looks for it, and finds it", { sends: 1 });
});

test("F36 back from the cache, and forgotten elsewhere", async ({ desk, emulator }) => {
  const bench = await keptPage(desk, "reply");
  await leaveAndReturn(bench, (page) => page.evaluate(() => sessionStorage.clear()));
  await guide.expectStep(bench.page, "connect");
  const html = await bench.page.locator("html").innerHTML();
  for (const secret of [emulator.page_token.slice(-4), emulator.psid, guide.CUSTOMER]) {
    expect(html).not.toContain(secret);
  }
  await judgeFine(bench, "left, cleared, and returned to", "shows nothing of what was there");
});

/** The tab once more, as `window.open` and "Duplicate" copy it, storage and all. */
async function duplicate(bench) {
  const opened = bench.page.context().waitForEvent("page");
  await bench.page.evaluate(() => void window.open(location.href));
  const page = await opened;
  const copy = await Bench.at(page, bench.desk);
  await expect(guide.heading(page)).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.length), "what was copied").toBe(1);
  return copy;
}

test("F39 a copied tab", async ({ desk, emulator }) => {
  const bench = await desk.open("reply");
  await guide.replyField(bench.page).fill("In two tabs");
  const copy = await duplicate(bench);
  await guide.expectStep(copy.page, "reply");
  await expect(copy.page.getByText(/open in another tab too/)).toBeVisible();
  await expect(guide.replyField(copy.page)).toHaveValue("In two tabs");
  copy.mark();
  await guide.button(copy.page, "Send the reply").click();
  const dialog = copy.page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  expect(copy.sends()).toBe(0);
  await dialog.getByRole("button").last().click();
  await judgeFine(copy, "a tab is copied at step 4", "says that it is a copy, and asks before it sends", { sends: 0 });
  bench.mark();
  await guide.button(bench.page, "Send the reply").click();
  await guide.expectDone(bench.page, "In two tabs");
  await judgeFine(bench, "the tab that was copied", "sends as before", { sends: 1 });
  expect(await copies(emulator, "In two tabs")).toBe(1);
});

test("F39 a tab is copied while sending", async ({ desk, emulator }) => {
  const bench = await sendingWith(desk, "Copied", { stall: true });
  await expect.poll(() => copies(emulator, "Copied")).toBe(1);
  const copy = await duplicate(bench);
  await expect(copy.page.getByText(/open in another tab too/)).toBeVisible();
  await judgeFine(copy, "a tab is copied while a reply is sent", "the copy sends nothing", { sends: 0 });
  expect(await emulator.countSends()).toBe(1);
});

test("F39 forgotten in one tab", async ({ desk, emulator }) => {
  const bench = await desk.open("reply");
  const copy = await duplicate(bench);
  await bench.page.getByRole("banner").getByRole("button", { name: "Forget everything" }).click();
  await bench.page.getByRole("dialog").getByRole("button", { name: "Forget everything" }).click();
  for (const { page } of [bench, copy]) {
    await guide.expectStep(page, "connect");
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(await page.locator("html").innerHTML()).not.toContain(emulator.psid);
  }
  await judgeFine(copy, "everything is forgotten in the other tab", "forgets too");
});
