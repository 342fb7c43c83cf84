// F17, F28, F37, F38: deadlines, what is sent, and how often.

import * as guide from "../e2e/guide.mjs";
import { expect, test } from "./fixtures.mjs";
import { AGAIN, UNKNOWN, judge, judgeFine, judgeFound } from "./judge.mjs";

/** The deadlines in seconds, as a loaded machine may measure them. */
const READ = [14.5, 20];
const SEND = [29.5, 36];

const LATE = { shows: "No answer in time", reads: 1, seconds: READ, next: "Try again", patience: 40_000 };
const NEVER = { shows: UNKNOWN, sends: 1, seconds: SEND, next: AGAIN, patience: 60_000 };

test("F17 no answer in time", async ({ desk, emulator }) => {
  const faults = [
    ["nothing before the headers", { hang: true }],
    ["half of the body, then nothing", { stall: true }],
    ["a byte every half second", { drip_ms: 500 }],
  ];
  const judged = [];
  for (const [at, [injected, fault]] of faults.entries()) {
    // One after the other: a fault must meet its own request. They are waited for together.
    const text = `Late-${at}`;
    const sending = await desk.open("reply");
    await emulator.fail({ match: { body_contains: text }, ...fault });
    await sending.send(text);
    const isLost = fault.hang === true;
    judged.push(() =>
      isLost
        ? judge(sending, `${injected}: a send`, { ...NEVER, kept: { reply: text } })
        : judgeFound(sending, `${injected}: a send`, NEVER),
    );

    const reading = await desk.open("read");
    await emulator.fail({ match: { path_contains: "/t_" }, ...fault });
    await reading.untilMet(() => reading.readAgain());
    judged.push(() => judge(reading, `${injected}: a read`, LATE));
  }
  await Promise.all(judged.map((it) => it()));
});

test("F17 no answer below HTTP", async ({ desk, wire }) => {
  const [reading, sending] = [await desk.open("read"), await desk.open("reply")];
  await wire.become("silent");
  await Promise.all([reading.readAgain(), sending.send("Into the void")]);
  await judge(reading, "no handshake: a read", LATE);
  await expect(sending.page.locator("[data-focus=alert]")).toContainText(UNKNOWN, { timeout: 40_000 });
  await wire.mend();
  await judge(sending, "no handshake: a send", { ...NEVER, kept: { reply: "Into the void" } });
});

/** Texts that have to arrive as they were written. */
const TEXTS = {
  "emoji, joined and coloured": "👩🏽‍🚀 👨‍👩‍👧‍👦 🇺🇳 e\u0301 “big” & small + 100% = ok?",
  "other scripts, both ways": "שלום \u2067عالم\u2069 ひらがな\n\tand a second line",
  "1999 characters": "x".repeat(1999),
  "2000 characters": "é".repeat(2000),
  "quotes and braces": `{"text":'"\\u0041"'} \\ \${x} <b>`,
};

test("F28 the reply as it was written", async ({ desk, emulator }) => {
  for (const [injected, text] of Object.entries(TEXTS)) {
    const bench = await desk.open("reply");
    await bench.send(text);
    await guide.expectStep(bench.page, "done");
    const { bubbles } = await emulator.phone();
    expect(bubbles.at(-1).text, injected).toBe(text);
    await judgeFine(bench, injected, "arrives to the letter", { sends: 1 });
  }
  const bench = await desk.open("reply");
  const text = "x".repeat(2001);
  await bench.send(text);
  const told = { shows: "Graph does not take a part of this call", said: { Code: "100" }, sends: 1, kept: { reply: text } };
  await judge(bench, "2001 characters", told);
});

test("F37 asked for more than once", async ({ desk, emulator }) => {
  for (const [injected, press] of Object.entries({
    ...guide.HASTE,
    "a click and Enter": async (send, page) => {
      await send.focus();
      await send.evaluate((element) => element.click());
      await page.keyboard.press("Enter");
    },
  })) {
    const bench = await desk.open("reply");
    await guide.replyField(bench.page).fill(injected);
    await emulator.fail({ match: { path_contains: "/messages?" }, delay_ms: 300 });
    bench.mark();
    await press(guide.button(bench.page, "Send the reply"), bench.page);
    await guide.expectDone(bench.page, injected);
    await emulator.forgive();
    await judgeFine(bench, injected, "sent once", { sends: 1 });
  }
  expect(await emulator.countSends()).toBe(4);
});

/** The connection is in use when the reply goes out, and ends before anything is answered. */
async function sendOnWarm(desk, text, fault) {
  const bench = await desk.open("reply");
  await desk.emulator.fail({ match: { body_contains: text }, ...fault });
  await bench.send(text);
  return bench;
}

const copies = async (emulator, text) =>
  (await emulator.phone()).bubbles.filter((bubble) => bubble.text === text).length;

test("F38 a connection in use ends", async ({ desk, emulator }) => {
  // Chromium itself sends such a POST once more. The page knows of one.
  const twice = await sendOnWarm(desk, "Twice", { cut: "lost", times: 2 });
  await guide.expectStep(twice.page, "done");
  await expect(twice.page.getByRole("main")).toContainText(/twice/);
  expect(await copies(emulator, "Twice")).toBe(2);
  await judgeFine(twice, "the reply arrives twice, no answer does", "finds both, and says that it stands there twice", { sends: 1 });

  // The second one is answered: to the page that is the answer to its own.
  const unseen = await sendOnWarm(desk, "Unseen", { cut: "lost" });
  await guide.expectStep(unseen.page, "done");
  await expect(unseen.page.getByRole("main")).toContainText(/twice/);
  expect(await copies(emulator, "Unseen")).toBe(2);
  await judgeFine(unseen, "the reply arrives twice, the second is answered", "sent; reads it back, and says that it stands there twice", { sends: 1 });

  const once = await sendOnWarm(desk, "Once", { cut: "after_headers" });
  await guide.expectStep(once.page, "done");
  expect(await copies(emulator, "Once")).toBe(1);
  await judgeFine(once, "the reply arrives, the answer does not", "finds it by a message ID that was not there before", { sends: 1 });

  const never = await sendOnWarm(desk, "Never", { cut: "before", times: 2 });
  await judge(never, "neither the reply nor an answer arrives", { shows: UNKNOWN, kept: { reply: "Never" }, sends: 1, next: AGAIN });
  expect(await emulator.countSends()).toBe(7);
  expect(await copies(emulator, "Never")).toBe(0);
  await guide.button(never.page, AGAIN).click();
  const dialog = never.page.getByRole("dialog", { name: "Send it again?" });
  await expect(dialog).toBeVisible();
  never.mark();
  await dialog.getByRole("button", { name: AGAIN }).click();
  await guide.expectDone(never.page, "Never");
  expect(await copies(emulator, "Never")).toBe(1);
  await judgeFine(never, "Send again, asked and confirmed", "sent, once", { sends: 1 });
});
