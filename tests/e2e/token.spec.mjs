// A token that expires in the middle: only the token is asked for, and the way goes on.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

async function expectExpired(page) {
  await expect(guide.alert(page)).toContainText("The token has expired");
  await expect(guide.alert(page)).toContainText("463");
  await expect(page.locator("[data-focus=alert]")).toBeFocused();
}

async function bringNewToken(page, token) {
  await guide.button(page, "Bring a new token").click();
  await expect(guide.heading(page)).toHaveText(/Bring a new token/);
  await expect(page.getByLabel("Access token", { exact: true })).toBeFocused();
  await guide.bringToken(page, token);
  await expect(guide.heading(page)).toHaveText(/This token will do/);
}

test("a User token expires at step 4", async ({ emulator, live }) => {
  await guide.liveToReply(live, emulator.user_token);
  await emulator.setScenario("token-expired");
  await guide.reply(live);
  await expectExpired(live);
  await bringNewToken(live, (await emulator.keys()).user_token);
  // The Page's new token is in the list of Pages.
  await guide.goOn(live, "ids");
  await expect(live.getByText(emulator.conversation_id).first()).toBeVisible();
  await guide.goOn(live, "read");
  await guide.goOn(live, "reply");
  await expect(guide.replyField(live)).toHaveValue(guide.REPLY);
  await guide.button(live, "Send the reply").click();
  await guide.expectDone(live);
});

test("a Page token expires at step 4", async ({ emulator, live }) => {
  await guide.open(live);
  await guide.connectLive(live, emulator.page_token);
  await guide.goOn(live, "start");
  await guide.goOn(live, "ids");
  await guide.button(live, "Show conversations").click();
  await guide.chooseConversation(live);
  await guide.readOn(live);
  await emulator.setScenario("token-expired");
  await guide.reply(live);
  await expectExpired(live);
  await bringNewToken(live, (await emulator.keys()).page_token);
  await guide.goOn(live, "reply");
  await expect(guide.replyField(live)).toHaveValue(guide.REPLY);
  await guide.button(live, "Send the reply").click();
  await guide.expectDone(live);
});

test("a token expires while reading, and a reload still asks for the token", async ({ emulator, live }) => {
  await guide.liveToReply(live, emulator.user_token);
  await emulator.setScenario("token-expired");
  await guide.button(live, "Back").click();
  await expectExpired(live);
  await live.reload();
  await expectExpired(live);
  await bringNewToken(live, (await emulator.keys()).user_token);
  await guide.goOn(live, "ids");
  await guide.goOn(live, "read");
  await expect(guide.conversation(live)).toBeVisible();
});

test("practice: the token expires, a new one is a press away", async ({ page }) => {
  await guide.practiceToReply(page);
  await guide.choose(page, "Your token expires");
  await guide.reply(page);
  await expectExpired(page);
  await guide.button(page, "Get a new practice token").click();
  await expect(guide.heading(page)).toHaveText(/Bring a new token/);
  await guide.button(page, "Get a new practice token").click();
  await expect(guide.heading(page)).toHaveText(/This token will do/);
  await guide.goOn(page, "ids");
  await guide.goOn(page, "read");
  await guide.goOn(page, "reply");
  await guide.button(page, "Send the reply").click();
  await guide.expectDone(page);
});
