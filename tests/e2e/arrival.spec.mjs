// What arrives in the page's address: taken out before anything runs, never used, and explained.

import { expect, expectSound, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

/** Stands for a token. No part of the page may keep it. */
const SECRET = "arrived-by-address-0123456789";

const TITLES = {
  token: "An access token came in this page’s address",
  refused: "A login came back without a token",
  code: "A login code came in this page’s address",
};

const notice = (page, word) => guide.alert(page).filter({ hasText: TITLES[word] });

/** Notes what the address is when the page first asks for a file, and when WebAssembly starts. */
function noteAddresses() {
  window.addresses = [];
  for (const [owner, name] of [
    [window, "fetch"],
    [WebAssembly, "instantiateStreaming"],
  ]) {
    const original = owner[name];
    owner[name] = (...args) => {
      window.addresses.push(location.href);
      return original.apply(owner, args);
    };
  }
}

/** Expects the secret nowhere but where a page cannot reach: see `docs/SECURITY.md`. */
async function expectGone(page, watched) {
  const kept = await page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll("input, textarea")].map(({ value }) => value),
    stored: [...Object.entries(sessionStorage), ...Object.entries(localStorage)],
    state: history.state,
    addresses: [location.href, document.URL, document.referrer, ...(window.addresses ?? [])],
    files: performance.getEntriesByType("resource").map(({ name }) => name),
  }));
  const devtools = await page.context().newCDPSession(page);
  const { entries } = await devtools.send("Page.getNavigationHistory");
  await devtools.detach();
  const history = entries.map(({ url, title }) => [url, title]);
  // The first request is the one that brought it.
  const requests = watched.requests.slice(1);
  expect(JSON.stringify({ kept, history, requests, console: watched.console })).not.toContain(SECRET);
  watched.expectQuiet();
  watched.expectHosts();
}

for (const [word, address] of [
  // As Facebook's login dialog sends people back.
  ["token", `/?#access_token=${SECRET}&data_access_expiration_time=1&expires_in=3756&state=1`],
  ["token", `/#access_token=${SECRET}&long_lived_token=${SECRET}&state=1`],
  // As the tutorial carries it.
  ["token", `/?access_token=${SECRET}`],
  ["token", `/?access_token=${SECRET}#/reply`],
  ["token", `/#/connect?access_token=${SECRET}`],
  ["token", `/#access_token%3D${SECRET}`],
  ["token", `/?signed_request=${SECRET}`],
  ["token", `/?error=none&id_token=${SECRET}`],
  [
    "refused",
    `/?error=access_denied&error_code=200&error_description=Permissions+error&error_reason=user_denied&state=${SECRET}#_=_`,
  ],
  ["refused", `/#error=access_denied&state=${SECRET}`],
  ["refused", `/?error_code=1349126&error_message=${SECRET}`],
  ["code", `/?code=${SECRET}&state=1#_=_`],
]) {
  test(`${word}: ${address.replaceAll(SECRET, "…").slice(0, 60)}`, async ({ page, watched }) => {
    await page.addInitScript(noteAddresses);
    await page.goto(address);
    await expect(notice(page, word)).toBeFocused();
    await expect(page).toHaveURL(/\/#\/connect$/);
    const addresses = await page.evaluate(() => window.addresses);
    expect(addresses.length).toBeGreaterThanOrEqual(2);
    await expectGone(page, watched);
    await expectSound(page);
  });
}

for (const address of ["/#_=_", `/?utm_source=x&fbclid=${SECRET}`, `/#/${SECRET}`, "/?", "/#main"]) {
  test(`nothing to tell: ${address.replace(SECRET, "…")}`, async ({ page, watched }) => {
    await page.goto(address);
    await guide.expectStep(page, "connect");
    await expect(guide.alert(page)).toHaveCount(0);
    await expectGone(page, watched);
  });
}

test("an address with a step is left as it is", async ({ page, watched }) => {
  await page.goto("/#/connect");
  await guide.expectStep(page, "connect");
  expect(await page.evaluate(() => history.length)).toBe(2);
  watched.expectQuiet();
});

test("what was told goes with a button, a step, a reload", async ({ page }) => {
  const arrive = async () => {
    await page.goto("about:blank");
    await page.goto("/?error=access_denied#_=_");
    await expect(notice(page, "refused")).toBeVisible();
  };
  await arrive();
  await guide.button(page, "Hide this").click();
  await expect(notice(page, "refused")).toHaveCount(0);
  await expect(guide.heading(page)).toBeFocused();
  await arrive();
  await page.reload();
  await guide.expectStep(page, "connect");
  await expect(notice(page, "refused")).toHaveCount(0);
  await arrive();
  await guide.connectPractice(page);
  await expect(notice(page, "refused")).toBeVisible();
  await guide.goOn(page, "start");
  await expect(notice(page, "refused")).toHaveCount(0);
});

test("a token that comes while the page is open is taken out, and nothing is lost", async ({ page, watched }) => {
  await guide.practiceToReply(page);
  await guide.replyField(page).fill(guide.REPLY);
  await page.evaluate((secret) => (location.hash = `access_token=${secret}`), SECRET);
  await expect(notice(page, "token")).toBeFocused();
  await guide.expectStep(page, "reply");
  await expect(guide.replyField(page)).toHaveValue(guide.REPLY);
  await expectGone(page, watched);
  // Once to the reply as it was before, once to the step before it.
  await page.goBack();
  await page.goBack();
  await guide.expectStep(page, "read");
  await expect(notice(page, "token")).toHaveCount(0);
  await expectGone(page, watched);
});

test("a login that ends here finds the session where it was", async ({ page, watched }) => {
  await guide.practiceToReply(page);
  await guide.replyField(page).fill(guide.REPLY);
  await page.goto(`/?#access_token=${SECRET}`);
  await expect(notice(page, "token")).toBeFocused();
  await guide.expectStep(page, "reply");
  await expect(guide.replyField(page)).toHaveValue(guide.REPLY);
  const requests = watched.requests.filter(({ url }) => url.includes("graph.facebook.com"));
  expect(requests).toEqual([]);
  await expectGone(page, watched);
});
