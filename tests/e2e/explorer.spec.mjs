// The explorer: Meta's tutorial to the letter, IDs that go where they are wanted, curl lines, links.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

const query = (page) => page.locator("#explorer-query");
const tree = (page) => page.getByRole("tree", { name: "Response" });
const submit = (page) => page.getByRole("main").getByRole("button", { name: "Submit", exact: true });
const task = (page, name) => page.locator(".fr-tutorial__task").filter({ hasText: name });
const panel = (page) => page.getByRole("complementary");

async function openExplorer(page) {
  await page.getByRole("link", { name: "Explorer", exact: true }).click();
  await expect(guide.heading(page)).toHaveText(/Graph API explorer/);
  await expect(query(page)).toBeVisible();
}

/** Sends what stands there, and waits for an answer that has this in it. */
async function ask(page, expected) {
  await page.keyboard.press("Escape");
  await submit(page).click();
  await expect(tree(page)).toContainText(expected);
}

/** Adds a field of a POST. */
async function addField(page, name, value) {
  await page.getByRole("button", { name: `+ ${name}`, exact: true }).click();
  await page.getByLabel(`Value of ${name}`).fill(value);
}

/** Presses an ID in the answer. */
const press = (page, id) => tree(page).getByText(id, { exact: true }).first().click();

test("the tutorial's way through the Graph API Explorer, word for word", async ({ live: page, emulator }) => {
  await emulator.customerWrites(guide.QUESTION);
  await guide.open(page);
  await guide.connectLive(page, emulator.user_token);
  await openExplorer(page);
  await page.getByText("Meta’s tutorial, step by step").click();

  // "The explorer loads with a default query": run it.
  await expect(query(page)).toHaveValue("me?fields=id,name");
  await ask(page, '"name"');
  await expect(task(page, "Run the default query")).toContainText("Done");

  // "You can click the ID in the response and it will automatically be moved to the Query String Field."
  const me = await tree(page).locator(".fr-line__id").first().innerText();
  await press(page, me);
  await expect(query(page)).toHaveValue(new RegExp(`^${me}`));
  await query(page).fill(`${me}/accounts`);
  await ask(page, guide.PAGE);
  await expect(task(page, "Get the Page ID")).toContainText("Done");

  // The Page and its token.
  await press(page, emulator.page_id);
  await expect(query(page)).toHaveValue(new RegExp(`^${emulator.page_id}`));
  await page.getByRole("button", { name: "This is my Page" }).click();
  await page.getByRole("radio", { name: "Page token" }).check();
  await query(page).fill(`${emulator.page_id}/conversations?fields=participants`);
  await ask(page, emulator.psid);
  await expect(task(page, "Get the conversation ID and the PSID")).toContainText("Done");

  await query(page).fill(`${emulator.page_id}/conversations?fields=messages{message}`);
  await ask(page, guide.QUESTION);
  await expect(task(page, "List the messages")).toContainText("Done");

  await query(page).fill("me");
  await ask(page, guide.PAGE);
  await expect(task(page, "See that “me” is the Page now")).toContainText("Done");

  // "Change the GET to POST", with the tutorial's own values.
  await page.getByLabel("Method").selectOption("POST");
  await query(page).fill("me/messages");
  await page.keyboard.press("Escape");
  await addField(page, "recipient", `{id:${emulator.psid}}`);
  await addField(page, "messaging_type", "RESPONSE");
  await addField(page, "message", "{text:'Hello, new customer!'}");
  await ask(page, "message_id");
  await expect(task(page, "Reply")).toContainText("Done");
  const requests = await emulator.requests();
  expect(JSON.stringify(requests)).toContain("Hello, new customer!");
});

test("IDs of an answer become the guide's own", async ({ page }) => {
  await guide.open(page);
  await guide.connectPractice(page);
  await guide.goOn(page, "start");
  await guide.writeAsCustomer(page);
  await openExplorer(page);
  await query(page).fill("me/accounts");
  await ask(page, guide.PAGE);
  const row = tree(page).getByRole("treeitem").filter({ hasText: guide.PAGE }).first();
  await row.click();
  const page_id = await tree(page).locator(".fr-line__id").nth(1).innerText();
  await press(page, page_id);
  await page.getByRole("button", { name: "This is my Page" }).click();
  await page.getByRole("radio", { name: "Page token" }).check();
  await query(page).fill(`${page_id}/conversations?fields=participants`);
  await ask(page, guide.CUSTOMER);
  const conversation = await tree(page).getByText(/^t_\d+$/).first().innerText();
  await press(page, conversation);
  await page.getByRole("button", { name: "This is my conversation" }).click();
  await page.getByRole("link", { name: "Guide", exact: true }).click();
  await expect(guide.heading(page)).toBeVisible();
  await expect(page.getByRole("main")).toContainText(conversation);
});

test("a call of the guide opens in the explorer, and Back leads back", async ({ page }) => {
  await guide.open(page);
  await guide.connectPractice(page);
  await panel(page).getByRole("button", { name: "Open in explorer" }).click();
  await expect(query(page)).toHaveValue("me?fields=id,name");
  await expect(page).toHaveURL(/#\/explorer$/);
  await page.goBack();
  await expect(guide.heading(page)).toHaveText(/This token will do/);
  await page.goForward();
  await expect(query(page)).toHaveValue("me?fields=id,name");
  await page.reload();
  await expect(guide.heading(page)).toHaveText(/Graph API explorer/);
  await expect(query(page)).toBeVisible();
});

test("a curl line as the tutorial prints it is mended, and its token left out", async ({ page, watched }) => {
  const secret = "user-token-pasted-with-a-line";
  await guide.open(page);
  await guide.connectPractice(page);
  await openExplorer(page);
  await page.getByText("Paste a curl line").click();
  const line = `curl -i -X GET "https://graph.facebook.com/LATEST-API-VERSION/me/accounts &access_token=${secret}"`;
  await page.getByLabel("A command from a page").fill(line);
  await page.getByRole("button", { name: "Read", exact: true }).click();
  await expect(query(page)).toHaveValue(/me\/accounts/);
  await expect(page.getByText("A token stood in it, and was left out")).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  await ask(page, guide.PAGE);
  watched.expectQuiet();
});

test("a shared call is opened, and sent by the reader only", async ({ page, watched }) => {
  await guide.open(page, "#/explorer/GET/v26.0/me/accounts?fields=id,name");
  await expect(page).toHaveURL(/#\/explorer$/);
  await expect(query(page)).toHaveValue("me/accounts?fields=id,name");
  expect(watched.requests.filter(({ url }) => url.includes("graph.facebook.com"))).toEqual([]);
  await guide.open(page, "#/explorer/GET/v26.0/me?access_token=abc");
  await expect(page.getByRole("main")).toContainText("token");
  expect(page.url()).not.toContain("abc");
});

test("an answer is waited for, and can be cancelled", async ({ live: page, emulator }) => {
  await guide.open(page);
  await guide.connectLive(page, emulator.user_token);
  await openExplorer(page);
  await emulator.fail({ hang: true });
  await submit(page).click();
  await page.getByRole("main").getByRole("button", { name: "Cancel" }).first().click();
  await expect(page.getByRole("region", { name: "Response" })).toContainText("Cancelled");
});
