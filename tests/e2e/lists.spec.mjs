// A long list: the next part by its cursor, and a filter by name.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

const filter = (page) => page.getByLabel("Filter by name");

test("5,000 conversations: more by cursor, fewer by name", async ({ emulator, live, liveWatched }) => {
  await emulator.setScenario("big-page");
  await guide.open(live);
  await guide.connectLive(live, emulator.user_token);
  await guide.goOn(live, "start");
  await guide.goOn(live, "ids");
  await guide.choosePage(live);
  const list = live.getByRole("group", { name: "Which conversation?" });
  const radios = list.getByRole("radio");
  await expect(list).toContainText(/\d+ conversations, more to load/);
  const first = await radios.count();
  await guide.button(live, "Load more").click();
  await expect(radios).toHaveCount(2 * first);
  const asked = liveWatched.requests.filter(({ url }) => url.endsWith("/conversations"));
  expect(asked.map(({ body }) => new URLSearchParams(body).has("after"))).toEqual([false, true]);

  await filter(live).fill("ROBIN kel");
  await expect(list).toContainText(`1 of ${2 * first} conversations`);
  await guide.chooseConversation(live);
  await filter(live).fill("nobody at all");
  await expect(radios).toHaveCount(0);
  await expect(list).toContainText(`0 of ${2 * first} conversations`);
  await filter(live).fill("");
  await expect(radios).toHaveCount(2 * first);
  await expect(live.getByRole("radio", { name: guide.CUSTOMER })).toBeChecked();
  await guide.goOn(live, "read");
});

test("a next part that fails leaves the list as it was", async ({ emulator, live }) => {
  await emulator.setScenario("big-page");
  await guide.open(live);
  await guide.connectLive(live, emulator.page_token);
  await guide.goOn(live, "start");
  await guide.goOn(live, "ids");
  await guide.button(live, "Show conversations").click();
  const radios = live.getByRole("group", { name: "Which conversation?" }).getByRole("radio");
  await expect(radios.first()).toBeVisible();
  const first = await radios.count();
  // As often as the page tries.
  await emulator.fail({ match: { path_contains: "/conversations?" }, times: 3, status: 502, body: "<html>" });
  await guide.button(live, "Load more").click();
  await expect(guide.alert(live)).toContainText("502");
  await expect(radios).toHaveCount(first);
});
