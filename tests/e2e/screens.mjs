// Every screen and state, one after the other, for what must hold on all of them.

import { expect } from "@playwright/test";

import * as guide from "./guide.mjs";

/** The way in practice. Gives the name of each screen once it stands. */
export async function* practiceScreens(page) {
  await guide.open(page);
  yield "connect";
  await guide.connectPractice(page);
  yield "a practice token";
  await guide.goOn(page, "start");
  yield "step 1";
  await guide.writeAsCustomer(page);
  await guide.goOn(page, "ids");
  yield "step 2, before a call";
  await guide.button(page, "Get my Pages").click();
  await expect(page.getByRole("radio", { name: guide.PAGE })).toBeVisible();
  yield "step 2, the Pages";
  await guide.mark(page, guide.PAGE);
  await guide.button(page, "Show conversations").click();
  await guide.chooseConversation(page);
  yield "step 2, the conversations";
  await guide.shortcut(page).click();
  await guide.button(page, "Use a practice notification").click();
  await guide.button(page, "Read the notification").click();
  await expect(guide.found(page).getByRole("radio")).toBeChecked();
  yield "step 2, a notification";
  await guide.goOn(page, "read");
  await expect(guide.conversation(page)).toBeVisible();
  yield "step 3";
  await guide.goOn(page, "reply");
  await page.getByText("Options", { exact: true }).click();
  await guide.button(page, "Add a quick reply").click();
  await page.getByLabel("Quick reply 1", { exact: true }).fill("Yes, please");
  await guide.replyField(page).fill(guide.REPLY);
  yield "step 4, with a preview";
  await guide.button(page, "Send the reply").click();
  await guide.expectDone(page);
  yield "done";
  await guide.choose(page, "Another app holds the thread");
  yield "a lesson, and all of them";
  await guide.startLesson(page, "reply");
  await guide.reply(page);
  await expect(guide.lessons(page)).toContainText("Met. Now mend it");
  yield "a lesson that was met";
  await guide.button(page, "Let the other app pass the thread").click();
  await guide.button(page, "Send the reply").click();
  await guide.expectDone(page);
  await expect(guide.lessons(page)).toContainText("1 of 12 mended");
  await guide.lessons(page).getByText("Choose a lesson").click();
  yield "a lesson that was mended";
}

/** The explorer and the composer, in practice. */
export async function* explorerScreens(page) {
  await guide.open(page);
  await guide.connectPractice(page);
  await page.getByRole("link", { name: "Explorer", exact: true }).click();
  const query = page.locator("#explorer-query");
  await expect(query).toHaveValue("me?fields=id,name");
  yield "the explorer";
  await query.fill("me/");
  await expect(page.getByRole("listbox")).toBeVisible();
  yield "the explorer, with suggestions";
  await query.fill("me/accounts");
  await page.keyboard.press("Escape");
  await guide.button(page, "Submit").click();
  const tree = page.getByRole("tree", { name: "Response" });
  await expect(tree).toContainText(guide.PAGE);
  await tree.getByRole("treeitem").nth(3).click();
  yield "the explorer, an answer";
  for (const fold of [/^Fields of a Page/, /^Paste a curl line/]) {
    await page.getByText(fold).click();
  }
  const tutorial = page.getByRole("button", { name: /^Meta’s tutorial/ });
  if ((await tutorial.getAttribute("aria-expanded")) === "false") {
    await tutorial.click();
  }
  yield "the explorer, all unfolded";
  const panel = page.getByRole("complementary", { name: /^The call/ });
  const bar = panel.locator(".fr-call__bar");
  const isFolded = await bar.isVisible();
  if (isFolded) {
    await bar.click();
  }
  await panel.getByText(/^All calls/).click();
  await panel.getByText("Export the session").click();
  await panel.getByLabel("Compare with").selectOption({ index: 1 });
  await expect(panel).toContainText("Removed");
  yield "all calls, a comparison, the exports";
  if (isFolded) {
    await bar.click();
  }
  await page.getByRole("button", { name: "Raw", exact: true }).click();
  yield "the answer as it came";
  await page.getByLabel("Method").selectOption("POST");
  await query.fill("me/messages");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "+ recipient", exact: true }).click();
  yield "the explorer, a POST";
  await page.getByRole("tab", { name: "Compose a message" }).click();
  for (const kind of ["Text", "File", "Buttons", "Cards", "Action"]) {
    await page.locator(".fr-compose__choice").filter({ hasText: kind }).click();
    yield `the composer: ${kind}`;
  }
  await page.locator(".fr-compose__choice").filter({ hasText: "Text" }).click();
  const composer = page.getByRole("region", { name: "Message composer" });
  await composer.getByRole("textbox", { name: "Text", exact: true }).fill("x".repeat(2001));
  await composer.getByRole("button", { name: "Add a quick reply" }).click();
  await composer.getByRole("button", { name: "Open in explorer" }).click();
  await expect(composer).toContainText("Graph would refuse this");
  yield "the composer, with what Graph would refuse";
  await page.getByRole("tab", { name: "Call", exact: true }).click();
  await page.getByLabel("Method").selectOption("GET");
  await query.fill("me?fields=nonsense");
  await page.keyboard.press("Escape");
  await guide.button(page, "Submit").click();
  await page.getByRole("button", { name: "Tree", exact: true }).click();
  await expect(tree).toContainText("nonsense");
  yield "the explorer, an error";
  await page.getByText(/^Paste a curl line/).click();
  const curl = page.getByLabel(/^A command/);
  const read = page.getByRole("button", { name: "Read", exact: true });
  await curl.fill("wget https://graph.facebook.com/me");
  await read.click();
  await expect(page.locator("p.fr-error")).toBeVisible();
  yield "a curl line that cannot be read";
  await curl.fill('curl -X GET "https://graph.facebook.com/LATEST-API-VERSION/me/accounts &fields=id"');
  await read.click();
  await expect(query).toHaveValue(/^me\/accounts/);
  yield "a curl line that was mended";
}

/** Live, step 1 with a Page, and a window that has closed. */
async function* waitingScreens(page, emulator) {
  await guide.open(page);
  await guide.connectLive(page, emulator.user_token);
  await guide.goOn(page, "start");
  await guide.button(page, "Get my Pages").click();
  await expect(page.getByRole("radio", { name: guide.PAGE })).toBeVisible();
  yield "step 1, the Pages";
  await guide.mark(page, guide.PAGE);
  await guide.button(page, "Take this Page").click();
  await expect(page.getByText(/Looking again in \d+ s/)).toBeVisible();
  await expect(page.getByRole("img", { name: "QR code of this link" })).toBeVisible();
  yield "step 1, the wait for the message";
  await emulator.customerWrites(guide.QUESTION);
  await expect(page.getByText("The message has arrived")).toBeVisible();
  yield "step 1, the message has arrived";
  await guide.goOn(page, "ids");
  await emulator.setScenario("window-closed");
  await guide.goOn(page, "read");
  await expect(page.getByText("The messaging window looks closed")).toBeVisible();
  yield "step 3, the window is closed";
  await guide.goOn(page, "reply");
  await expect(page.getByRole("radio", { name: "Message tag: Human agent" })).toBeVisible();
  yield "step 4, the window is closed";
}

/** What goes wrong, and what only live mode has. */
async function* troubledScreens(page, emulator) {
  await guide.open(page);
  await guide.mark(page, "Live");
  await guide.openLogin(page);
  yield "the login form";
  await guide.button(page, "Log in with Facebook").click();
  await expect(page.locator("[data-focus=alert]")).toBeFocused();
  yield "a refused login form";
  await guide.bringToken(page, "");
  await expect(page.locator("[data-focus=alert]")).toBeFocused();
  yield "a refused form";
  await guide.bringToken(page, "no-such-token-0123456789");
  await expect(guide.alert(page)).toContainText("190");
  yield "a refused token";
  const { user_token: poor } = await emulator.makeToken(["pages_show_list"]);
  await guide.bringToken(page, poor);
  await expect(page.getByText("A later call will need more permissions")).toBeVisible();
  yield "a token that lacks permissions";
  await guide.button(page, "Use another token").click();
  await guide.bringToken(page, emulator.user_token);
  await expect(guide.heading(page)).toHaveText(/This token will do/);
  await guide.goOn(page, "start");
  yield "step 1, live";
  await guide.goOn(page, "ids");
  await guide.paste(page, "");
  await expect(page.getByRole("link", { name: "Paste a notification." })).toBeVisible();
  yield "no notification";
  await guide.paste(page, guide.DASHBOARD_TEST);
  await expect(guide.found(page)).toContainText("the test of the App Dashboard");
  yield "a notification of no use";
  await emulator.setScenario("no-pages");
  await guide.button(page, "Get my Pages").click();
  await expect(page.getByText("no Page is shared with it")).toBeVisible();
  yield "no Pages";
  await emulator.setScenario("nobody-wrote");
  await guide.button(page, "Look again").click();
  await guide.mark(page, guide.PAGE);
  await guide.button(page, "Show conversations").click();
  await expect(page.getByText("Requests folder")).toBeVisible();
  yield "no conversations";
  await guide.button(page, "Change the Page").click();
  await emulator.setScenario("big-page");
  await guide.mark(page, guide.PAGE);
  await emulator.fail({ match: { path_contains: "/conversations?" }, hang: true });
  const asked = page.waitForRequest(/conversations/);
  await guide.button(page, "Show conversations").click();
  await asked;
  await expect(guide.button(page, "Cancel")).toBeVisible();
  yield "a wait";
  await guide.button(page, "Cancel").click();
  const body = JSON.stringify({ error: { message: "(#4) Application request limit reached", code: 4 } });
  const headers = { "Retry-After": "20", "Access-Control-Expose-Headers": "Retry-After" };
  await emulator.fail({ match: { path_contains: "/conversations?" }, status: 400, headers, body });
  await guide.button(page, "Show conversations").click();
  await expect(page.getByText(/Graph asks to wait: trying again in \d+ s/)).toBeVisible();
  yield "a limit that is waited for";
  await guide.button(page, "Try now").click();
  await expect(guide.button(page, "Load more")).toBeVisible();
  yield "a long list";
  await guide.chooseConversation(page);
  await guide.readOn(page);
  await emulator.setScenario("window-closed");
  await guide.reply(page);
  await expect(guide.alert(page)).toContainText("2018278");
  yield "a refused reply";
  await emulator.setScenario("graph-down");
  await guide.button(page, "Send the reply").click();
  await expect(guide.alert(page)).toContainText("502");
  yield "an unknown outcome";
  await expect(guide.alert(page)).toContainText("The conversation could not be read");
  yield "a reply that could not be looked for";
  await guide.button(page, "Send again").click();
  await expect(page.getByRole("dialog", { name: "Send it again?" })).toBeVisible();
  yield "a second yes";
  await page.getByRole("button", { name: "Do not send" }).click();
  await page.getByRole("banner").getByRole("button", { name: "Forget everything" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  yield "a question";
}

/** The ways to a token, tokens that lack something, and what a step says of them. */
async function* tokenScreens(page, emulator) {
  await guide.open(page);
  await guide.mark(page, "Live");
  yield "the Graph API Explorer";
  await guide.mark(page, "App Dashboard");
  yield "the App Dashboard";
  await guide.mark(page, "Facebook Login");
  yield "Facebook Login";
  const body = JSON.stringify({ error: { message: "(#100) No", code: 100 } });
  await emulator.fail({ match: { path_contains: "/debug_token?" }, status: 400, body });
  await guide.bringToken(page, emulator.user_token);
  await expect(guide.button(page, "Ask again")).toBeVisible();
  yield "a token of which not all is known";
  await guide.button(page, "Use another token").click();
  const { user_token: poor } = await emulator.makeToken(["pages_show_list"], [emulator.page_id]);
  await guide.bringToken(page, poor);
  await expect(page.getByText("A later call will need more permissions")).toBeVisible();
  await page.getByText(/^All permissions/).click();
  await page.getByText("Pages that were ticked").click();
  yield "all of a token";
  await guide.goOn(page, "start");
  await guide.goOn(page, "ids");
  await expect(guide.button(page, "Bring a new token")).toBeVisible();
  yield "step 2, with something missing";
  await guide.button(page, "Bring a new token").click();
  await guide.bringToken(page, emulator.user_token);
  await guide.goOn(page, "ids");
  await page.getByText("Nothing that this step needs is known to be missing").click();
  yield "step 2, and what it needs";
}

/** What only live mode has. */
export const LIVE_SCREENS = [
  ["trouble", troubledScreens],
  ["the wait and the window", waitingScreens],
  ["tokens", tokenScreens],
];
