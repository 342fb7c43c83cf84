// What leaves the page is what other tools read: the files of `crates/interchange`'s example
// session, held to the published schemas, the collection run by Postman's own runner, and the .http
// file by httpYac.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import { startEmulator } from "../e2e/emulator.mjs";
import { harValidator, postmanValidator, runCollection } from "./judges.mjs";

const require = createRequire(import.meta.url);
const folder = process.env.EXPORTS;
const read = (name) => readFile(join(folder, name), "utf8");
const CALLS = 11;
const files = ["session.har", "session.postman_collection.json", "session.http"];

let emulator;
before(async () => {
  emulator = await startEmulator();
});
after(() => emulator?.stop());

function holds(validate, document) {
  assert.ok(validate(document), JSON.stringify(validate.errors, null, 2));
}

test("the HAR file is valid, and a broken one is not", async () => {
  const validate = harValidator();
  const har = JSON.parse(await read("session.har"));
  holds(validate, har);
  assert.equal(har.log.entries.length, CALLS);
  const errors = har.log.entries.map(({ response }) => JSON.parse(response.content.text || "{}").error);
  assert.deepEqual(errors.filter(Boolean).map(({ code }) => code), [190]);
  delete har.log.entries[0].request.method;
  assert.ok(!validate(har));
});

test("the collection is valid, and a broken one is not", async () => {
  const validate = postmanValidator();
  const collection = JSON.parse(await read("session.postman_collection.json"));
  holds(validate, collection);
  assert.equal(collection.item.length, CALLS);
  collection.item[0].request.url = 7;
  assert.ok(!validate(collection));
});

test("no token of the session is in any file", async () => {
  for (const name of files) {
    const file = await read(name);
    // The emulated tokens are the same in each world of the same seed.
    for (const token of [emulator.user_token, emulator.page_token]) {
      assert.ok(!file.includes(token), name);
    }
    assert.ok(/page_access_token/i.test(file), name);
  }
});

/** Runs the collection, with a User token alone: the rest is found on the way. */
async function run(token = emulator.user_token) {
  const collection = JSON.parse(await read("session.postman_collection.json"));
  return runCollection(collection, emulator.http, token);
}

test("newman runs the collection, from a User token to a reply", async () => {
  await emulator.reset();
  const { assertions, failures } = await run();
  assert.deepEqual(failures, []);
  assert.equal(assertions.total, CALLS);
  await arrived();
});

/** What was written arrived to the letter, and no token stood in an address. */
async function arrived() {
  const requests = await emulator.requests();
  assert.equal(requests.length, CALLS);
  const params = requests.flatMap(({ params }) => params);
  const value = (name) => params.find(([its]) => its === name)?.[1];
  const text = "It's \"50% off\" {{user_access_token}} & more +\n# ###\n<b>ü</b> 😀 \\ $HOME `id`";
  assert.deepEqual(JSON.parse(value("message")), { text });
  assert.equal(value("note"), "Hi {{page_access_token}}, 50% + 1 & ü");
  assert.equal(value("list"), "[{{user_access_token}}");
  assert.equal(value("{{psid}}"), '"it\'s"\n# ###');
  assert.equal(await emulator.countSends(), 2);
  for (const { url } of requests) {
    // debug_token is asked about one, as a parameter.
    assert.ok(!url.includes(emulator.user_token) || url.includes("/debug_token?"), url);
    assert.ok(!url.includes(emulator.page_token), url);
  }
}

test("httpYac runs the .http file, with the tokens put in", async () => {
  await emulator.reset();
  const lines = (await read("session.http")).split("\n");
  const own = { base_url: emulator.http, user_access_token: emulator.user_token, page_access_token: emulator.page_token };
  const filled = lines.map((line) => {
    const name = /^@(\w+) = /.exec(line)?.[1];
    return name in own ? `@${name} = ${own[name]}` : line;
  });
  await writeFile(join(folder, "filled.http"), filled.join("\n"));
  const httpyac = require.resolve("httpyac/bin/httpyac.js");
  // It takes a name for a pattern, and looks for it where it is.
  const args = [httpyac, "send", "filled.http", "--all", "--json"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
  const { summary, requests } = JSON.parse(stdout);
  assert.equal(summary.successRequests, CALLS, stdout);
  assert.deepEqual(requests.map(({ response }) => response.statusCode), Array(CALLS).fill(200));
  await arrived();
});

test("newman's run fails where Graph says no", async () => {
  await emulator.reset();
  const { failures } = await run("not-a-token");
  assert.ok(failures.length >= 7, failures.join("\n"));
  await emulator.setScenario("token-expired");
  assert.ok((await run()).failures.length >= 1);
});
