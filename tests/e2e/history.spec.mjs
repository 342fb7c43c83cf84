// Back, forward, links and tabs.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

const follow = (page, hash) => page.evaluate((to) => (location.hash = to), hash);

test("back and forward lead from step to step, and lose nothing", async ({ page, watched }) => {
  await guide.practiceToReply(page);
  await guide.replyField(page).fill(guide.REPLY);
  for (const step of ["read", "ids", "start", "connect"]) {
    await page.goBack();
    await guide.expectStep(page, step);
    await expect(guide.heading(page)).toBeFocused();
  }
  for (const step of ["start", "ids", "read", "reply"]) {
    await page.goForward();
    await guide.expectStep(page, step);
  }
  await expect(guide.replyField(page)).toHaveValue(guide.REPLY);
  watched.expectQuiet();
});

test("the steps that are done are links", async ({ page }) => {
  await guide.practiceToReply(page);
  const steps = page.getByRole("navigation", { name: "Steps" });
  await expect(steps.locator("[aria-current=step]")).toContainText("Reply");
  await steps.getByRole("link", { name: "Get the IDs" }).click();
  await guide.expectStep(page, "ids");
  await expect(page.getByRole("radio", { name: guide.CUSTOMER })).toBeChecked();
});

for (const hash of ["#/start", "#/ids", "#/read", "#/reply", "#/done", "#/nonsense", "#"]) {
  test(`without a token ${hash} leads to Connect`, async ({ page }) => {
    await guide.open(page, hash);
    await guide.expectStep(page, "connect");
  });
}

test("a link leads no further than to the first open step", async ({ page }) => {
  await guide.open(page);
  await guide.connectPractice(page);
  for (const hash of ["#/reply", "#/done", "#/read"]) {
    await follow(page, hash);
    await guide.expectStep(page, "ids");
  }
  await follow(page, "#/nonsense");
  await guide.expectStep(page, "ids");
});

test("a second tab is independent", async ({ page, context }) => {
  await guide.practiceToReply(page);
  const other = await context.newPage();
  await guide.open(other, "#/reply");
  await guide.expectStep(other, "connect");
  expect(await other.evaluate(() => sessionStorage.length)).toBe(0);
  await guide.connectPractice(other);
  await guide.goOn(other, "start");
  await expect(guide.phone(other)).toContainText("No messages yet");
  await page.reload();
  await guide.expectStep(page, "reply");
  await expect(guide.phone(page)).toContainText(guide.QUESTION);
});
