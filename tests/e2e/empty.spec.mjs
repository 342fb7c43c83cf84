// Lists that are empty: no failure, and a way on.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

async function liveToIds(page, token) {
  await guide.open(page);
  await guide.connectLive(page, token);
  await guide.goOn(page, "start");
  await guide.goOn(page, "ids");
}

test("no Page is shared with the token, then one is", async ({ emulator, live }) => {
  await emulator.setScenario("no-pages");
  await liveToIds(live, emulator.user_token);
  await guide.button(live, "Get my Pages").click();
  await expect(live.getByText("no Page is shared with it")).toBeVisible();
  await expect(guide.button(live, "Bring a new token")).toBeVisible();
  await emulator.setScenario("none");
  await guide.button(live, "Look again").click();
  await guide.mark(live, guide.PAGE);
});

test("nobody has written yet, then the customer does", async ({ emulator, live }) => {
  await emulator.setScenario("nobody-wrote");
  await liveToIds(live, emulator.user_token);
  await guide.choosePage(live);
  await expect(live.getByText("Nobody has written to this Page yet")).toBeVisible();
  await guide.button(live, "Look again").click();
  await expect(live.getByText("Nobody has written to this Page yet")).toBeVisible();
  await emulator.customerWrites(guide.QUESTION);
  await guide.button(live, "Look again").click();
  await guide.chooseConversation(live);
  await guide.goOn(live, "read");
  await expect(guide.conversation(live)).toContainText(guide.QUESTION);
});

test("practice: nobody has written yet, then the reader does", async ({ page }) => {
  await guide.open(page);
  await guide.connectPractice(page);
  await guide.goOn(page, "start");
  await guide.choose(page, "Nobody has written yet");
  await guide.goOn(page, "ids");
  await guide.choosePage(page);
  await expect(page.getByText("Nobody has written to this Page yet")).toBeVisible();
  await page.getByText("The customer’s phone", { exact: true }).click();
  await guide.writeAsCustomer(page);
  await guide.button(page, "Look again").click();
  await guide.chooseConversation(page);
});

test("a Page that lacks the task cannot be chosen, and says why", async ({ emulator, live }) => {
  await liveToIds(live, emulator.user_token);
  await guide.button(live, "Get my Pages").click();
  const barred = live.getByRole("radio", { name: "Harbour Lane Books" });
  await expect(barred).toBeDisabled();
  await expect(barred).toHaveAccessibleDescription(/No MESSAGING task/);
});

test("nothing chosen is told at the list", async ({ emulator, live }) => {
  await liveToIds(live, emulator.user_token);
  await guide.button(live, "Get my Pages").click();
  await guide.button(live, "Show conversations").click();
  const summary = live.locator("[data-focus=alert]");
  await expect(summary).toBeFocused();
  await summary.getByRole("link", { name: "Choose a Page." }).click();
  await expect(live.getByRole("radio", { name: guide.PAGE })).toBeFocused();
});
