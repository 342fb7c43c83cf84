// A reload at every step: the step, the IDs and the draft are back, and what is shown is read again.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

async function reload(page, step) {
  await page.reload();
  await guide.expectStep(page, step);
}

/** Goes from a token to Done, and reloads wherever there is something to lose. */
async function checkReloads(page) {
  await reload(page, "connect");
  await expect(guide.heading(page)).toHaveText(/This token will do/);
  await guide.goOn(page, "start");
  await reload(page, "start");
  await guide.goOn(page, "ids");
  await reload(page, "ids");
  await guide.choosePage(page);
  await expect(page.getByRole("radio", { name: guide.CUSTOMER })).toBeVisible();
  await reload(page, "ids");
  await guide.chooseConversation(page);
  await reload(page, "ids");
  await expect(page.getByRole("radio", { name: guide.CUSTOMER })).toBeChecked();
  await guide.goOn(page, "read");
  await reload(page, "read");
  await expect(guide.conversation(page)).toBeVisible();
  await guide.goOn(page, "reply");
  await guide.replyField(page).fill(guide.REPLY);
  await page.getByText("Options", { exact: true }).click();
  await guide.mark(page, "Update");
  await reload(page, "reply");
  await expect(guide.replyField(page)).toHaveValue(guide.REPLY);
  await page.getByText("Options", { exact: true }).click();
  await expect(page.getByRole("radio", { name: "Update" })).toBeChecked();
  await guide.expectRead(page);
  await guide.button(page, "Send the reply").click();
  await guide.expectDone(page);
  await reload(page, "done");
  await guide.expectDone(page);
}

test("live: a reload at every step", async ({ emulator, live }) => {
  await guide.open(live);
  await guide.connectLive(live, emulator.user_token);
  await checkReloads(live);
  expect(await emulator.countSends()).toBe(1);
});

test("practice: a reload at every step, and the practice world goes on", async ({ page }) => {
  await guide.open(page);
  await guide.connectPractice(page);
  await guide.goOn(page, "start");
  await guide.writeAsCustomer(page);
  await page.goBack();
  await checkReloads(page);
  await expect(guide.phone(page)).toContainText(guide.QUESTION);
  await expect(guide.phone(page)).toContainText(guide.REPLY);
});

test("a reload while the reply is under way does not send it again", async ({ emulator, live }) => {
  await guide.liveToReply(live, emulator.user_token);
  await emulator.fail({ match: { path_contains: "/messages?" }, hang: true });
  await guide.reply(live);
  await expect.poll(emulator.countSends).toBe(1);
  await live.reload();
  await guide.expectStep(live, "reply");
  await expect(guide.replyField(live)).toHaveValue(guide.REPLY);
  await expect(guide.alert(live)).toContainText("Nobody can tell whether the reply was sent");
  await expect(guide.alert(live)).toContainText("Most likely it was not sent");
  await guide.button(live, "Send again").click();
  const question = live.getByRole("dialog", { name: "Send it again?" });
  await question.getByRole("button", { name: "Do not send" }).click();
  await expect(guide.replyField(live)).toBeFocused();
  expect(await emulator.countSends()).toBe(1);
  await guide.sendAgain(live);
  await guide.expectDone(live);
  expect(await emulator.countSends()).toBe(2);
});

test("kept in memory only: nothing is stored, and a reload begins anew", async ({ emulator, live }) => {
  await guide.open(live);
  await guide.mark(live, "Live");
  await live.getByLabel(/Keep it in memory only/).check();
  await guide.bringToken(live, emulator.user_token);
  await expect(guide.heading(live)).toHaveText(/This token will do/);
  await guide.goOn(live, "start");
  expect(await live.evaluate(() => sessionStorage.length)).toBe(0);
  await live.reload();
  await guide.expectStep(live, "connect");
  await expect(live.getByRole("list", { name: "Tokens held" })).toHaveCount(0);
});
