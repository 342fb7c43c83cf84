// The call panel: code in the reader's language, exports, comparing, and the worker behind it.

import { readFile } from "node:fs/promises";

import { harValidator, postmanValidator, runCollection } from "../exports/judges.mjs";
import { isSend } from "./emulator.mjs";
import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

const panel = (page) => page.getByRole("complementary");
/** Runs in the page, before it starts: the clipboard as `copied` has it. */
function keepCopied() {
  navigator.clipboard.writeText = async (text) => void (window.__copied = text);
}
/** What was put on the clipboard. */
const copied = (page) => page.evaluate(() => window.__copied);

/** What a press has the browser save. */
async function saved(page, press) {
  const download = page.waitForEvent("download");
  await press();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

test("the code is in the reader's language, and the choice outlives a reload", async ({ page }) => {
  await guide.open(page);
  await guide.connectPractice(page);
  const language = panel(page).getByLabel("Language");
  await expect(language).toHaveValue("curl");
  for (const [name, words] of [
    ["powershell", "Invoke-RestMethod"],
    ["cmd", "curl"],
    ["javascript", "fetch("],
    ["node", "process.env"],
    ["python", "requests."],
    ["php", "curl_"],
    ["rust", "reqwest"],
    ["http", "graph.facebook.com"],
  ]) {
    await language.selectOption(name);
    await expect(panel(page).getByRole("region", { name: /^The call in/ })).toContainText(words);
  }
  await language.selectOption("python");
  await expect(panel(page).getByRole("region", { name: "The call in Python" })).toBeVisible();
  await page.reload();
  await expect(panel(page).getByLabel("Language")).toHaveValue("python");
});

test("what is copied holds the token by a second act only", async ({ page, watched }) => {
  await page.addInitScript(keepCopied);
  await guide.open(page);
  await guide.connectPractice(page);
  await panel(page).getByRole("button", { name: "Copy the code" }).click();
  await expect.poll(() => copied(page)).toContain("$USER_ACCESS_TOKEN");
  const stored = await page.evaluate(() => JSON.parse(sessionStorage.getItem("first-reply")));
  expect(await copied(page)).not.toContain(stored.user_token);
  await panel(page).getByRole("button", { name: "Copy with my token" }).click();
  await expect.poll(() => copied(page)).toContain(stored.user_token);
  expect(await copied(page)).not.toContain("$USER_ACCESS_TOKEN");
  await watched.expectNoToken();
});

/** What JavaScript, forms and pages might take for their own. */
const AWKWARD = "'\"`! $HOME ${x} $(x) %41 + & @file \\n \\ </script><!-- é 👩🏽‍🚀 שלום\u2028\ntwo";

test("the JavaScript, in a browser's console, sends what the page sends", async ({ emulator, livePage }) => {
  await livePage.addInitScript(keepCopied);
  await guide.liveToReply(livePage, emulator.user_token);
  await guide.draft(livePage, AWKWARD);
  await panel(livePage).getByLabel("Language").selectOption("javascript");
  await panel(livePage).getByRole("button", { name: "Copy with my token" }).click();
  await expect.poll(() => copied(livePage)).toContain("fetch(");
  const elsewhere = await livePage.context().newPage();
  await elsewhere.evaluate(`(async () => {\n${await copied(livePage)}\n})()`);
  await guide.button(livePage, "Send the reply").click();
  await guide.expectStep(livePage, "done");
  const requests = await emulator.requests();
  const sends = requests.filter(({ url, params }) => isSend(url, params));
  const [byCode, byPage] = sends.map(({ method, url, body }) => ({ method, url, body }));
  expect(sends).toHaveLength(2);
  expect(byCode).toEqual(byPage);
  expect(new URLSearchParams(byCode.body).get("message")).toBe(JSON.stringify({ text: AWKWARD }));
});

/** Expects a document to be valid. */
function expectValid(validate, document) {
  validate(document);
  expect(validate.errors).toBeNull();
}

test("the session leaves as files without a token, which other tools read and run", async ({
  emulator,
  livePage: page,
}) => {
  await guide.liveToReply(page, emulator.user_token);
  await guide.reply(page);
  await guide.expectDone(page);
  await panel(page).getByText("Export the session").click();
  const texts = [];
  for (const [button, name] of [
    ["HAR", "first-reply.har"],
    ["Postman collection", "first-reply.postman_collection.json"],
    [".http file", "first-reply.http"],
  ]) {
    const file = await saved(page, () =>
      panel(page).getByRole("button", { name: button, exact: true }).click(),
    );
    expect(file.name).toBe(name);
    for (const token of [emulator.user_token, emulator.page_token]) {
      expect(file.text).not.toContain(token);
    }
    texts.push(file.text);
  }
  const [har, collection] = texts.slice(0, 2).map((text) => JSON.parse(text));
  expectValid(harValidator(), har);
  expectValid(postmanValidator(), collection);
  const calls = collection.item.length;
  expect(calls).toBeGreaterThan(4);
  expect([har.log.entries.length, texts[2].match(/^###/gm).length]).toEqual([calls, calls]);
  const { assertions, failures } = await runCollection(collection, emulator.http, emulator.user_token);
  expect(failures).toEqual([]);
  expect(assertions.total).toBe(calls);
  expect(await emulator.countSends()).toBe(2);
  const script = await saved(page, () => guide.button(page, "Save as first-reply.sh").click());
  expect(script.text).toContain("USER_ACCESS_TOKEN");
});

test("two answers are held against each other, and a read is run again", async ({ page }) => {
  await guide.open(page);
  await guide.connectPractice(page);
  await guide.goOn(page, "start");
  await guide.writeAsCustomer(page);
  await guide.goOn(page, "ids");
  await guide.choosePage(page);
  await guide.chooseConversation(page);
  await guide.goOn(page, "read");
  await expect(guide.conversation(page)).toBeVisible();
  await expect(panel(page)).toContainText("200 OK");
  await panel(page).getByText(/^All calls/).click();
  await expect(panel(page).getByRole("button", { name: "Run this call again" })).toBeVisible();
  const calls = panel(page).locator(".fr-log__call");
  const before = await calls.count();
  await panel(page).getByRole("button", { name: "Run this call again" }).click();
  await expect(calls).toHaveCount(before + 1);
  const compare = panel(page).getByLabel("Compare with");
  await expect(compare).toBeVisible();
  const path = await calls.first().locator("code").innerText();
  const same = await compare.locator("option").filter({ hasText: path }).first().getAttribute("value");
  await compare.selectOption(same);
  await expect(panel(page)).toContainText("Both answers say the same.");
  const other = await compare.locator("option").filter({ hasText: "me/accounts" }).first().getAttribute("value");
  await compare.selectOption(other);
  await expect(panel(page)).toContainText("Removed");
});

test.describe("without the workbench", () => {
  test.use({ breaksPage: true });

  test("the guide works, and the workbench comes when it can", async ({ page }) => {
    await page.route("**/workbench_bg.wasm", (route) => route.abort());
    await guide.practiceToReply(page);
    await guide.reply(page);
    await guide.expectDone(page);
    await expect(panel(page)).toContainText("The workbench could not be loaded");
    await page.unroute("**/workbench_bg.wasm");
    await panel(page).getByRole("button", { name: "Try again" }).click();
    await guide.button(page, "Read again").click();
    await expect(panel(page)).toContainText("200 OK");
  });
});

test("the workbench is asked for with the first call", async ({ page, watched }) => {
  const loaded = () => watched.requests.some(({ url }) => url.includes("workbench"));
  await guide.open(page);
  expect(loaded()).toBe(false);
  await guide.connectPractice(page);
  await expect(panel(page)).toContainText("200 OK");
  expect(loaded()).toBe(true);
});
