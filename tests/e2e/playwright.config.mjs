import { defineConfig } from "@playwright/test";

import { launchOptions, pageAddress } from "./chromium.mjs";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: "../../target/page/journeys",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["./failures.mjs"]],
  use: {
    actionTimeout: 20_000,
    baseURL: pageAddress(),
    launchOptions: launchOptions(),
  },
});
