// F16, F19–F27, F29–F32: answers that arrived, and are not what they should be.

import { createGzip } from "node:zlib";

import * as guide from "../e2e/guide.mjs";
import { ask, raw } from "./answer.mjs";
import { judgeRead, judgeUnknownSend } from "./cases.mjs";
import { expect, test } from "./fixtures.mjs";
import { judge, judgeFine } from "./judge.mjs";

const MESSAGES = { path_contains: "/t_" };
const CONVERSATIONS = { path_contains: "/conversations?" };
const PAGES = { path_contains: "/me/accounts" };

/** What Graph answers to the read at step 3. */
const messagesOf = ({ conversation_id, page_token, ...emulator }) =>
  ask(emulator, `${conversation_id}?fields=messages{message,from,created_time}`, page_token);

const conversationsOf = ({ page_id, page_token, ...emulator }) =>
  ask(emulator, `${page_id}/conversations?platform=messenger&fields=participants,updated_time`, page_token);

const pagesOf = ({ user_token, ...emulator }) =>
  ask(emulator, "me/accounts?fields=id,name,category,tasks,access_token", user_token);

/** The same answer with something changed. */
async function altered(text, change) {
  const value = JSON.parse(await text);
  return { status: 200, body: JSON.stringify(change(value) ?? value) };
}

/** At step 3: reads an answer that the page can make something of. */
async function readFine(bench, injected, fault, did, look = async () => {}) {
  await bench.desk.emulator.fail({ match: MESSAGES, ...fault });
  await bench.untilMet(() => bench.readAgain());
  await look(guide.conversation(bench.page), bench.page);
  await expect(bench.page.locator("[data-focus=alert]")).toHaveCount(0);
  await judgeFine(bench, injected, did, { reads: 1 });
}

/** From the token to the list of conversations, which is another one. */
async function conversations(desk, fault) {
  const bench = await desk.open("ids");
  await desk.emulator.fail({ match: CONVERSATIONS, ...fault });
  await guide.choosePage(bench.page);
  await expect(list(bench.page)).toBeVisible();
  bench.mark();
  return bench;
}

const list = (page) => page.getByRole("group", { name: "Which conversation?" });
const facts = (page) => page.getByRole("region", { name: "What you have so far" });

test("F16 far too large", async ({ desk }) => {
  const faults = [
    ["10 MiB", { body: `{"id":"${"x".repeat(10 * 1024 * 1024)}"}` }],
    ["a body without an end", { body: "{}", endless: true }],
    ["600 MiB in 600 KiB of gzip", raw(await gzipOfSpaces(600), { headers: { "Content-Encoding": "gzip" } })],
  ];
  const reading = await desk.open("read");
  for (const [injected, fault] of faults) {
    const told = { shows: "The answer is too large", reads: 1, seconds: [0, 3] };
    await judgeRead(reading, injected, fault, told);
  }
  await Promise.all(faults.map((fault) => judgeUnknownSend(desk, ...fault)));
});

async function gzipOfSpaces(mebibytes) {
  const gzip = createGzip({ level: 9 });
  const piece = Buffer.alloc(1024 * 1024, " ");
  for (let count = 0; count < mebibytes; count += 1) {
    gzip.write(piece);
  }
  gzip.end();
  return Buffer.concat(await gzip.toArray());
}

test("F19 another type", async ({ desk }) => {
  const reading = await desk.open("read");
  for (const type of ["text/html", "text/plain", null]) {
    const headers = { "Content-Type": type };
    const injected = type ? `JSON as ${type}` : "JSON without a type";
    await readFine(reading, injected, { headers }, "read as JSON", (conversation) => expect(conversation).toBeVisible());
  }
});

test("F20 not UTF-8", async ({ desk, emulator }) => {
  const reading = await desk.open("read");
  const broken = async (change) => {
    const { body } = await altered(messagesOf(emulator), change);
    return raw(Buffer.from(body.replaceAll("%", "\u00ff"), "latin1"));
  };
  const text = await broken(({ messages }) => void (messages.data[0].message = "Gr%n"));
  await readFine(reading, "a text that is not UTF-8", text, "shown with U+FFFD", (conversation) =>
    expect(conversation).toContainText("Gr\ufffdn"),
  );
  const id = await broken(({ messages }) => {
    messages.data.unshift({ ...messages.data[0], id: "m_%%", message: "No such ID" });
  });
  await readFine(reading, "an ID that is not UTF-8", id, "the row is left out", (conversation) =>
    expect(conversation).not.toContainText("No such ID"),
  );
});

test("F21 a byte order mark", async ({ desk, emulator }) => {
  const reading = await desk.open("read");
  const body = `\ufeff${await messagesOf(emulator)}`;
  await readFine(reading, "a byte order mark", { body }, "passed over", (conversation) =>
    expect(conversation).toBeVisible(),
  );
});

test("F22 nesting", async ({ desk, emulator }) => {
  const reading = await desk.open("read");
  const deep = `${"[".repeat(1e6)}${"]".repeat(1e6)}`;
  const body = (await messagesOf(emulator)).replace("{", `{"deep":${deep},`);
  await judgeRead(reading, "lists in lists, a million deep", { body }, { shows: "cannot be read", reads: 1 });
  await judgeUnknownSend(desk, "lists in lists, a million deep", { body: deep });
});

test("F23 numbers for IDs", async ({ desk, emulator }) => {
  const answer = await conversationsOf(emulator);
  const as = (number) => ({ body: answer.replaceAll(`"id":"${emulator.psid}"`, `"id":${number}`) });

  const exact = await conversations(desk, as("10224000000000000123"));
  await guide.mark(exact.page, guide.CUSTOMER);
  await expect(facts(exact.page)).toContainText("10224000000000000123");
  await judgeFine(exact, "an ID as a number beyond 2⁵³", "exact, to the last digit");

  for (const [injected, number] of [
    ["an ID as a number beyond 2⁶⁴", "102240000000000001230000"],
    ["an ID with a fraction", "10224.5"],
    ["an ID with an exponent", "1e22"],
  ]) {
    const { page, ...bench } = await conversations(desk, as(number));
    const barred = list(page).getByRole("radio").and(page.locator(":disabled"));
    await expect(barred).toHaveCount(1);
    await expect(barred).toHaveAccessibleDescription(/did not say who/);
    await judgeFine({ page, ...bench }, injected, "the conversation cannot be chosen, and says why");
  }
});

/** Changes of the messages: what is made of them. */
const SHAPES = [
  ["fields nobody knows", (it) => void Object.assign(it, { new: { a: [1] } }), "read"],
  ["keys of every object", (it) => void Object.assign(it, { constructor: 1, toString: null }), "read"],
  ["a null text", ({ messages }) => void (messages.data[0].message = null), "read"],
  ["a null sender", ({ messages }) => void (messages.data[0].from = null), "read"],
  ["a list for a sender", ({ messages }) => void (messages.data[0].from = ["9"]), "read"],
  ["a row without an ID", ({ messages }) => void messages.data.push({ message: "No ID" }), "read"],
  ["a null row", ({ messages }) => void messages.data.push(null), "read"],
  ["no messages", (it) => void delete it.messages, "none"],
  ["null messages", (it) => void (it.messages = null), "none"],
  ["null data", ({ messages }) => void (messages.data = null), "none"],
  ["an object for data", ({ messages }) => void (messages.data = {}), "told"],
  ["a list for the answer", () => ["9"], "told"],
  ["null for the answer", () => JSON.parse("[null]")[0] ?? "null", "told"],
  ["an empty object", () => ({}), "told"],
];

test("F24 other shapes", async ({ desk, emulator }) => {
  const reading = await desk.open("read");
  for (const [injected, change, then] of SHAPES) {
    const fault = await altered(messagesOf(emulator), change);
    if (then === "told") {
      await judgeRead(reading, injected, fault, { shows: "unexpected shape", reads: 1 });
    } else if (then === "none") {
      await readFine(reading, injected, fault, "says that there is no message", (_, page) =>
        expect(page.getByText("There is no message to read")).toBeVisible(),
      );
    } else {
      await readFine(reading, injected, fault, "the rest is read", (conversation) =>
        expect(conversation).toBeVisible(),
      );
    }
  }
  const twice = { body: (await messagesOf(emulator)).replace('"message":', '"message":"First","message":') };
  await readFine(reading, "a key twice", twice, "read", (conversation) => expect(conversation).toBeVisible());
});

test("F25 half a character", async ({ desk, emulator }) => {
  const reading = await desk.open("read");
  const fault = await altered(messagesOf(emulator), ({ messages }) => void (messages.data[0].message = "Half"));
  const body = fault.body.replace("Half", "Half \\ud83d of it");
  await readFine(reading, "a lone surrogate", { body }, "shown as U+FFFD, and the rest is read", (conversation) =>
    expect(conversation).toContainText("Half \ufffd of it"),
  );
});

/** Texts that could tear the page apart. */
const NASTY = {
  "control characters": "a\u0000b\u0007c\u001bd\u009be",
  "bidirectional overrides": "\u202Eevil\u202C \u2066a\u2069\u2067b",
  "zero width": "a\u200b\u200d\ufeff\u2060b",
  "right to left": "שלום עולם مرحبا",
  "combining marks": `Z${"\u0301\u0489".repeat(500)}`,
  "a word of 100 kB": "W".repeat(100_000),
};

test("F26 unruly texts", async ({ desk, emulator }) => {
  const reading = await desk.open("read");
  for (const [injected, text] of Object.entries(NASTY)) {
    const fault = await altered(messagesOf(emulator), ({ messages }) => {
      messages.data[0].message = text;
      messages.data[0].from.name = text;
    });
    await readFine(reading, injected, fault, "stays in its place", async (conversation, page) => {
      await expect(conversation).toContainText(text.match(/[\p{L}]/u)[0]);
      const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await over(), `${injected}: beyond the edge`).toBeLessThanOrEqual(0);
    });
  }
  const fault = await altered(conversationsOf(emulator), ({ data }) => {
    Object.values(NASTY).forEach((text, at) => data[at] && (data[at].participants.data[0].name = text));
  });
  const bench = await conversations(desk, fault);
  const over = await bench.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, "beyond the edge").toBeLessThanOrEqual(0);
  await judgeFine(bench, "such names in a list", "stay in their places");
});

const SCRIPTS = [
  "<img src=x onerror=window.evil=1>",
  "<script>window.evil = 1</script>",
  '"><svg onload=window.evil=1>',
  "javascript:window.evil=1",
  "{{constructor.constructor('window.evil=1')()}}",
];

test("F27 markup from outside", async ({ desk, emulator }) => {
  const reading = await desk.open("read");
  const harmless = async ({ page }) => {
    expect(await page.evaluate(() => window.evil)).toBeUndefined();
    expect(await page.locator("main img, main script, main svg[onload]").count()).toBe(0);
    expect(await page.locator("[href^='javascript:' i], [src^='javascript:' i]").count()).toBe(0);
  };
  const rows = await altered(messagesOf(emulator), ({ messages }) => {
    const [row] = messages.data;
    messages.data = SCRIPTS.map((text, at) => ({ ...row, id: `m_${at}`, message: text, from: { ...row.from, name: text } }));
  });
  await readFine(reading, "markup in messages and names", rows, "shown as text", async (conversation) => {
    for (const text of SCRIPTS) {
      await expect(conversation).toContainText(text);
    }
  });
  await harmless(reading);
  for (const text of SCRIPTS) {
    const error = { message: text, code: 100, error_user_title: text, error_user_msg: text, fbtrace_id: text };
    const fault = { status: 400, body: JSON.stringify({ error }) };
    const said = { Message: text, "Text for people": text, "Trace ID": text };
    await judgeRead(reading, `an error of ${text}`, fault, { shows: "Graph does not take a part of this call", said, reads: 1 });
    await harmless(reading);
  }
});

const more = (page) => guide.button(page, "Load more");

test("F29 paging without an end", async ({ desk, emulator }) => {
  const answer = JSON.parse(await conversationsOf(emulator));
  const part = (paging, data = answer.data) => ({ body: JSON.stringify({ data, paging }) });
  const next = "https://graph.facebook.com/v26.0/next";
  const again = { cursors: { after: "same" }, next };

  const circle = await conversations(desk, part(again));
  await emulator.fail({ match: CONVERSATIONS, ...part(again) });
  await more(circle.page).click();
  await expect(more(circle.page)).toHaveCount(0);
  await judgeFine(circle, "a cursor that comes again", "ends the list", { reads: 1 });

  const blind = await conversations(desk, part({ next }));
  await expect(more(blind.page)).toHaveCount(0);
  await judgeFine(blind, "a next part without a cursor", "ends the list", { reads: 0 });

  const hollow = await conversations(desk, part({ cursors: { after: "1" }, next }));
  for (const after of ["2", "3", "4"]) {
    await emulator.fail({ match: CONVERSATIONS, ...part({ cursors: { after }, next }, []) });
    await more(hollow.page).click();
    await expect.poll(() => hollow.reads()).toBe(Number(after) - 1);
    await expect(more(hollow.page)).toBeVisible();
  }
  await judgeFine(hollow, "empty parts without an end", "one read for each press, none by itself", { reads: 3 });
});

test("F30 a next part elsewhere", async ({ desk, emulator }) => {
  const answer = JSON.parse(await conversationsOf(emulator));
  const secret = emulator.page_token;
  for (const next of [
    `${emulator.https}/elsewhere?access_token=${secret}`,
    `http://graph.facebook.com/elsewhere?access_token=${secret}`,
    `//127.0.0.1/elsewhere?access_token=${secret}`,
    `javascript:alert("${secret}")`,
  ]) {
    const paging = { cursors: { after: "1" }, next };
    const bench = await conversations(desk, { body: JSON.stringify({ ...answer, paging }) });
    await more(bench.page).click();
    await expect.poll(() => bench.reads()).toBe(1);
    expect(new URLSearchParams(bench.asked()[0].body).get("after")).toBe("1");
    const where = next.split("?")[0].replace(/:\d+/, "").replace(/alert.*/, "…");
    await judgeFine(bench, `paging.next leads to ${where}`, "asks Graph by the cursor; nobody goes there", { reads: 1 });
  }
  const followed = (await emulator.requests()).filter(({ url }) => url.includes("elsewhere"));
  expect(followed).toEqual([]);
});

test("F31 Pages that cannot be used", async ({ desk, emulator }) => {
  const bench = await desk.open("ids");
  const fault = await altered(pagesOf(emulator), ({ data }) => {
    delete data.find(({ name }) => name === "Bluebird Bakery").access_token;
  });
  await emulator.fail({ match: PAGES, ...fault });
  await bench.getPages();
  for (const [name, injected, why] of [
    ["Harbour Lane Books", "a Page without the task MESSAGING", /No MESSAGING task/],
    ["Bluebird Bakery", "a Page without a token", /gave no token/],
  ]) {
    const radio = bench.page.getByRole("radio", { name });
    await expect(radio).toBeDisabled();
    await expect(radio).toHaveAccessibleDescription(why);
    await judgeFine(bench, injected, "cannot be chosen, and says why", { reads: 1 });
  }
  const none = await desk.open("ids");
  await emulator.fail({ match: PAGES, body: '{"data":[]}' });
  await none.getPages();
  await expect(none.page.getByText("no Page is shared with it")).toBeVisible();
  await judgeFine(none, "no Page at all", "says how a Page is shared; Look again · Bring a new token", { reads: 1 });
});

test("F32 conversations that cannot be answered", async ({ desk, emulator }) => {
  for (const [injected, change] of [
    ["a conversation without participants", (row) => void delete row.participants],
    ["the customer is the Page itself", (row) => void row.participants.data.forEach((it) => (it.id = emulator.page_id))],
  ]) {
    const fault = await altered(conversationsOf(emulator), ({ data }) =>
      change(data.find(({ id }) => id === emulator.conversation_id)),
    );
    const bench = await conversations(desk, fault);
    const barred = list(bench.page).getByRole("radio").and(bench.page.locator(":disabled"));
    await expect(barred).toHaveCount(1);
    await expect(barred).toHaveAccessibleDescription(/did not say who/);
    await judgeFine(bench, injected, "cannot be chosen, and says why");
  }
  await emulator.setScenario("window-closed");
  const bench = await desk.open("read");
  await expect(bench.page.getByText("The messaging window looks closed")).toBeVisible();
  await judgeFine(bench, "the last message is 26 hours old", "warns, by the device’s clock; Graph decides");
  const late = await desk.open("reply");
  await late.send("Too late");
  const told = { shows: "Not sent: the window is closed", said: { Code: "10" }, sends: 1, kept: { reply: "Too late" } };
  await judge(late, "a reply after 26 hours", told);
});
