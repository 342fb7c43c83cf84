// The composer: a message is written, sent from the explorer, and arrives.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

const composer = (page) => page.getByRole("region", { name: "Message composer" });
const field = (page, name) => composer(page).getByRole("textbox", { name, exact: true });
const response = (page) => page.getByRole("tree", { name: "Response" });

/** With a conversation chosen in the guide: opens the composer. */
async function compose(page, kind) {
  await page.getByRole("link", { name: "Explorer", exact: true }).click();
  await page.getByRole("tab", { name: "Compose a message" }).click();
  await page.locator(".fr-compose__choice").filter({ hasText: kind }).click();
}

/** Sends what was composed, in the explorer. */
async function send(page) {
  await composer(page).getByRole("button", { name: "Open in explorer" }).click();
  await expect(page.getByLabel("Value of message", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(response(page)).toContainText("message_id");
}

test("buttons are composed, and arrive", async ({ emulator, live }) => {
  await guide.liveToReply(live, emulator.user_token);
  await compose(live, "Buttons");
  await field(live, "Text").fill("Shall we keep it?");
  await field(live, "Title").fill("Yes, please");
  await field(live, "Payload").fill("KEEP");
  await send(live);
  const { bubbles } = await emulator.phone();
  expect(JSON.stringify(bubbles.at(-1))).toContain("Yes, please");
  expect(await emulator.countSends()).toBe(1);
});

test("a limit is told before Graph refuses", async ({ emulator, live }) => {
  await guide.liveToReply(live, emulator.user_token);
  await compose(live, "Text");
  await field(live, "Text").fill("x".repeat(2001));
  await expect(composer(live)).toContainText("Too long: Graph takes 2000 characters. Remove 1.");
  await composer(live).getByRole("button", { name: "Open in explorer" }).click();
  await expect(composer(live)).toContainText("Graph would refuse this");
  await field(live, "Text").fill("x".repeat(2000));
  await expect(composer(live)).not.toContainText("Graph would refuse this");
  expect(await emulator.countSends()).toBe(0);
});

test("a reply of the guide is opened in the composer, and sent with a quick reply", async ({ page }) => {
  await guide.practiceToReply(page);
  await guide.reply(page);
  await guide.expectDone(page);
  const panel = page.getByRole("complementary");
  await panel.getByText(/^All calls/).click();
  await panel.locator(".fr-log__call").filter({ hasText: "POST" }).first().click();
  await panel.getByRole("button", { name: "Open in composer" }).click();
  await expect(field(page, "Text")).toHaveValue(guide.REPLY);
  await composer(page).getByRole("button", { name: "Add a quick reply" }).click();
  await field(page, "Title").fill("Keep it");
  await field(page, "Payload").fill("KEEP");
  await send(page);
  await page.getByRole("link", { name: "Guide", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("Keep it");
});
