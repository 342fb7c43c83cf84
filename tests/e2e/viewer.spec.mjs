// The response viewer: an answer as a tree, in the explorer, live.

import { answer, FIRST_ID, SEARCHED } from "../../bench/viewer/answer.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

const tree = (page) => page.getByRole("tree", { name: "Response" });
const row = (page, name) => tree(page).getByRole("treeitem", { name });
const selected = (page) => tree(page).getByRole("treeitem", { selected: true });
const search = (page) => page.getByLabel("Search the response");
const count = (page) => page.locator(".fr-viewer__count");
const query = (page) => page.locator("#explorer-query");

/** The explorer, with this answer from Graph. */
async function explore(page, emulator, body) {
  await guide.open(page);
  await guide.connectLive(page, emulator.user_token);
  await page.goto("/#/explorer");
  await query(page).fill("me/conversations");
  await emulator.fail({ match: { path_contains: "/conversations", method: "POST" }, status: 200, body });
  await page.getByRole("button", { name: "Submit" }).click();
}

test("6,000 conversations are folded, unfolded, scrolled and searched", async ({ emulator, live: page }) => {
  await explore(page, emulator, answer());
  await expect(row(page, FIRST_ID)).toBeVisible();
  await page.getByRole("button", { name: "Unfold all" }).click();
  await expect(row(page, "Customer Number 0")).toBeVisible();
  await tree(page).evaluate((tree) => tree.scrollTo(0, tree.scrollHeight));
  await expect(row(page, "Customer Number 5999")).toBeVisible();
  expect(await page.evaluate(() => document.querySelectorAll("*").length)).toBeLessThan(2500);

  await search(page).fill(SEARCHED.text);
  await expect(count(page)).toHaveText(`${SEARCHED.count} found`);
  await search(page).press("Enter");
  await expect(count(page)).toHaveText(`1 of ${SEARCHED.count}`);
  await expect(selected(page)).toContainText("Customer Number 599");
  await expect(selected(page)).toBeInViewport();
  await expect(page.getByText("data[599].participants.data[0].name", { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test("the tree goes by keyboard, and an ID into the query", async ({ emulator, live: page }) => {
  await explore(page, emulator, '{"data":[{"id":"t_42","from":{"name":"Ada"}}],"n":12345678901234567890}');
  await expect(row(page, "12345678901234567890")).toBeVisible();
  await tree(page).focus();
  for (const [key, expected] of [
    ["ArrowDown", "{"],
    ["ArrowRight", '"data": ['],
    ["ArrowLeft", '"data": […],'],
    ["ArrowDown", '"n"'],
    ["ArrowUp", '"data"'],
    ["Enter", '"data": ['],
    ["ArrowRight", "{"],
    ["ArrowRight", '"id": "t_42"'],
  ]) {
    await page.keyboard.press(key);
    await expect(selected(page)).toContainText(expected);
  }
  await expect(tree(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(query(page)).toHaveValue("t_42");
});

test("what is no JSON is told, and shown as it came", async ({ emulator, live: page }) => {
  await explore(page, emulator, '{"data":[1,2]}\n<b>not JSON</b>');
  await expect(page.getByText("The JSON ends before line 2, column 1")).toBeVisible();
  await page.getByRole("button", { name: "Raw" }).click();
  await expect(page.getByRole("region", { name: "Response, as it came" })).toContainText("<b>not JSON</b>");
  await expectAccessible(page);
});

test("the tree is where it was when the reader comes back", async ({ emulator, live: page }) => {
  await explore(page, emulator, answer());
  await expect(row(page, FIRST_ID)).toBeVisible();
  await tree(page).evaluate((tree) => tree.scrollTo(0, 50_000));
  const far = tree(page).getByRole("treeitem", { level: 3 }).filter({ hasText: "t_1015" }).first();
  await expect(far).not.toContainText(FIRST_ID);
  await page.goto("/#/connect");
  await expect(tree(page)).toBeVisible();
  await expect.poll(() => tree(page).evaluate((tree) => tree.scrollTop)).toBeGreaterThan(40_000);
  await expect(tree(page).getByRole("treeitem").filter({ visible: true }).nth(5)).toBeVisible();
});

test.describe("in Berlin", () => {
  test.use({ timezoneId: "Europe/Berlin" });

  test("winter and summer have times of their own", async ({ emulator, live: page }) => {
    await explore(page, emulator, '{"winter":"2026-01-15T06:37:17+0000","summer":"2026-07-15T06:37:17+0000"}');
    await row(page, "winter").click();
    await expect(page.getByText("2026-01-15 07:37:17, UTC+01:00", { exact: true })).toBeVisible();
    await row(page, "summer").click();
    await expect(page.getByText("2026-07-15 08:37:17, UTC+02:00", { exact: true })).toBeVisible();
  });
});
