// Everything that a page lets out: requests, console lines, errors, violations of its policy.

import { expect } from "@playwright/test";

/** The tokens of the emulator, all of them. A masked one shows fewer characters. */
const TOKENS = /practice-(user|page)-token-[\w-]{8}/;

/** The one key that the page uses in the tab's storage. */
const STORAGE_KEY = "first-reply";

/** Watches a page. Call it before the page is opened. */
export async function watch(page) {
  const seen = { requests: [], console: [], errors: [], violations: [] };
  page.on("request", (request) =>
    seen.requests.push({
      method: request.method(),
      url: request.url(),
      body: request.postData() ?? "",
    }),
  );
  page.on("console", (message) => seen.console.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  await page.exposeFunction("__violation", (violation) => seen.violations.push(violation));
  await page.addInitScript(() =>
    addEventListener("securitypolicyviolation", (event) =>
      window.__violation(`${event.effectiveDirective} ${event.blockedURI}`),
    ),
  );
  return { ...seen, ...assertions(page, seen) };
}

function assertions(page, seen) {
  return {
    /** Nothing on the console, no error, no violation. */
    expectQuiet() {
      expect(seen.console, "console").toEqual([]);
      this.expectNoViolation();
    },

    /** No error and no violation, where the browser itself has something to log. */
    expectNoViolation() {
      expect(seen.errors, "errors").toEqual([]);
      this.expectPolicyKept();
    },

    /** No violation, whatever else broke. */
    expectPolicyKept() {
      expect(seen.violations, "violations of the policy").toEqual([]);
    },

    /** An error or a violation that the test provoked came, and is no longer held against the page. */
    async expectProvoked(what) {
      const isMeant = (line) => line.includes(what);
      await expect.poll(() => [...seen.errors, ...seen.violations].some(isMeant), what).toBe(true);
      for (const lines of [seen.errors, seen.violations]) {
        lines.splice(0, lines.length, ...lines.filter((line) => !isMeant(line)));
      }
    },

    /** No request went to another host than the page's own, and those named. */
    expectHosts(...hosts) {
      const own = new URL(page.url()).host;
      const asked = seen.requests.map(({ url }) => new URL(url)).filter((url) => url.host !== "");
      const foreign = asked.filter((url) => ![own, ...hosts].includes(url.host));
      expect(foreign.map(String), "requests to other hosts").toEqual([]);
    },

    /**
     * No token stands in an address, a console line, the page, or a storage but its own; nor in a
     * field, unless the reader has just put it there (`typed`). When one has `arrived` by the
     * page's address, the browser keeps that where no page can take it out.
     */
    async expectNoToken({ typed, arrived = false } = {}) {
      const shows = (text) => TOKENS.test(text);
      expect(seen.requests.map(({ url }) => url).filter(shows), "addresses").toEqual([]);
      expect([...seen.console, ...seen.errors].filter(shows), "console").toEqual([]);
      expect(shows(page.url()), "the page's own address").toBe(false);
      expect(shows(await page.locator("html").innerHTML()), "the page").toBe(false);
      const kept = await page.evaluate(keptByPage);
      expect(kept.values.filter((value) => value !== typed && shows(value)), "fields").toEqual([]);
      expect(kept.timings.filter(shows), "performance entries").toEqual([]);
      const { addresses, typed: asTyped } = await historyOf(page);
      expect(addresses.filter(shows), "history").toEqual([]);
      if (!arrived) {
        expect([...kept.navigation, ...asTyped].filter(shows), "how the page was opened").toEqual([]);
      }
      expect([[], [STORAGE_KEY]], "session storage").toContainEqual(kept.session);
      expect(kept.elsewhere, "other storage").toEqual([]);
      expect(await page.context().cookies(), "cookies").toEqual([]);
    },
  };
}

/** What the browser keeps for the page. Runs inside it. */
async function keptByPage() {
  /** A storage that is blocked holds nothing. */
  const keysOf = (storage) => {
    try {
      return Object.keys(window[storage]);
    } catch {
      return [];
    }
  };
  const entries = performance.getEntries();
  const databases = await indexedDB.databases().catch(() => []);
  const workers = await navigator.serviceWorker.getRegistrations();
  return {
    values: [...document.querySelectorAll("input, textarea")].map(({ value }) => value),
    timings: entries.filter(({ entryType }) => entryType !== "navigation").map(({ name }) => name),
    navigation: performance.getEntriesByType("navigation").map(({ name }) => name),
    session: keysOf("sessionStorage"),
    elsewhere: [
      ...keysOf("localStorage"),
      ...databases.map(({ name }) => name),
      ...(await caches.keys().catch(() => [])),
      ...workers.map(({ scope }) => scope),
      ...(document.cookie ? [document.cookie] : []),
      ...(history.state === null ? [] : [JSON.stringify(history.state)]),
    ],
  };
}

async function historyOf(page) {
  const devtools = await page.context().newCDPSession(page);
  const { entries } = await devtools.send("Page.getNavigationHistory");
  await devtools.detach();
  return {
    addresses: entries.flatMap(({ url, title }) => [url, title]),
    typed: entries.map(({ userTypedURL }) => userTypedURL),
  };
}
