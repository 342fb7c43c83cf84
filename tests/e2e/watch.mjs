// Everything that a page lets out: requests, console lines, errors, violations of its policy.

import { expect } from "@playwright/test";

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
      expect(seen.violations, "violations of the policy").toEqual([]);
    },

    /** No request went to another host than the page's own, and those named. */
    expectHosts(...hosts) {
      const own = new URL(page.url()).host;
      const asked = seen.requests.map(({ url }) => new URL(url)).filter((url) => url.host !== "");
      const foreign = asked.filter((url) => ![own, ...hosts].includes(url.host));
      expect(foreign.map(String), "requests to other hosts").toEqual([]);
    },

    /** A secret stands in no address, no console line, and no text of the page. */
    async expectNowhere(secret) {
      const shows = (text) => text.includes(secret) || text.includes(encodeURIComponent(secret));
      expect(seen.requests.map(({ url }) => url).filter(shows), "addresses").toEqual([]);
      expect([...seen.console, ...seen.errors].filter(shows), "console").toEqual([]);
      expect(shows(page.url()), "the page's own address").toBe(false);
      expect(shows(await page.locator("html").innerHTML()), "the page").toBe(false);
      const timings = await page.evaluate(() =>
        performance.getEntries().map((entry) => entry.name),
      );
      expect(timings.filter(shows), "performance entries").toEqual([]);
    },
  };
}
