// The explorer, and Meta's tutorial followed in it.

import { expect, expectAccessible, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

const explorer = (page) => page.getByRole("region", { name: "Explorer" });
const query = (page) => page.getByRole("combobox", { name: "Path and query" });
const response = (page) => page.getByRole("tree", { name: "Response" });
const tutorial = (page) => page.getByRole("region", { name: "Meta’s tutorial" });

/** Opens the explorer by the header's link. */
async function explore(page, token) {
  await guide.open(page);
  await guide.connectLive(page, token);
  await page.getByRole("link", { name: "Explorer", exact: true }).click();
  await expect(query(page)).toHaveValue("me?fields=id,name");
}

/** Submits, and waits for what the answer has in it. */
async function submit(page, ...texts) {
  const button = explorer(page).getByRole("button", { name: "Submit" });
  await expect(button).toBeEnabled();
  await button.click();
  for (const text of texts) {
    await expect(response(page)).toContainText(text);
  }
}

/** Clicks an ID in the response. */
async function click(page, id) {
  await response(page).getByText(id, { exact: true }).first().click();
}

/** Gives what is selected in the response to the guide, and waits until the guide has it. */
async function take(page, words) {
  await page.getByRole("button", { name: words, exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "The guide works with" })).toBeVisible();
}

/** Opens the explorer, and goes on with the token of the Page. */
async function exploreAsPage(page, { user_token, page_id }) {
  await explore(page, user_token);
  await query(page).fill("me/accounts");
  await submit(page, page_id);
  await click(page, page_id);
  await take(page, "This is my Page");
  await explorer(page).getByRole("radio", { name: /^Page token/ }).check();
}

/** Types at the end of the query, where the click has put the focus. */
async function add(page, text) {
  await expect(query(page)).toBeFocused();
  await page.keyboard.type(text);
}

test("the tutorial's way through the Graph API Explorer, word for word", async ({ emulator, live, liveWatched }) => {
  await explore(live, emulator.user_token);

  // Run the default query. Click the ID in the response: it is moved to the query. Add /accounts.
  await submit(live, "name");
  const line = await response(live).getByRole("treeitem").filter({ hasText: /^"?id"?: / }).textContent();
  const user = line.replace(/\D/g, "");
  await click(live, user);
  await expect(query(live)).toHaveValue(user);
  await add(live, "/accounts");
  await submit(live, emulator.page_id);
  await expect(tutorial(live)).toContainText("1 of 4 done");

  // The Page's token comes with the Page.
  await click(live, emulator.page_id);
  await expect(query(live)).toHaveValue(emulator.page_id);
  await take(live, "This is my Page");
  await explorer(live).getByRole("radio", { name: /^Page token/ }).check();

  // Click the Page ID; add /conversations?fields=participants to the query.
  await click(live, emulator.page_id);
  await add(live, "/conversations?fields=participants");
  await submit(live, emulator.psid, emulator.conversation_id);
  await expect(tutorial(live)).toContainText("2 of 4 done");

  // Click the Page ID; add /conversations?fields=messages{message} to the query.
  await click(live, emulator.page_id);
  await add(live, "/conversations?fields=messages{message}");
  await submit(live, "messages");
  await expect(tutorial(live)).toContainText("3 of 4 done");

  // GET becomes POST; me; Submit. That asks Graph to change the Page, with nothing to change.
  const method = explorer(live).getByLabel("Method");
  await method.selectOption("POST");
  await query(live).fill("me");
  await submit(live, "error");
  // Asked with GET it answers, and the ID in the answer takes the place of me.
  await method.selectOption("GET");
  await submit(live, guide.PAGE);
  await method.selectOption("POST");
  await query(live).fill("me/messages");
  await click(live, emulator.page_id);
  await expect(query(live)).toHaveValue(`${emulator.page_id}/messages`);

  // Three fields, as they are printed.
  const fields = {
    recipient: `{id:${emulator.psid}}`,
    messaging_type: "RESPONSE",
    message: "{text:'Hello, new customer!'}",
  };
  for (const [name, value] of Object.entries(fields)) {
    await explorer(live).getByRole("button", { name: `+ ${name}`, exact: true }).click();
    await explorer(live).getByLabel(`Value of ${name}`).fill(value);
  }
  await submit(live, "message_id");
  await expect(tutorial(live)).toContainText("all done");
  await expect(tutorial(live).locator("summary").filter({ hasText: "Done" })).toHaveCount(6);
  await expectAccessible(live);

  const { bubbles } = await emulator.phone();
  expect(bubbles.at(-1)).toMatchObject({ from_customer: false, text: "Hello, new customer!" });
  expect(await emulator.countSends()).toBe(1);
  await liveWatched.expectNoToken();
});

test("a query is completed by keyboard, and its fields are ticked", async ({ emulator, live }) => {
  await explore(live, emulator.user_token);
  await query(live).fill("");
  await query(live).pressSequentially("me/ac");
  await expect(live.getByRole("option", { name: /^accounts/ })).toBeVisible();
  await expectAccessible(live);
  await query(live).press("ArrowDown");
  await query(live).press("Enter");
  await expect(query(live)).toHaveValue("me/accounts");
  await explorer(live).getByText(/^Fields of a Page/).click();
  await explorer(live).getByRole("checkbox", { name: /^name/ }).check();
  await expect(query(live)).toHaveValue("me/accounts?fields=name");
  await query(live).press("Enter");
  await expect(response(live)).toContainText(guide.PAGE);
});

test("a curl line of the tutorial becomes the call, without its token", async ({ emulator, live, liveWatched }) => {
  await explore(live, emulator.user_token);
  await explorer(live).getByText("Paste a curl line").click();
  const line = `curl -i -X GET "https://graph.facebook.com/LATEST-API-VERSION/me/accounts &access_token=${emulator.user_token}"`;
  await explorer(live).getByLabel(/^A command/).fill(line);
  await explorer(live).getByRole("button", { name: "Read", exact: true }).click();
  await expect(query(live)).toHaveValue("me/accounts");
  await submit(live, emulator.page_id);
  await expectAccessible(live);
  await liveWatched.expectNoToken();
});

test("an ID of an answer in the guide goes into the explorer's query", async ({ page }) => {
  await guide.open(page);
  await guide.connectPractice(page);
  const panel = page.getByRole("complementary");
  await panel.getByRole("treeitem").filter({ hasText: /^"?id"?: / }).first().click();
  await panel.getByRole("button", { name: "Put into the query" }).click();
  await expect(page).toHaveURL(/#\/explorer$/);
  await expect(query(page)).toBeFocused();
  await expect(query(page)).toHaveValue(/^\d+$/);
});

test("IDs of an answer become the guide's own", async ({ page }) => {
  await guide.open(page);
  await guide.connectPractice(page);
  await guide.goOn(page, "start");
  await guide.writeAsCustomer(page);
  await page.getByRole("link", { name: "Explorer", exact: true }).click();
  await query(page).fill("me/accounts");
  await submit(page, guide.PAGE);
  const row = response(page).getByRole("treeitem").filter({ hasText: guide.PAGE }).first();
  await row.click();
  const page_id = await response(page).locator(".fr-line__id").nth(1).innerText();
  await click(page, page_id);
  await take(page, "This is my Page");
  await page.getByRole("radio", { name: "Page token" }).check();
  await query(page).fill(`${page_id}/conversations?fields=participants`);
  await submit(page, guide.CUSTOMER);
  const conversation = await response(page).getByText(/^t_\d+$/).first().innerText();
  await click(page, conversation);
  await take(page, "This is my conversation");
  await page.getByRole("link", { name: "Guide", exact: true }).click();
  await expect(guide.heading(page)).toBeVisible();
  await expect(page.getByRole("main")).toContainText(conversation);
});

test("a PSID of an answer becomes the guide's own", async ({ emulator, live }) => {
  await exploreAsPage(live, emulator);
  await query(live).fill("me/conversations?fields=participants");
  await submit(live, emulator.psid);
  await click(live, emulator.psid);
  await take(live, "This is my PSID");
  await expect(live.getByText(`The guide works with ${emulator.psid} now`)).toBeVisible();
  await live.getByRole("link", { name: "Guide", exact: true }).click();
  await expect(guide.heading(live)).toHaveText(/This token will do/);
  await guide.goOn(live, "start");
  await guide.goOn(live, "ids");
  await guide.goOn(live, "read");
  await expect(guide.conversation(live)).toContainText(guide.CUSTOMER);
});

test("the app is subscribed to the Page's webhooks, and taken out again", async ({ emulator, live, liveWatched }) => {
  await exploreAsPage(live, emulator);
  const method = explorer(live).getByLabel("Method");
  await query(live).fill("me/subscribed_apps");

  await method.selectOption("POST");
  await explorer(live).getByRole("button", { name: "+ subscribed_fields", exact: true }).click();
  await explorer(live).getByLabel("Value of subscribed_fields").fill("messages");
  await submit(live, "success");
  await method.selectOption("GET");
  await submit(live, "Practice App", "subscribed_fields", "messages");
  await method.selectOption("DELETE");
  await submit(live, "success");
  await expectAccessible(live);
  await method.selectOption("GET");
  await submit(live, "data");
  await expect(response(live)).not.toContainText("Practice App");
  await liveWatched.expectNoToken();
});

test("a call of the guide opens in the explorer, and Back leads back", async ({ page }) => {
  await guide.open(page);
  await guide.connectPractice(page);
  await page.getByRole("complementary").getByRole("button", { name: "Open in explorer" }).click();
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

test("a shared call is opened, and sent by the reader only", async ({ page, watched }) => {
  await guide.open(page, "#/explorer/GET/v26.0/me/accounts?fields=id,name");
  await expect(page).toHaveURL(/#\/explorer$/);
  await expect(query(page)).toHaveValue("me/accounts?fields=id,name");
  expect(watched.requests.filter(({ url }) => url.includes("graph.facebook.com"))).toEqual([]);
  await guide.open(page, "#/explorer/GET/v26.0/me?access_token=abc");
  await expect(page.getByRole("main")).toContainText("token");
  expect(page.url()).not.toContain("abc");
});

test("an error is explained below it, until a call that works", async ({ emulator, live, liveWatched }) => {
  await explore(live, emulator.user_token);
  const alert = explorer(live).getByRole("alert");
  await query(live).fill("me?fields=id,nmae");
  await query(live).press("Enter");
  await expect(response(live)).toContainText("error");
  await expect(alert).toContainText("Graph does not take a part of this call");
  await expect(alert.getByRole("definition").filter({ hasText: "nmae" })).toHaveCount(1);
  await expect(alert.getByRole("button")).toHaveText(["Copy for support"]);
  await expect(query(live)).toBeFocused();
  await expectAccessible(live);
  await query(live).fill("me?fields=id,name");
  await query(live).press("Enter");
  await expect(response(live)).toContainText("name");
  await expect(alert).toHaveCount(0);
  await liveWatched.expectNoToken();
});

test("an answer is waited for, and can be cancelled", async ({ live: page, emulator }) => {
  await guide.open(page);
  await guide.connectLive(page, emulator.user_token);
  await page.getByRole("link", { name: "Explorer", exact: true }).click();
  await emulator.fail({ hang: true });
  await explorer(page).getByRole("button", { name: "Submit" }).click();
  await page.getByRole("main").getByRole("button", { name: "Cancel" }).first().click();
  await expect(page.getByRole("region", { name: "Response" })).toContainText("Cancelled");
});

/** Opens the explorer in practice. */
async function practise(page) {
  await guide.open(page);
  await guide.connectPractice(page);
  await page.getByRole("link", { name: "Explorer", exact: true }).click();
  await expect(query(page)).toHaveValue("me?fields=id,name");
}

for (const [width, height] of [[1440, 900], [768, 1024], [320, 640]]) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    test("after Submit the answer is in sight, and the focus where it was", async ({ page }) => {
      await practise(page);
      await query(page).fill("me/accounts");
      await query(page).press("Enter");
      await expect(response(page)).toContainText(guide.PAGE);
      await expect(response(page).getByRole("treeitem").nth(2)).toBeInViewport();
      await expect(query(page)).toBeFocused();
      await expect(page.getByRole("status").filter({ hasText: "The answer is there: 200" })).toHaveCount(1);

      await query(page).fill("me/messages");
      await explorer(page).getByLabel("Method").selectOption("POST");
      for (const [name, value] of [["recipient", "{id:1}"], ["messaging_type", "RESPONSE"], ["message", "{text:'Hi'}"]]) {
        await explorer(page).getByRole("button", { name: `+ ${name}`, exact: true }).click();
        await explorer(page).getByLabel(`Value of ${name}`).fill(value);
      }
      await submit(page, "error");
      await expect(response(page).getByRole("treeitem").nth(2)).toBeInViewport();
    });
  });
}

test.describe("the tutorial", () => {
  const bar = (page) => tutorial(page).getByRole("button", { name: /^Meta’s tutorial/ });
  const fill = (page) => tutorial(page).getByRole("button", { name: "Fill in: Get the Page ID" });

  test("stands open beside the explorer, until it is folded away", async ({ page }) => {
    await practise(page);
    const { x, width } = await explorer(page).boundingBox();
    expect((await tutorial(page).boundingBox()).x).toBeGreaterThan(x + width);
    await fill(page).click();
    await expect(query(page)).toHaveValue("me/accounts");
    await bar(page).click();
    await expect(fill(page)).toBeHidden();
    await expect(bar(page)).toHaveAttribute("aria-expanded", "false");
  });

  test("is folded under it where it is narrow", async ({ page }) => {
    await page.setViewportSize({ width: 600, height: 900 });
    await practise(page);
    await expect(bar(page)).toHaveAttribute("aria-expanded", "false");
    await expect(fill(page)).toBeHidden();
    await bar(page).click();
    await expect(fill(page)).toBeVisible();
  });
});
