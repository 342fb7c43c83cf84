// Live mode: the shipped page, unchanged, against https://graph.facebook.com.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

const facts = (page) => page.getByRole("region", { name: "What you have so far" });

test("live with a User token", async ({ emulator, live, liveWatched }) => {
  await guide.liveToReply(live, emulator.user_token);
  for (const id of [emulator.page_id, emulator.psid, emulator.conversation_id]) {
    await expect(facts(live)).toContainText(id);
  }
  await liveWatched.expectNoToken();
  await guide.reply(live);
  await guide.expectDone(live);
  const { bubbles } = await emulator.phone();
  expect(bubbles.at(-1)).toMatchObject({ from_customer: false, text: guide.REPLY });
  expect(await emulator.countSends()).toBe(1);
  liveWatched.expectQuiet();
});

test("live with a Page token: no Page is to be chosen", async ({ emulator, live, liveWatched }) => {
  await guide.open(live);
  await guide.connectLive(live, emulator.page_token);
  await expect(live.getByText("Page access token")).toBeVisible();
  await guide.goOn(live, "start");
  await guide.goOn(live, "ids");
  await guide.button(live, "Show conversations").click();
  await guide.chooseConversation(live);
  await guide.readOn(live);
  await liveWatched.expectNoToken();
  await guide.reply(live);
  await guide.expectDone(live);
  expect(await emulator.countSends()).toBe(1);
});

test("what surrounds a pasted token is taken off", async ({ emulator, live }) => {
  await guide.open(live);
  await guide.connectLive(live, ` "Bearer ${emulator.user_token}" `);
  await expect(live.getByRole("list", { name: "Tokens held" })).toContainText("User token");
});

for (const form of [
  'curl -i -X GET "https://graph.facebook.com/v26.0/me?fields=id,name&access_token=@"',
  '{ "access_token": "@", "token_type": "bearer", "expires_in": 5183944 }',
  "export PAGE_ACCESS_TOKEN=@",
]) {
  test(`a token is found in what has it: ${form.slice(0, 20)}`, async ({ emulator, live }) => {
    await guide.open(live);
    await guide.connectLive(live, form.replace("@", emulator.user_token));
    await expect(live.getByRole("list", { name: "Tokens held" })).toContainText("User token");
  });
}

test("live mode loads nothing of practice mode", async ({ emulator, live, liveWatched }) => {
  await guide.open(live);
  await guide.connectLive(live, emulator.user_token);
  const addresses = liveWatched.requests.map(({ url }) => url);
  expect(addresses.filter((url) => url.includes("practice-worker"))).toEqual([]);
});

for (const [what, token, problem] of [
  ["nothing", "", "Paste an access token."],
  ["an app token", `5145304383865695|${"x".repeat(27)}`, /app token/],
  ["an app token in an address", `https://graph.facebook.com/me?access_token=1%7C${"x".repeat(27)}`, /app token/],
  ["a command without a token", 'curl -d "access_token=$TOKEN" graph.facebook.com', /a variable or a placeholder/],
  ["an app secret", "0123456789abcdef".repeat(2), /app secret/],
  ["a sentence", "my token, please", /characters that no token has/],
]) {
  test(`the form is refused, and nothing is sent: ${what}`, async ({ live, liveWatched }) => {
    await guide.open(live);
    await guide.mark(live, "Live");
    await guide.bringToken(live, token);
    const summary = live.locator("[data-focus=alert]");
    await expect(summary).toBeFocused();
    await summary.getByRole("link", { name: problem }).click();
    await expect(live.getByLabel("Access token", { exact: true })).toBeFocused();
    await expect(live).toHaveTitle(/^Error: /);
    // But for the question whether Graph can be reached, which has no token.
    liveWatched.expectHosts("graph.facebook.com");
    const asked = liveWatched.requests.filter(({ url }) => url.includes("graph.facebook.com"));
    expect(asked.map(({ body }) => body)).toEqual(["method=get&suppress_http_code=1"]);
  });
}

test("a token that Graph refuses stays in its field, and another is taken", async ({ emulator, live }) => {
  await guide.open(live);
  await guide.mark(live, "Live");
  await guide.bringToken(live, "no-such-token-0123456789");
  await expect(guide.alert(live)).toContainText("190");
  await expect(live.locator("[data-focus=alert]")).toBeFocused();
  await guide.bringToken(live, emulator.user_token);
  await expect(guide.heading(live)).toHaveText(/This token will do/);
});
