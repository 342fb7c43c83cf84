// Facebook Login: to the dialog and back, and nothing of it stays behind.

import { expect, expectSound, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

const submit = (page) => guide.button(page, "Log in with Facebook");
const notice = (page, title) => guide.alert(page).filter({ hasText: title });

/** Connect, live, with the form unfolded and filled in. */
async function fillIn(page, emulator) {
  await guide.open(page);
  await guide.mark(page, "Live");
  await guide.openLogin(page);
  await page.getByLabel("App ID").fill(emulator.app_id);
}

/** Leaves for the dialog. Gives what the page made for this login. */
async function leave(page) {
  await submit(page).click();
  return await atDialog(page);
}

async function atDialog(page) {
  await expect(page.getByRole("link", { name: "Continue" })).toBeVisible();
  const address = new URL(page.url());
  expect(address.origin + address.pathname).toBe("https://www.facebook.com/v26.0/dialog/oauth");
  return Object.fromEntries(address.searchParams);
}

const grant = (page) => page.getByRole("link", { name: "Continue" }).click();
const deny = (page) => page.getByRole("link", { name: "Cancel" }).click();

/** The login that the tab waits for, as it is stored. */
const stored = (page) =>
  page.evaluate(() => JSON.parse(sessionStorage.getItem("first-reply") ?? "{}").login);

/** The exchanges that Graph was asked for. */
const exchanges = async (emulator) => {
  const requests = await emulator.requests();
  return requests.filter(({ url }) => url.includes("/oauth/access_token"));
};

/** Expects none of these in anything that the page has or asked for; but for the two navigations. */
async function expectGone(page, watched, secrets) {
  const shown = (text) => secrets.find((secret) => text.includes(secret));
  const kept = await page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll("input, textarea")].map(({ value }) => value),
    stored: [...Object.entries(sessionStorage), ...Object.entries(localStorage)],
    state: history.state,
    window: String(window.login),
    addresses: [location.href, document.URL, document.referrer],
    files: performance.getEntriesByType("resource").map(({ name }) => name),
  }));
  expect(shown(JSON.stringify(kept)), "the page").toBeUndefined();
  const devtools = await page.context().newCDPSession(page);
  const { entries } = await devtools.send("Page.getNavigationHistory");
  await devtools.detach();
  const own = entries.filter(({ url }) => !url.startsWith("https://www.facebook.com/"));
  expect(shown(JSON.stringify(own.map(({ url, title }) => [url, title]))), "history").toBeUndefined();
  expect(shown(watched.console.join("\n")), "console").toBeUndefined();
  const graph = watched.requests.filter(({ url }) => url.includes("graph.facebook.com"));
  expect(shown(graph.map(({ url }) => url).join("\n")), "addresses of calls").toBeUndefined();
  watched.expectHosts("graph.facebook.com", "www.facebook.com");
  watched.expectNoViolation();
}

/** The code that the dialog has sent last. */
function codeOf(watched) {
  const back = watched.requests.map(({ url }) => new URL(url).searchParams.get("code"));
  return back.filter(Boolean).at(-1);
}

test("to the end, and the draft is kept", async ({ emulator, livePage: page, liveWatched }) => {
  await guide.liveToReply(page, emulator.user_token);
  await guide.replyField(page).fill(guide.REPLY);
  await page.getByRole("link", { name: /Connect/ }).first().click();
  await guide.button(page, "Use another token").click();
  await guide.openLogin(page);
  await page.getByLabel("App ID").fill(emulator.app_id);
  const asked = await leave(page);
  expect(asked).toMatchObject({
    client_id: emulator.app_id,
    response_type: "code",
    code_challenge_method: "S256",
    scope: "openid,pages_show_list,pages_messaging,pages_manage_metadata,pages_read_engagement",
  });
  expect(asked.redirect_uri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  await grant(page);
  await expect(guide.heading(page)).toHaveText(/This token will do/);
  await expect(page).toHaveURL(/\/#\/connect$/);
  expect(await stored(page)).toBeUndefined();
  const [exchange, ...more] = await exchanges(emulator);
  expect(more).toEqual([]);
  const sent = Object.fromEntries(exchange.params);
  expect(Object.keys(sent)).toEqual(["method", "client_id", "redirect_uri", "code_verifier", "code"]);
  expect(exchange.url).not.toContain("?");
  const code = codeOf(liveWatched);
  expect(sent.code).toBe(code);
  await expectGone(page, liveWatched, [code, sent.code_verifier, asked.state, asked.nonce]);
  await liveWatched.expectNoToken();
  expect(await page.evaluate(() => JSON.parse(sessionStorage.getItem("first-reply")).draft)).toBe(guide.REPLY);
  await guide.goOn(page, "start");
});

test("by keyboard, with a configuration, and a reload in the middle", async ({ emulator, livePage: page, liveWatched }) => {
  await fillIn(page, emulator);
  await page.getByLabel(/Configuration ID/).fill("77");
  await page.keyboard.press("Enter");
  const asked = await atDialog(page);
  expect(asked).toMatchObject({ config_id: "77" });
  expect(asked).not.toHaveProperty("scope");
  await page.reload();
  await grant(page);
  await expect(guide.heading(page)).toHaveText(/This token will do/);
  await page.reload();
  await expect(guide.heading(page)).toHaveText(/This token will do/);
  await expectGone(page, liveWatched, [asked.state, asked.nonce, codeOf(liveWatched)]);
});

test("a refusal is explained, and another try goes on", async ({ emulator, livePage: page, liveWatched }) => {
  await fillIn(page, emulator);
  const asked = await leave(page);
  await deny(page);
  await expect(notice(page, "The login was cancelled")).toBeFocused();
  await expect(guide.said(page, "error_reason")).toHaveText("user_denied");
  await expect(page).toHaveURL(/\/#\/connect$/);
  expect(await stored(page)).toBeUndefined();
  await expectGone(page, liveWatched, [asked.state, asked.nonce]);
  await expectSound(page);
  await guide.openLogin(page);
  await expect(page.getByLabel("App ID")).toHaveValue(emulator.app_id);
  await guide.button(page, "Log in again").click();
  await atDialog(page);
  await grant(page);
  await expect(guide.heading(page)).toHaveText(/This token will do/);
});

test("another state is refused, and nothing is exchanged", async ({ emulator, livePage: page, liveWatched }) => {
  await fillIn(page, emulator);
  await leave(page);
  await page.goto("/?code=stolen-0123456789&state=another-0123456789#_=_");
  await expect(notice(page, "That is not the answer to this tab’s login")).toBeFocused();
  expect(await stored(page)).toBeUndefined();
  expect(await exchanges(emulator)).toEqual([]);
  await expectGone(page, liveWatched, ["stolen-0123456789", "another-0123456789"]);
});

test("the same answer once more is not used", async ({ emulator, livePage: page, liveWatched }) => {
  await fillIn(page, emulator);
  const asked = await leave(page);
  await grant(page);
  await expect(guide.heading(page)).toHaveText(/This token will do/);
  const code = codeOf(liveWatched);
  await page.goto(`/?code=${code}&state=${asked.state}#_=_`);
  await expect(notice(page, "A login code came in this page’s address")).toBeFocused();
  await expect(guide.heading(page)).toHaveText(/This token will do/);
  expect((await exchanges(emulator)).length).toBe(1);
  await expectGone(page, liveWatched, [code, asked.state]);
});

test("a code that Graph knows as used is explained", async ({ emulator, livePage: page, liveWatched }) => {
  await fillIn(page, emulator);
  const asked = await leave(page);
  const error = { message: "This authorization code has been used.", code: 100, error_subcode: 36009 };
  await emulator.fail({
    match: { path_contains: "/oauth/access_token" },
    status: 400,
    body: JSON.stringify({ error }),
  });
  await grant(page);
  await expect(notice(page, "The login’s code was used already")).toBeFocused();
  expect((await exchanges(emulator)).length).toBe(1);
  await expectGone(page, liveWatched, [codeOf(liveWatched), asked.state, asked.nonce]);
  await guide.button(page, "Log in again").click();
  await atDialog(page);
  await grant(page);
  await expect(guide.heading(page)).toHaveText(/This token will do/);
});

test("a reader who comes back by Back finds the form, and may still log in", async ({ emulator, livePage: page }) => {
  await fillIn(page, emulator);
  await leave(page);
  await page.goBack();
  await guide.expectStep(page, "connect");
  await page.goForward();
  await atDialog(page);
  await grant(page);
  await expect(guide.heading(page)).toHaveText(/This token will do/);
});

test("Back to the page as it was before the login does not bring its state back", async ({ emulator, livePage: page }) => {
  await fillIn(page, emulator);
  await leave(page);
  await grant(page);
  await expect(guide.heading(page)).toHaveText(/This token will do/);
  await page.evaluate(() => history.go(-2));
  await guide.expectStep(page, "connect");
  await expect(guide.heading(page)).toHaveText(/This token will do/);
});

test("kept in memory only: the reader is told before they leave", async ({ emulator, livePage: page }) => {
  await fillIn(page, emulator);
  await page.getByLabel(/Keep it in memory only/).check();
  await expect(page.getByText(/^A login needs the storage of this tab/)).toBeVisible();
  await expect(submit(page)).toHaveCount(0);
});

test("an app ID that is none is refused, and the address can be copied", async ({ livePage: page, baseURL }) => {
  await guide.open(page);
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => void (window.__copied = text);
  });
  await guide.mark(page, "Live");
  await guide.openLogin(page);
  await page.getByLabel("App ID").fill("my app");
  await submit(page).click();
  const problems = page.locator("[data-focus=alert]");
  await expect(problems).toBeFocused();
  await problems.getByRole("link", { name: /^Enter the ID of your app/ }).click();
  await expect(page.getByLabel("App ID")).toBeFocused();
  await guide.button(page, "Copy: This page’s address").click();
  await expect(page.getByRole("status")).toContainText("This page’s address copied");
  expect(await page.evaluate(() => window.__copied)).toBe(new URL("/", baseURL).href);
});
