// The page on other hosts, at the addresses given: `cargo xtask test hosting`.

import { chromium, expect } from "@playwright/test";

import { launchOptions } from "./chromium.mjs";
import * as guide from "./guide.mjs";
import { watch } from "./watch.mjs";

const addresses = process.argv.slice(2);
const browser = await chromium.launch(launchOptions());
try {
  for (const address of addresses) {
    const page = await browser.newPage();
    const watched = await watch(page);
    await page.goto(address);
    await guide.connectPractice(page);
    await page.reload();
    await expect(guide.heading(page)).toBeVisible();
    watched.expectQuiet();
    watched.expectHosts();
    await page.close();
    console.log(`quiet in Chromium: ${address}`);
  }
} finally {
  await browser.close();
}
