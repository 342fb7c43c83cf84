// axe finds nothing, on any screen and in any state, in light and in dark.

import { expectAccessible, test } from "./fixtures.mjs";
import { LIVE_SCREENS, explorerScreens, practiceScreens } from "./screens.mjs";

/** Expects axe to find nothing on any of these screens. */
async function checkScreens(page, screens) {
  test.setTimeout(180_000);
  for await (const screen of screens) {
    await test.step(screen, () => expectAccessible(page));
  }
}

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    test("the way in practice", ({ page }) => checkScreens(page, practiceScreens(page)));
    test("the explorer", ({ page }) => checkScreens(page, explorerScreens(page)));

    for (const [name, screens] of LIVE_SCREENS) {
      test(`${name}, live`, ({ emulator, live }) => checkScreens(live, screens(live, emulator)));
    }
  });
}
