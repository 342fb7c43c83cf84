// The keyboard alone.

import { expect } from "@playwright/test";

/** More presses than lead once around any screen. */
const FAR = 80;

/** Presses Tab until an element has the focus, and expects that to be seen. */
export async function tabTo(page, target) {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < FAR; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expectRing(page);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${target}`);
}

/** Expects a ring around what has the focus, or around what it stands in. */
async function expectRing(page) {
  const rings = await page.evaluate(() => {
    const found = [];
    for (let at = document.activeElement; at && at !== document.body; at = at.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      found.push(outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
    }
    return found.slice(0, 2);
  });
  expect(rings, "a ring of 2 px").toContain(true);
}
