// What the journeys share. Import `test` and `expect` from here.

import { chromium, test as base } from "@playwright/test";

import { launchOptions } from "./chromium.mjs";
import { asGraph, startEmulator } from "./emulator.mjs";
import { startHost } from "./host.mjs";
import { slow } from "./slow.mjs";
import { watch } from "./watch.mjs";

export { expect } from "@playwright/test";
export { expectAccessible, expectSound } from "./a11y.mjs";

/** What each page lets out. */
const watches = new WeakMap();

export const test = base.extend({
  /** Arguments for the emulator, such as `["--scenario", "token-expired"]`; set with `test.use`. */
  emulatorArgs: [[], { option: true }],

  /** The emulator, running for one test. */
  emulator: async ({ emulatorArgs }, use) => {
    const emulator = await startEmulator(...emulatorArgs);
    await use(emulator);
    await emulator.stop();
  },

  /** Starts a host that gets something wrong, and gives its address; see host.mjs. */
  badHost: async ({}, use) => {
    const hosts = [];
    await use(async (change) => {
      const host = await startHost(change);
      hosts.push(host);
      return host.address;
    });
    await Promise.all(hosts.map((host) => host.stop()));
  },

  /** Whether the test breaks the page, which then runs into errors; set with `test.use`. */
  breaksPage: [false, { option: true }],

  /** A page, which must have kept to its policy, and run without an error, when the test ends. */
  page: async ({ page, breaksPage }, use) => {
    await slow(page);
    const watched = await watch(page);
    watches.set(page, watched);
    await use(page);
    watched.expectPolicyKept();
    if (!breaksPage) {
      watched.expectNoViolation();
    }
  },

  /** What `page` lets out; see watch.mjs. */
  watched: async ({ page }, use) => use(watches.get(page)),

  /** A page in a browser of its own, to which the emulator is https://graph.facebook.com. */
  livePage: async ({ emulator, baseURL, contextOptions, viewport, colorScheme }, use) => {
    const browser = await chromium.launch(launchOptions(asGraph(emulator)));
    const context = await browser.newContext({ baseURL, viewport, colorScheme, ...contextOptions });
    const page = await context.newPage();
    await slow(page);
    await use(page);
    await browser.close();
  },

  /** What `livePage` lets out. */
  liveWatched: async ({ livePage }, use) => use(await watch(livePage)),

  /** `livePage`, which must have kept its tokens to itself when the test ends. */
  live: async ({ livePage, liveWatched }, use) => {
    await use(livePage);
    liveWatched.expectNoViolation();
    liveWatched.expectHosts("graph.facebook.com");
    await liveWatched.expectNoToken();
  },
});
