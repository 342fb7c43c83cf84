// 320 pixels wide, which is 1280 at a zoom of 400%: nothing scrolls sideways.

import { expectFits } from "./a11y.mjs";
import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";
import { LIVE_SCREENS, explorerScreens, practiceScreens } from "./screens.mjs";

test.use({ viewport: { width: 320, height: 640 } });

async function checkWidth(page, screens) {
  for await (const screen of screens) {
    await expectFits(page, screen);
  }
}

test("the way in practice", ({ page }) => checkWidth(page, practiceScreens(page)));
test("the explorer", ({ page }) => checkWidth(page, explorerScreens(page)));

for (const [name, screens] of LIVE_SCREENS) {
  test(`${name}, live`, ({ emulator, live }) => checkWidth(live, screens(live, emulator)));
}

test("the calls to come cover nothing of the first screen", async ({ page }) => {
  await guide.open(page);
  const start = guide.button(page, "Start practice");
  const [button, plan] = [await start.boundingBox(), await page.getByRole("complementary").boundingBox()];
  expect(plan.y).toBeGreaterThan(button.y + button.height);
  await start.scrollIntoViewIfNeeded();
  const isHit = await start.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
  expect(isHit).toBe(true);
});

test("the call is folded under a bar that sums it up", async ({ page }) => {
  await guide.practiceToReply(page);
  const bar = page.getByRole("complementary").locator("[aria-controls=call-body]");
  await expect(bar).toHaveAttribute("aria-expanded", "false");
  await expect(bar).toContainText("200 OK");
  await expect(page.locator("#call-body")).toBeHidden();
  await bar.click();
  await expect(page.locator("#call-body")).toBeVisible();
  await expectFits(page);
});
