// F33, F34: what the tab stored, and what it cannot store.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { chromium } from "@playwright/test";

import * as guide from "../e2e/guide.mjs";
import { Bench } from "./bench.mjs";
import { expect, test } from "./fixtures.mjs";
import { judgeFine } from "./judge.mjs";

const DROPPED = /cannot be read|another version/i;
const MEMORY = "This tab cannot store anything";

/** Texts that no version of this page has stored. */
const NO_SESSION = {
  "not JSON": "first-reply",
  "half of a session": '{"layout":2,"live":true,"user_tok',
  "a list": "[1,2]",
  "a number": "7",
  "no layout": "{}",
  "layout 0": '{"layout":0}',
  "layout 99": '{"layout":99,"live":true,"step":"#/reply"}',
  "a layout that is a text": '{"layout":"2"}',
  "4 MiB of nothing": "x".repeat(4 * 1024 * 1024),
  "lists in lists, a hundred thousand deep": "[".repeat(100_000),
  "keys of every object": '{"__proto__":{"layout":2},"constructor":{"layout":2}}',
};

test("F33 a session nobody can read", async ({ desk }) => {
  for (const [injected, session] of Object.entries(NO_SESSION)) {
    const bench = await desk.open("connect", { session });
    await expect(bench.page.getByRole("main")).toContainText(DROPPED);
    expect(await bench.page.evaluate(() => sessionStorage.getItem("first-reply"))).not.toBe(session);
    await judgeFine(bench, injected, "dropped, with a word to the reader; the page begins anew", { reads: 0 });
    await bench.page.context().close();
  }
});

/** A session of this page, with one value changed; where it leads. */
const CHANGED = [
  ["a step that there is not", { step: "#/nonsense" }, "connect"],
  ["a step too far", { step: "#/done" }, "reply"],
  ["a number for a step", { step: 7 }, "connect"],
  ["no token, and step 4", { user_token: undefined, page_token: undefined }, "connect"],
  ["an app token", { user_token: `5145304383865695|${"x".repeat(27)}`, page_token: undefined }, "connect"],
  ["a list for a token", { user_token: ["x"], page_token: {} }, "connect"],
  ["markup for IDs", { psid: "<img src=x onerror=window.evil=1>", conversation: "../../me" }, "ids"],
  ["numbers for texts", { draft: 7, page_name: 7, version: 7, theme: 7, quick_replies: 7, practice: 7 }, "reply"],
  ["a draft of 1 MiB", { draft: "x".repeat(1024 * 1024) }, "reply"],
  ["keys of every object", { constructor: 1, toString: null, hasOwnProperty: [] }, "reply"],
];

test("F33 a session that was changed", async ({ desk, graph }) => {
  for (const [injected, change, step] of CHANGED) {
    const session = JSON.stringify({ ...JSON.parse(graph.sessions.reply), ...change });
    const bench = await desk.open(undefined, { session });
    await guide.expectStep(bench.page, step);
    expect(await bench.page.evaluate(() => window.evil)).toBeUndefined();
    await judgeFine(bench, injected, `begins at “${await guide.heading(bench.page).innerText()}”`);
    await bench.page.context().close();
  }
});

/** From the first screen to the reply, with a page that stores nothing. */
async function goInMemory(bench, token) {
  const { page } = bench;
  await expect(page.getByText(MEMORY)).toBeVisible();
  await guide.connectLive(page, token);
  await guide.goOn(page, "start");
  await guide.goOn(page, "ids");
  await guide.choosePage(page);
  await guide.chooseConversation(page);
  await guide.readOn(page);
  bench.mark();
  await guide.reply(page);
  await guide.expectDone(page);
}

test("F34 storage is blocked", async ({ desk, graph, emulator }) => {
  // As a reader does it who blocks all cookies: every access is a SecurityError.
  const profile = await mkdtemp(path.join(tmpdir(), "first-reply-"));
  await mkdir(path.join(profile, "Default"));
  const blocked = { profile: { default_content_setting_values: { cookies: 2 } } };
  await writeFile(path.join(profile, "Default", "Preferences"), JSON.stringify(blocked));
  const context = await chromium.launchPersistentContext(profile, {
    ...graph.options,
    baseURL: process.env.FIRST_REPLY_URL,
  });
  desk.later(() => rm(profile, { recursive: true }));
  desk.later(() => context.close());
  const bench = await Bench.at(await context.newPage(), desk);
  await bench.begin();
  const name = await bench.page.evaluate(() => {
    try {
      return String(sessionStorage.length);
    } catch (error) {
      return error.name;
    }
  });
  expect(name).toBe("SecurityError");
  await goInMemory(bench, emulator.user_token);
  await judgeFine(bench, "the browser blocks storage: SecurityError", "says so, and works from memory", { sends: 1 });
});

test("F34 storage is full", async ({ desk, emulator }) => {
  const bench = await desk.open(undefined, { prepare: fillStorage });
  await goInMemory(bench, emulator.user_token);
  await bench.page.evaluate(() => sessionStorage.removeItem("other"));
  await judgeFine(bench, "the tab’s storage is full: QuotaExceededError", "says so, and works from memory", { sends: 1 });
});

/** Another page of the same origin has taken all the room that there is. Runs in the page. */
function fillStorage() {
  let text = "";
  for (let size = 1 << 20; size >= 1; ) {
    try {
      sessionStorage.setItem("other", text + "x".repeat(size));
      text += "x".repeat(size);
    } catch {
      size >>= 1;
    }
  }
}

test("F34 storage ends in the middle", async ({ desk, emulator }) => {
  const bench = await desk.open("reply");
  await bench.page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
  });
  await guide.replyField(bench.page).fill("Not stored");
  await expect(bench.page.getByText(MEMORY)).toBeVisible();
  bench.mark();
  await guide.button(bench.page, "Send the reply").click();
  await guide.expectDone(bench.page, "Not stored");
  expect(await emulator.countSends()).toBe(1);
  await judgeFine(bench, "storage refuses, from step 4 on", "says so, and works from memory", { sends: 1 });
});
