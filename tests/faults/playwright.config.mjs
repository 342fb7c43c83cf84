import { defineConfig } from "@playwright/test";

import journeys from "../e2e/playwright.config.mjs";

export default defineConfig(journeys, {
  testDir: ".",
  outputDir: "../../target/page/faults",
  // Most of the time they wait: for deadlines, and for a reply to turn up.
  workers: 4,
  timeout: 120_000,
  reporter: [["list"], ["../e2e/failures.mjs"], ["./table.mjs"]],
});
