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
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    actionTimeout: 10_000,
    baseURL: pageAddress(),
    launchOptions: launchOptions(),
    trace: "retain-on-failure",
  },
});
