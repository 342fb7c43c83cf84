// F1–F6, F18, F47: below the answer. To the page nearly all of it is one and the same rejected promise.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { chromium } from "@playwright/test";

import { startEmulator } from "../e2e/emulator.mjs";
import * as guide from "../e2e/guide.mjs";
import { graphError } from "./answer.mjs";
import { Bench } from "./bench.mjs";
import { judgeRead, judgeUnknownSend } from "./cases.mjs";
import { expect, test } from "./fixtures.mjs";
import { AGAIN, UNKNOWN, judge, judgeFine } from "./judge.mjs";

const UNREADABLE = "No answer could be read";

test("F1 offline", async ({ desk, emulator }) => {
  const bench = await desk.open();
  const online = (is) => bench.page.context().setOffline(!is);
  // What happens to a page that is offline before all of it is here stands in rest.spec.mjs.
  const rest = bench.page.waitForResponse(/\/rest-/);
  await bench.page.mouse.move(9, 9);
  await (await rest).finished();
  await online(false);
  await bench.bringToken(emulator.user_token);
  const kept = { token: emulator.user_token };
  await judge(bench, "offline, while a token is checked", { shows: "offline", kept, reads: [0, 3] });

  const reading = await desk.open("read");
  await reading.page.context().setOffline(true);
  await reading.readAgain();
  await judge(reading, "offline, while messages are read", { shows: "offline", reads: [0, 3] });

  const back = await desk.open("read");
  await back.page.context().setOffline(true);
  await back.readAgain();
  await expect(back.page.locator("[data-focus=alert]")).toContainText("offline");
  back.mark();
  await back.page.context().setOffline(false);
  await expect(back.page.locator("[data-focus=alert]")).toHaveCount(0);
  await expect(guide.conversation(back.page)).toBeVisible();
  await judgeFine(back, "online again", "what failed is read by itself", { reads: [1, 3] });

  const sending = await desk.open("reply");
  await guide.replyField(sending.page).fill("Offline");
  await sending.page.context().setOffline(true);
  sending.mark();
  await guide.button(sending.page, "Send the reply").click();
  await judge(sending, "offline, while a reply is sent", { shows: "offline", kept: { reply: "Offline" } });
  await sending.page.context().setOffline(false);
  await judgeFine(sending, "online again", "no reply goes out by itself", { sends: 0 });
  expect(await emulator.countSends()).toBe(0);
});

/** What goes wrong on the wire, and how it is mended. */
const WIRE = [
  ["F2 refused", "the port is closed", (wire) => wire.refuse()],
  ["F2 reset", "the connection is reset", (wire) => wire.become("reset")],
  ["F2 reset while warm", "a connection in use is reset", (wire) => wire.become("reset", { warm: true })],
  ["F2 closed", "the connection is closed, with nothing said", (wire) => wire.become("close")],
  ["F3 plain HTTP", "plain HTTP on the port for TLS", (wire) => wire.become("plain")],
];

for (const [title, injected, breaks] of WIRE) {
  test(title, async ({ desk, emulator, wire }) => {
    const [reading, sending] = [await desk.open("read"), await desk.open("reply")];
    await breaks(wire);
    await reading.readAgain();
    await judge(reading, `${injected}: a read`, { shows: UNREADABLE, next: "Try again", reads: [1, 3] });
    await wire.mend();
    await reading.tryAgain();

    await guide.replyField(sending.page).fill("On the wire");
    await breaks(wire);
    sending.mark();
    const failed = sending.page.waitForEvent("requestfailed");
    await guide.button(sending.page, "Send the reply").click();
    await failed;
    await wire.mend();
    const kept = { reply: "On the wire" };
    await judge(sending, `${injected}: a send`, { shows: UNKNOWN, kept, sends: 1, next: AGAIN });
    expect(await emulator.countSends()).toBe(0);
  });
}

test("F2 no such name", async ({ desk, graph, emulator }) => {
  const args = graph.options.args.filter((arg) => !arg.startsWith("--host-resolver-rules"));
  args.push("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
  const browser = await desk.browser({ args });
  const bench = await desk.open(undefined, { browser });
  await bench.bringToken(emulator.user_token);
  const kept = { token: emulator.user_token };
  await judge(bench, "the name is not found: a token's check", { shows: UNREADABLE, kept, reads: [1, 9] });

  const sending = await desk.open("reply");
  await sending.page.route("**/messages", (route) => route.abort("namenotresolved"));
  await sending.send("No such name");
  await judge(sending, "the name is not found: a send", {
    shows: UNKNOWN,
    kept: { reply: "No such name" },
    sends: 1,
    next: AGAIN,
  });
});

test("F3 another certificate", async ({ desk, emulator, wire }) => {
  const other = await startEmulator();
  desk.later(() => other.stop());
  const strangers = Number(new URL(other.https).port);
  const [bench, sending] = [await desk.open(), await desk.open("reply")];
  await wire.leadTo(strangers);
  await bench.bringToken(emulator.user_token);
  const kept = { token: emulator.user_token };
  await judge(bench, "a certificate nobody vouches for: a token's check", { shows: UNREADABLE, kept, reads: [1, 9] });
  await expect(guide.alert(bench.page)).toContainText("proxy");
  await wire.mend();
  await guide.replyField(sending.page).fill("Another certificate");
  await wire.leadTo(strangers);
  sending.mark();
  const failed = sending.page.waitForEvent("requestfailed");
  await guide.button(sending.page, "Send the reply").click();
  await failed;
  await wire.mend();
  await judge(sending, "a certificate nobody vouches for: a send", {
    shows: UNKNOWN,
    kept: { reply: "Another certificate" },
    sends: 1,
    next: AGAIN,
  });
  expect(await other.requests()).toEqual([]);
});

test("F4 a content blocker", async ({ desk, graph, emulator }) => {
  const blocker = path.join(import.meta.dirname, "blocker");
  const profile = await mkdtemp(path.join(tmpdir(), "first-reply-"));
  const context = await chromium.launchPersistentContext(profile, {
    ...graph.options,
    baseURL: process.env.FIRST_REPLY_URL,
    args: [
      ...graph.options.args,
      `--disable-extensions-except=${blocker}`,
      `--load-extension=${blocker}`,
      "--disable-features=DisableLoadExtensionCommandLineSwitch",
    ],
    ignoreDefaultArgs: ["--disable-extensions"],
  });
  desk.later(() => rm(profile, { recursive: true }));
  desk.later(() => context.close());
  const blocked = () => expect.poll(() => bench.seen.console.join()).toContain("ERR_BLOCKED_BY_CLIENT");

  const bench = await Bench.at(await context.newPage(), desk);
  await bench.begin();
  await guide.mark(bench.page, "Live");
  await expect(bench.page.getByRole("main")).toContainText("blocker");
  await blocked();
  await judgeFine(bench, "an extension blocks Graph, before there is a token", "says so, and asks for no token first");
  await bench.bringToken(emulator.user_token);
  const kept = { token: emulator.user_token };
  await judge(bench, "an extension blocks Graph: a token's check", { shows: UNREADABLE, kept, reads: [1, 9] });
  await expect(guide.alert(bench.page).getByRole("listitem").first()).toContainText("blocker");

  const sending = await Bench.at(await context.newPage(), desk);
  await sending.begin(undefined, { session: graph.sessions.reply });
  await guide.expectStep(sending.page, "reply");
  await sending.send("Blocked");
  await judge(sending, "an extension blocks Graph: a send", {
    shows: UNKNOWN,
    kept: { reply: "Blocked" },
    sends: 1,
    next: AGAIN,
  });
  expect(await emulator.countSends()).toBe(0);
});

test("F5 no CORS header", async ({ desk }) => {
  const faults = [400, 502].map((status) => [
    `a ${status} without CORS`,
    { ...graphError(100, { status }), headers: { "Access-Control-Allow-Origin": null } },
  ]);
  const reading = await desk.open("read");
  for (const [injected, fault] of faults) {
    await judgeRead(reading, injected, fault, { shows: UNREADABLE });
  }
  await Promise.all(faults.map((fault) => judgeUnknownSend(desk, ...fault)));
});

test("F6 preflights are refused", async ({ desk, emulator }) => {
  const bench = await desk.open("reply");
  await emulator.fail({ match: { method: "OPTIONS" }, times: 99, status: 403, body: "{}" });
  await bench.send("No preflight");
  await guide.expectDone(bench.page, "No preflight");
  const asked = await emulator.requests();
  expect(asked.filter(({ method }) => method === "OPTIONS")).toEqual([]);
  await judgeFine(bench, "preflights are refused", "makes none: each request is one a form could send", { sends: 1 });
});

test("F18 redirects", async ({ desk, emulator }) => {
  const places = [
    ["the same host", "https://graph.facebook.com/elsewhere"],
    ["another host", `${emulator.https}/elsewhere`],
  ];
  const faults = places.flatMap(([where, Location]) =>
    [302, 307].map((status) => [`a ${status} to ${where}`, { status, headers: { Location } }]),
  );
  const reading = await desk.open("read");
  for (const [injected, fault] of faults) {
    await judgeRead(reading, injected, fault, { shows: UNREADABLE });
  }
  await Promise.all(faults.map((fault) => judgeUnknownSend(desk, ...fault)));
  const followed = (await emulator.requests()).filter(({ url }) => url.includes("elsewhere"));
  expect(followed, "redirects followed").toEqual([]);
});

/** What other browsers say of a `fetch` that failed. Chromium says "Failed to fetch". */
const WORDS = {
  Firefox: "NetworkError when attempting to fetch resource.",
  Safari: "Load failed",
};

/** Runs in the page, before it starts: once told so, calls of Graph fail in other words. */
function failInWords() {
  const { fetch } = window;
  window.fetch = (address, ...rest) =>
    window.words && String(address).includes("graph.facebook.com")
      ? Promise.reject(new TypeError(window.words))
      : fetch(address, ...rest);
}

test("F47 the words of other browsers", async ({ desk }) => {
  for (const [browser, words] of Object.entries(WORDS)) {
    const reading = await desk.open("read", { init: failInWords });
    await reading.page.evaluate((words) => (window.words = words), words);
    await reading.readAgain();
    await judge(reading, `${browser}’s words, in Chromium: a read`, { shows: UNREADABLE, next: "Try again" });
    await reading.page.evaluate(() => (window.words = undefined));
    await reading.tryAgain();
  }
});
