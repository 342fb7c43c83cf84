// A send that Graph refuses: what it said, why, and a way on. The draft is kept.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

const OTHER = "Choose another conversation";
const UNKNOWN = "Nobody can tell whether the reply was sent";

/** The scenario; the title; what Graph said, line by line; the way on. */
const REFUSALS = [
  ["person-unavailable", "The person cannot be reached", { Code: "551", Subcode: "1545041" }, OTHER],
  ["wrong-psid", "This Page knows no such person", { Code: "100", Subcode: "2018001" }, OTHER],
  ["other-app-thread", "Another app holds the conversation", { Code: "10", Subcode: "2018300" }, OTHER],
  ["development-mode", "The app is in development mode", { Code: "200", Subcode: "2018028" }, OTHER],
  ["permission-missing", "A permission or a role is missing", { Code: "200" }, "Bring a new token"],
  ["rate-limit", "Too many calls for now", { Code: "4" }, "Read the messages first"],
];

/** Expects the notice of a send that did not work. */
async function checkRefusal(page, title, lines, wayOn) {
  await expect(guide.alert(page).getByRole("heading", { name: title })).toBeVisible();
  await expect(page.locator("[data-focus=alert]")).toBeFocused();
  for (const [name, value] of Object.entries(lines)) {
    await expect(guide.said(page, name)).toHaveText(value);
  }
  await expect(guide.alert(page).getByRole("button", { name: wayOn, exact: true })).toBeVisible();
  await expect(guide.replyField(page)).toHaveValue(guide.REPLY);
}

test("every refusal shows what Graph said, and a way on", async ({ emulator, live }) => {
  await guide.liveToReply(live, emulator.user_token);
  await guide.replyField(live).fill(guide.REPLY);
  for (const [scenario, title, lines, wayOn] of REFUSALS) {
    await test.step(scenario, async () => {
      await emulator.setScenario(scenario);
      await guide.button(live, "Send the reply").click();
      await checkRefusal(live, title, lines, wayOn);
      await expect(guide.said(live, "Message")).not.toBeEmpty();
      await expect(guide.said(live, "Trace ID")).not.toBeEmpty();
    });
  }
  expect(await emulator.countSends()).toBe(REFUSALS.length);
  await emulator.setScenario("none");
  await guide.button(live, "Send the reply").click();
  await guide.expectDone(live);
});

test("Graph has trouble with the message: it is looked for, and sent again after a second yes", async ({
  emulator,
  live,
}) => {
  await guide.liveToReply(live, emulator.user_token);
  await emulator.setScenario("temporary-failure");
  await guide.reply(live);
  await checkRefusal(live, UNKNOWN, { Code: "1200", Subcode: "2018024" }, "Read the messages");
  await expect(live.getByText("Looking for the reply in the conversation")).toBeVisible();
  await expect(guide.alert(live)).toContainText("Most likely it was not sent");
  await expect(live.locator("[data-focus=alert]")).toBeFocused();
  await emulator.setScenario("none");
  await guide.button(live, "Look for the reply").click();
  await expect(guide.alert(live)).not.toContainText("Most likely");
  await expect(guide.alert(live)).toContainText("Most likely it was not sent");
  await guide.sendAgain(live);
  await guide.expectDone(live);
  expect(await emulator.countSends()).toBe(2);
});

test("the window is closed: the customer writes, then the reply goes out", async ({ emulator, live }) => {
  await guide.liveToReply(live, emulator.user_token);
  await emulator.setScenario("window-closed");
  await guide.reply(live);
  const lines = { Code: "10", Subcode: "2018278" };
  await checkRefusal(live, "Not sent: the window is closed", lines, "Read the messages again");
  await expect(guide.said(live, "Trace ID")).not.toBeEmpty();
  await guide.button(live, "Read the messages again").click();
  await expect(live.getByText("The messaging window looks closed")).toBeVisible();
  await emulator.customerWrites("Are you there?");
  await guide.button(live, "Read again").click();
  await expect(guide.conversation(live)).toContainText("Are you there?");
  await guide.goOn(live, "reply");
  await guide.button(live, "Send the reply").click();
  await guide.expectDone(live);
});

test("Graph is down: a page of HTML is told, not shown", async ({ emulator, live }) => {
  await guide.liveToReply(live, emulator.user_token);
  await emulator.setScenario("graph-down");
  await guide.reply(live);
  await checkRefusal(live, UNKNOWN, { "HTTP status": "502" }, "Read the messages");
  await expect(guide.alert(live)).toContainText("A server’s page came instead of an answer");
  await guide.button(live, "Read the messages").click();
  await expect(guide.alert(live)).toContainText("502");
  await emulator.setScenario("none");
  await guide.button(live, "Try again").click();
  await expect(guide.conversation(live)).toBeVisible();
});

test("a connection that breaks after the send leaves it open, until the reply is found", async ({ emulator, live }) => {
  await guide.liveToReply(live, emulator.user_token);
  await emulator.fail({ match: { path_contains: "/messages?" }, cut: "mid_body" });
  await guide.reply(live);
  await guide.expectDone(live);
  expect(await emulator.countSends()).toBe(1);
});

test("an empty reply is refused by the page itself", async ({ emulator, live }) => {
  await guide.liveToReply(live, emulator.user_token);
  await guide.reply(live, "  ");
  const summary = live.locator("[data-focus=alert]");
  await expect(summary).toBeFocused();
  await summary.getByRole("link", { name: "Write a reply." }).click();
  await expect(guide.replyField(live)).toBeFocused();
  expect(await emulator.countSends()).toBe(0);
});
