// F7–F15: what Graph refuses, and answers that did not arrive whole.

import { gzipSync } from "node:zlib";

import * as guide from "../e2e/guide.mjs";
import { graphError, raw } from "./answer.mjs";
import { judgeRead, judgeSend, judgeUnknownSend } from "./cases.mjs";
import { expect, test } from "./fixtures.mjs";
import { judge, judgeFine } from "./judge.mjs";

const LIMITED = "Too many calls for now";

test("F7 Graph refuses", async ({ desk }) => {
  const fault = graphError(4242, { message: "Nobody knows this one." });
  const said = { Code: "4242", "Trace ID": "AbCdEfGhIjK", "HTTP status": "400" };
  const told = { shows: "Graph refused this call", said };
  const reading = await desk.open("read");
  await judgeRead(reading, "a 400 with Graph's error", fault, { ...told, reads: 1 });
  await judgeSend(desk, "a 400 with Graph's error", fault, told);
});

test("F8 the token expires", async ({ desk, emulator }) => {
  for (const [subcode, shows] of [
    [463, "The token has expired"],
    [460, "The token was cut off"],
    [467, "The person logged out"],
  ]) {
    const said = { Code: "190", Subcode: String(subcode) };
    const told = { shows, said, next: "Bring a new token" };
    const fault = graphError(190, { subcode });
    const { page } = await judgeSend(desk, `190/${subcode}`, fault, told);
    const reply = await guide.replyField(page).inputValue();
    await guide.button(page, "Bring a new token").click();
    await guide.bringToken(page, emulator.user_token);
    await guide.goOn(page, "ids");
    await guide.goOn(page, "read");
    await guide.goOn(page, "reply");
    await expect(guide.replyField(page)).toHaveValue(reply);
    desk.tell(`190/${subcode}, and a new token is brought`, "the IDs and the draft are there");
  }
});

test("F9 refusals for good", async ({ desk, emulator }) => {
  const reading = await desk.open("read");
  for (const [code, subcode, shows] of [
    [10, undefined, "The token lacks a permission"],
    [200, undefined, "The token lacks a permission"],
    [230, undefined, "The token lacks a permission"],
    [100, 33, "No such conversation, or not for this token"],
  ]) {
    const told = { shows, said: { Code: String(code) }, reads: 1, next: /token|conversation/, goesOn: false };
    await judgeRead(reading, `${code}${subcode ? `/${subcode}` : ""}`, graphError(code, { subcode }), told);
  }
  const bench = await desk.open("reply");
  await guide.replyField(bench.page).fill("Refused");
  for (const [code, subcode, shows] of [
    [10, undefined, "The token lacks a permission"],
    [10, 2018278, "Not sent: the window is closed"],
    [100, 33, "The Page or the person cannot be found with this token"],
    [100, 2018001, "This Page knows no such person"],
    [200, undefined, "The token lacks a permission"],
    [230, undefined, "The token lacks a permission"],
    [551, undefined, "The person cannot be reached"],
    [551, 1545041, "The person cannot be reached"],
  ]) {
    const name = `${code}${subcode ? `/${subcode}` : ""}`;
    await emulator.fail({ match: { path_contains: "/messages?" }, ...graphError(code, { subcode }) });
    bench.mark();
    await guide.button(bench.page, "Send the reply").click();
    const told = { shows, said: { Code: String(code) }, sends: 1, reads: 0, kept: { reply: "Refused" } };
    await judge(bench, `${name}: a send`, told);
  }
});

const LIMITS = [[4], [17], [32], [613], [80006], [4, { status: 429 }]];

test("F10 too many calls", async ({ desk, emulator }) => {
  for (const [code, more] of LIMITS) {
    const name = more ? "HTTP 429" : `${code}`;
    // A page of its own: the tries that a page has in a minute are few.
    const reading = await desk.open("read");
    await emulator.fail({ match: { path_contains: "/t_" }, times: 9, ...graphError(code, more) });
    await reading.readAgain();
    await expect(reading.page.getByRole("main")).toContainText(/trying again in \d+ s/);
    await expect(guide.button(reading.page, "Try now")).toBeVisible();
    await guide.button(reading.page, "Cancel").click();
    await judgeFine(reading, `${name}: a read`, "counts down to the next try; Try now · Cancel", { reads: 1 });
    await emulator.forgive();
  }
  await judgeSend(desk, "4", graphError(4), { shows: LIMITED, said: { Code: "4" }, reads: 0 });
});

test("F10 too many calls, waited out", async ({ desk }) => {
  const reading = await desk.open("read");
  const began = Date.now();
  await judgeRead(reading, "4, again and again", graphError(4), {
    shows: LIMITED,
    said: { Code: "4" },
    reads: [2, 3],
    patience: 60_000,
  });
  expect(Date.now() - began, "no storm").toBeGreaterThan(10_000);
});

test("F11 an error with status 200", async ({ desk }) => {
  const fault = graphError(100, { status: 200 });
  const told = { shows: "Graph does not take a part of this call", said: { Code: "100", "HTTP status": "200" } };
  await judgeRead(await desk.open("read"), "a 200 with an error in it", fault, { ...told, reads: 1 });
  await judgeSend(desk, "a 200 with an error in it", fault, told);
});

/** Faults that leave it open whether a reply was sent; whether a read is tried again. */
const OPEN = {
  "F12 a gateway's page": [502, 503].map((status) => [
    `a ${status} with HTML`,
    { status, body: "<!doctype html><h1 id=evil>Bad gateway</h1><script>window.evil = 1</script>" },
    { shows: "A server’s page came", said: { "HTTP status": String(status) }, reads: 3 },
  ]),
  "F13 nothing in it": [200, 204].map((status) => [
    `an empty ${status}`,
    status === 204 ? raw("", { status: "204 No Content", length: null }) : { status, body: "" },
    { shows: "The answer is empty", said: { "HTTP status": String(status) } },
  ]),
  "F14 cut off": [
    ["cut after the headers", { cut: "after_headers" }, {}],
    ["cut in the middle of the body", { cut: "mid_body" }, {}],
    [
      "a chunk is missing",
      raw('40\r\n{"id":\r\n', { length: null, headers: { "Transfer-Encoding": "chunked" } }),
      {},
    ],
    ["half of the JSON, and no length", raw('{"messages":{"da', { length: null }), { shows: "cannot be read" }],
  ],
  "F15 bad gzip": [
    ["no gzip at all", raw("{}", { headers: { "Content-Encoding": "gzip" } }), {}],
    // Chromium hands out what it could unpack, and reports no error.
    ["half of a gzip", raw(halfOfGzip(), { headers: { "Content-Encoding": "gzip" } }), { shows: "cannot be read" }],
  ],
};

function halfOfGzip() {
  const whole = gzipSync(JSON.stringify({ messages: { data: Array.from({ length: 999 }, (_, id) => ({ id })) } }));
  return whole.subarray(0, whole.length / 2);
}

for (const [title, faults] of Object.entries(OPEN)) {
  test(title, async ({ desk }) => {
    const reading = await desk.open("read");
    for (const [injected, fault, told] of faults) {
      await judgeRead(reading, injected, fault, { shows: "No answer could be read", ...told });
    }
    const said = ({ said }) => ({ said });
    await Promise.all(faults.map(([injected, fault, told]) => judgeUnknownSend(desk, injected, fault, said(told))));
    await expect(reading.page.locator("#evil")).toHaveCount(0);
    expect(await reading.page.evaluate(() => window.evil)).toBeUndefined();
  });
}

test("F12 Graph has trouble", async ({ desk }) => {
  for (const [injected, code, more] of [
    ["code 1", 1],
    ["code 2", 2],
    ["code 2, HTTP 500", 2, { status: 500 }],
    ["is_transient", 368, { is_transient: true }],
  ]) {
    const told = { shows: "", said: { Code: String(code) }, reads: 3 };
    // A page of its own: a page tries again six times a minute, all in all.
    await judgeRead(await desk.open("read"), injected, graphError(code, more), told);
  }
  const faults = [[1], [2], [2, { status: 500 }], [1200]];
  await Promise.all(
    faults.map(([code, more]) =>
      judgeUnknownSend(desk, `code ${code}`, graphError(code, more), { said: { Code: String(code) } }),
    ),
  );
});
