// Pictures of the real page: `cargo xtask screenshots`.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";

import { launchOptions, pageAddress } from "./chromium.mjs";

const [folder] = process.argv.slice(2);
const VIEWPORT = { width: 1440, height: 900 };

/** The screens to photograph: a name, and how to get there from the first paint. */
const SCREENS = [["start", async () => {}]];

await mkdir(folder, { recursive: true });
const browser = await chromium.launch(launchOptions());
for (const colorScheme of ["light", "dark"]) {
  for (const [name, reach] of SCREENS) {
    const context = await browser.newContext({
      baseURL: pageAddress(),
      colorScheme,
      reducedMotion: "reduce",
      viewport: VIEWPORT,
    });
    const page = await context.newPage();
    await page.goto("/");
    await page.locator("#loading").waitFor({ state: "detached" });
    await reach(page);
    const path = join(folder, `${name}-${colorScheme}.png`);
    await page.screenshot({ path });
    console.log(path);
    await context.close();
  }
}
await browser.close();
