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
  /** The emulator, and a browser to which it is https://graph.facebook.com. */
  graph: [
    async ({}, use) => {
      const emulator = await startEmulator();
      const browser = await chromium.launch(launchOptions(asGraph(emulator)));
      await use({ emulator, browser });
      await browser.close();
      await emulator.stop();
    },
    { scope: "worker" },
  ],

  /** The emulator, as it was at its start. */
  emulator: async ({ graph }, use) => {
    await graph.emulator.reset();
    await use(graph.emulator);
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

  /** A page to which the emulator is https://graph.facebook.com. */
  livePage: async ({ graph, emulator: _, baseURL, contextOptions, viewport, colorScheme, timezoneId }, use) => {
    const options = { baseURL, viewport, colorScheme, timezoneId, ...contextOptions };
    const context = await graph.browser.newContext(options);
    const page = await context.newPage();
    await slow(page);
    await use(page);
    await context.close();
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
