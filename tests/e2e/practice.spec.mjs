// Practice mode: from first paint to a first reply, without an account.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

test("practice, from first paint to the reply on the phone", async ({ page, watched }) => {
  await guide.practiceToReply(page);
  await expect(guide.conversation(page)).toHaveCount(0);
  await guide.reply(page);
  await guide.expectDone(page);
  await expect(guide.phone(page)).toContainText(guide.REPLY);
  watched.expectQuiet();
  watched.expectHosts();
  await watched.expectNoToken();
});

test("a quick reply arrives, is pressed, and comes back as a message", async ({ page }) => {
  await guide.practiceToReply(page);
  await page.getByText("Options", { exact: true }).click();
  await guide.button(page, "Add a quick reply").click();
  const title = page.getByLabel("Quick reply 1", { exact: true });
  await expect(title).toBeFocused();
  await title.fill("Yes, please");
  await guide.reply(page);
  await guide.expectDone(page);
  await guide.button(page, "Yes, please").click();
  // The button, and the message.
  await expect(guide.phone(page).locator("bdi", { hasText: "Yes, please" })).toHaveCount(2);
  await guide.button(page, "Read again").click();
  await expect(guide.conversation(page)).toContainText("Yes, please");
});

test("a double click removes one quick reply, not the next one too", async ({ page }) => {
  await guide.practiceToReply(page);
  await page.getByText("Options", { exact: true }).click();
  for (const [index, text] of ["Yes", "No", "Later"].entries()) {
    await guide.button(page, "Add a quick reply").click();
    const title = page.getByLabel(`Quick reply ${index + 1}`, { exact: true });
    await expect(title).toBeFocused();
    await title.fill(text);
  }
  await page.getByRole("button", { name: "Remove quick reply 1" }).dblclick();
  await expect(page.getByLabel("Quick reply 1", { exact: true })).toHaveValue("No");
  await expect(page.getByLabel("Quick reply 2", { exact: true })).toHaveValue("Later");
});

test("the way can be gone again with the same token", async ({ page }) => {
  await guide.practiceToReply(page);
  await guide.reply(page);
  await guide.expectDone(page);
  await guide.button(page, "Start again").click();
  await guide.expectStep(page, "start");
  await guide.writeAsCustomer(page, "And a small one?");
  await guide.goOn(page, "ids");
  await guide.goOn(page, "read");
  await expect(guide.conversation(page)).toContainText("And a small one?");
  await guide.goOn(page, "reply");
  await expect(guide.replyField(page)).toHaveValue("");
});

test("the practice world is asked for only when practice begins", async ({ page, watched }) => {
  const loaded = () => watched.requests.some(({ url }) => url.includes("practice-worker"));
  await guide.open(page);
  expect(loaded()).toBe(false);
  await guide.connectPractice(page);
  expect(loaded()).toBe(true);
});
