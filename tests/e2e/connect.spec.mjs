// Connect, live: the ways to a token, the token's card, and what each step needs.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

const card = (page) => page.locator("section[aria-labelledby=held-title]");
const row = (page, name) =>
  card(page).getByRole("term").filter({ hasText: new RegExp(`^${name}$`) }).locator("+ dd");
const fold = (page, summary) => page.getByRole("main").locator("details").filter({ hasText: summary });
const way = (page) => page.getByRole("region", { name: "Get a token" });

async function chooseLive(page) {
  await guide.open(page);
  await guide.mark(page, "Live");
}

async function bring(page, token) {
  await chooseLive(page);
  await guide.bringToken(page, token);
  await expect(guide.heading(page)).toHaveText(/This token will do/);
}

test("by the Graph API Explorer, to the reply", async ({ emulator, live }) => {
  await chooseLive(live);
  await expect(way(live).getByRole("radio", { name: "Graph API Explorer" })).toBeChecked();
  const address = await way(live).getByRole("link", { name: "Open the Graph API Explorer" }).getAttribute("href");
  const { origin, pathname, searchParams } = new URL(address);
  expect(origin + pathname).toBe("https://developers.facebook.com/tools/explorer/");
  expect(Object.fromEntries(searchParams)).toEqual({ method: "GET", path: "me?fields=id,name", version: "v26.0" });
  await live.evaluate(() => {
    navigator.clipboard.writeText = async (text) => void (window.__copied = text);
  });
  for (const permission of [...guide.PERMISSIONS, "business_management"]) {
    await guide.button(live, `Copy: ${permission}`).click();
    await expect(live.getByRole("status")).toContainText(`${permission} copied`);
    await expect(live.getByText(`${permission} copied`)).toBeInViewport();
    expect(await live.evaluate(() => window.__copied)).toBe(permission);
  }
  await guide.bringToken(live, emulator.user_token);
  await expect(card(live)).toContainText("User access token");
  await expect(row(live, "App")).toContainText("Practice App");
  await expect(row(live, "Expires")).toContainText(/In about (59|60) days/);
  await guide.goOn(live, "start");
  await guide.goOn(live, "ids");
  await expect(fold(live, "Nothing that this step needs is known to be missing")).not.toHaveAttribute("open");
  await guide.choosePage(live);
  await guide.chooseConversation(live);
  await expect(fold(live, "Everything that this step needs is there")).not.toHaveAttribute("open");
  await guide.readOn(live);
  await guide.reply(live);
  await guide.expectDone(live);
});

test("by the App Dashboard, to the reply: there is no Page to choose", async ({ emulator, live }) => {
  await chooseLive(live);
  await guide.mark(live, "App Dashboard");
  await expect(way(live).getByRole("link", { name: "Open the App Dashboard" })).toBeVisible();
  await expect(way(live).getByRole("link", { name: "Open the Graph API Explorer" })).toHaveCount(0);
  await expect(way(live)).toContainText("Messenger API settings");
  await guide.bringToken(live, emulator.page_token);
  await expect(card(live)).toContainText("Page access token");
  await expect(row(live, "Page ID")).toHaveText(emulator.page_id);
  await guide.goOn(live, "start");
  await guide.goOn(live, "ids");
  await guide.button(live, "Show conversations").click();
  await guide.chooseConversation(live);
  await guide.readOn(live);
  await guide.reply(live);
  await guide.expectDone(live);
});

test("the ways by the arrow keys", async ({ live }) => {
  await chooseLive(live);
  await way(live).getByRole("radio", { name: "Graph API Explorer" }).focus();
  await live.keyboard.press("ArrowDown");
  await expect(way(live).getByRole("radio", { name: "App Dashboard" })).toBeFocused();
  await expect(way(live)).toContainText("Messenger API settings");
  await live.keyboard.press("ArrowDown");
  await expect(way(live).getByRole("radio", { name: "Facebook Login" })).toBeChecked();
  await expect(way(live)).toContainText("your own app");
});

test("a declined permission is told on the card and before the call, and does not bar it", async ({ emulator, live }) => {
  const { user_token: poor } = await emulator.makeToken(["pages_show_list"]);
  await bring(live, poor);
  const next = card(live).getByRole("list").first();
  await expect(next.getByRole("listitem").filter({ hasText: /missing: pages_messaging\s+declined/ })).toBeVisible();
  await expect(next.getByRole("listitem").filter({ hasText: "there: pages_show_list" })).toBeVisible();
  await guide.goOn(live, "start");
  await guide.goOn(live, "ids");
  const needed = fold(live, "Something that this step needs is missing");
  await expect(needed).toHaveAttribute("open");
  await expect(needed).toContainText("pages_messaging: declined when the token was made");
  await expect(needed).toContainText("How to get it");
  await guide.button(live, "Get my Pages").click();
  await guide.mark(live, guide.PAGE);
  await needed.getByRole("button", { name: "Bring a new token" }).click();
  const { user_token: rich } = await emulator.makeToken(guide.PERMISSIONS);
  await guide.bringToken(live, rich);
  await guide.goOn(live, "ids");
  await expect(needed).toHaveCount(0);
});

test("one Page was ticked: the card names it, and it is the only one", async ({ emulator, live }) => {
  const { user_token: one } = await emulator.makeToken(guide.PERMISSIONS, [emulator.page_id]);
  await bring(live, one);
  const ticked = fold(live, "Pages that were ticked");
  await ticked.locator("summary").click();
  await expect(ticked.getByRole("listitem")).toHaveText([emulator.page_id]);
  await guide.goOn(live, "start");
  await guide.goOn(live, "ids");
  await guide.button(live, "Get my Pages").click();
  await expect(live.getByRole("radio", { name: guide.PAGE })).toBeChecked();
  await guide.button(live, "Show conversations").click();
  await guide.chooseConversation(live);
  // Now that its name is known, the card has it.
  await live.getByRole("navigation", { name: "Steps" }).getByRole("link", { name: "Connect" }).click();
  await expect(row(live, "Page tasks")).toContainText("MESSAGING");
  await ticked.locator("summary").click();
  await expect(ticked.getByRole("listitem")).toHaveText([`${guide.PAGE}, ${emulator.page_id}`]);
});

test("debug_token fails: the card says what is not known, goes on, and asks again", async ({ emulator, live }) => {
  const body = JSON.stringify({ error: { message: "(#100) No", code: 100 } });
  await emulator.fail({ match: { path_contains: "/debug_token?" }, status: 400, body });
  await bring(live, emulator.user_token);
  await expect(row(live, "Not known")).toContainText("debug_token");
  await expect(row(live, "Expires")).toHaveCount(0);
  await guide.goOn(live, "start");
  await live.goBack();
  await guide.button(live, "Ask again").click();
  await expect(row(live, "Expires")).toContainText(/In about (59|60) days/);
  await expect(row(live, "Not known")).toHaveCount(0);
});
