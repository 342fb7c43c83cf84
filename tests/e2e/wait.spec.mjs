// Waiting: it shows, it can be stopped; and a reply goes out once, however often it is asked for.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

/** Waits until a request has arrived: what is taken back before that leaves its fault to the next. */
async function expectAsked(emulator, path, times = 1) {
  const isIt = ({ url }) => url.split("?")[0] === `/v26.0${path}`;
  const count = async () => (await emulator.requests()).filter(isIt).length;
  await expect.poll(count).toBe(times);
}

const cancel = (page) => guide.button(page, "Cancel");

test("a wait shows, and is cancelled", async ({ emulator, live }) => {
  await guide.open(live);
  await guide.connectLive(live, emulator.user_token);
  await guide.goOn(live, "start");
  await guide.goOn(live, "ids");
  await emulator.fail({ match: { path_contains: "/me/accounts" }, hang: true });
  await guide.button(live, "Get my Pages").click();
  await expect(live.getByText("Asking Graph for your Pages…")).toBeVisible();
  await expectAsked(emulator, "/me/accounts");
  await cancel(live).click();
  await expect(live.getByText("Asking Graph for your Pages…")).toHaveCount(0);
  await expect(live.getByRole("complementary")).toContainText("Cancelled");
  await guide.choosePage(live);
  await guide.chooseConversation(live);
});

test("a token's check is cancelled, and the token is still there", async ({ emulator, live }) => {
  await guide.open(live);
  await guide.mark(live, "Live");
  // Whether Graph can be reached, which would take the fault.
  await expectAsked(emulator, "/me");
  await emulator.fail({ match: { path_contains: "/me?" }, hang: true });
  await guide.bringToken(live, emulator.user_token);
  await expect(live.getByText("Asking Graph whose token this is…")).toBeVisible();
  await expectAsked(emulator, "/me", 2);
  await cancel(live).click();
  await guide.button(live, "Check the token").click();
  await expect(guide.heading(live)).toHaveText(/This token will do/);
});

test("a send is cancelled: nobody can tell what became of it", async ({ emulator, live }) => {
  await guide.liveToReply(live, emulator.user_token);
  await emulator.fail({ match: { path_contains: "/messages?" }, hang: true });
  await guide.reply(live);
  await expect(live.getByText("Sending…")).toBeVisible();
  await expect(guide.button(live, "Send the reply")).toHaveCount(0);
  await expect.poll(emulator.countSends).toBe(1);
  await cancel(live).click();
  await expect(guide.alert(live)).toContainText("Nobody can tell whether the reply was sent");
  await expect(live.locator("[data-focus=alert]")).toBeFocused();
  await expect(guide.replyField(live)).toHaveValue(guide.REPLY);
  expect(await emulator.countSends()).toBe(1);
});

for (const [what, press] of Object.entries(guide.HASTE)) {
  test(`one reply, in spite of ${what}`, async ({ emulator, live }) => {
    await guide.liveToReply(live, emulator.user_token);
    await guide.replyField(live).fill(guide.REPLY);
    await emulator.fail({ match: { path_contains: "/messages?" }, delay_ms: 300, times: 5 });
    await press(guide.button(live, "Send the reply"), live);
    await guide.expectDone(live);
    expect(await emulator.countSends()).toBe(1);
  });
}
