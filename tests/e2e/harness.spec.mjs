// The fixtures themselves: a journey that passes because nothing was watched would be worth nothing.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

/** What `GET me` answers a page, by where it carries its token. */
const ask = {
  inBody: (token) =>
    fetch("https://graph.facebook.com/v26.0/me", {
      method: "POST",
      body: new URLSearchParams({ method: "get", access_token: token }),
    }).then((response) => response.json()),
  inAddress: (token) =>
    fetch(`https://graph.facebook.com/v26.0/me?access_token=${token}`).then((response) =>
      response.json(),
    ),
};

test("the emulator is Graph to a live page", async ({ emulator, livePage, liveWatched }) => {
  await livePage.goto("/");
  const me = await livePage.evaluate(ask.inBody, emulator.user_token);
  expect(me).toHaveProperty("id");
  liveWatched.expectQuiet();
  liveWatched.expectHosts("graph.facebook.com");
  await liveWatched.expectNoToken();
});

test("a token in an address is noticed", async ({ emulator, livePage, liveWatched }) => {
  await livePage.goto("/");
  await livePage.evaluate(ask.inAddress, emulator.user_token);
  await expect(liveWatched.expectNoToken()).rejects.toThrow("addresses");
  expect(() => liveWatched.expectHosts()).toThrow("other hosts");
});

for (const [place, put] of [
  ["console", (token) => console.log(token)],
  ["the page", (token) => void (document.querySelector("h1").textContent = token)],
  ["fields", (token) => void (document.querySelector("#theirs").value = token)],
]) {
  test(`a token in ${place} is noticed`, async ({ emulator, livePage, liveWatched }) => {
    for (const token of [emulator.user_token, emulator.page_token]) {
      await guide.open(livePage);
      await livePage.evaluate(() => {
        document.body.append(Object.assign(document.createElement("input"), { id: "theirs" }));
      });
      await liveWatched.expectNoToken();
      await livePage.evaluate(put, token);
      await expect(liveWatched.expectNoToken()).rejects.toThrow(place);
      liveWatched.console.length = 0;
    }
  });
}

test("a violation of the policy is noticed", async ({ page, watched }) => {
  await page.goto("/");
  await page.evaluate(() => fetch("https://example.com/").catch(() => {}));
  // The policy stands in the page and in a header: each is violated.
  await expect.poll(() => watched.violations).toContain("connect-src https://example.com/");
  expect(() => watched.expectNoViolation()).toThrow("violations");
  await watched.expectProvoked("connect-src https://example.com/");
});
