// Step 1: the way to the Page, and the wait for the customer's message.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

const waiting = (page) => page.getByRole("region", { name: "Waiting for the message" });
const code = (page) => page.getByRole("img", { name: "QR code of this link" });
const looks = async (emulator) => {
  const requests = await emulator.requests();
  return requests.filter(({ url }) => url.includes("/conversations")).length;
};

/** Expects the message to be told, and the reader to go on with it. */
async function expectArrived(page) {
  await expect(waiting(page)).toContainText("The message has arrived");
  await expect(page.getByRole("status").filter({ hasText: "A message has arrived" })).toHaveCount(1);
  await guide.goOn(page, "ids");
  await expect(page.getByRole("radio", { name: guide.CUSTOMER })).toBeChecked();
  await guide.goOn(page, "read");
  await expect(guide.conversation(page)).toContainText(guide.QUESTION);
}

/** What the browser tells a page whose tab is hidden, or seen again. */
const setHidden = (page, hidden) =>
  page.evaluate((value) => {
    Object.defineProperty(document, "hidden", { value, configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, hidden);

test("live: the Page is chosen, its link and code are there, and the message ends the step", async ({
  emulator,
  live,
}) => {
  await guide.open(live);
  await guide.connectLive(live, emulator.user_token);
  await guide.goOn(live, "start");
  await guide.button(live, "Get my Pages").click();
  await guide.mark(live, guide.PAGE);
  await guide.button(live, "Take this Page").click();
  await expect(waiting(live)).toBeFocused();
  const link = live.getByRole("link", { name: /^Write to .* on m\.me/ });
  await expect(link).toHaveAttribute("href", `https://m.me/${emulator.page_id}`);
  await expect(code(live)).toBeVisible();
  await expect(waiting(live)).toContainText(/Looking again in \d+ s/);
  await link.focus();
  await emulator.customerWrites(guide.QUESTION);
  await expect(waiting(live)).toContainText("The message has arrived");
  await expect(link).toBeFocused();
  await expectArrived(live);
});

for (const colorScheme of ["light", "dark"]) {
  test(`the code is dark on light: ${colorScheme}`, async ({ emulator, live }) => {
    await live.emulateMedia({ colorScheme });
    await guide.open(live);
    await guide.connectLive(live, emulator.page_token);
    await guide.goOn(live, "start");
    const colours = await code(live).evaluate((svg) => {
      const { backgroundColor } = getComputedStyle(svg);
      return [backgroundColor, getComputedStyle(svg.querySelector("path")).fill];
    });
    expect(colours).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
    const { width, height } = await code(live).boundingBox();
    expect(width).toBe(height);
    expect(width).toBeGreaterThan(140);
  });
}

test("practice: what is written on the phone is found", async ({ page }) => {
  await guide.open(page);
  await guide.connectPractice(page);
  await guide.goOn(page, "start");
  await guide.button(page, "Get my Pages").click();
  await guide.mark(page, guide.PAGE);
  await guide.button(page, "Take this Page").click();
  await expect(waiting(page)).toContainText(/Looking again in \d+ s/);
  await expect(code(page)).toHaveCount(0);
  await guide.writeAsCustomer(page);
  await expect(page.getByLabel("Write as the customer")).toBeFocused();
  await expectArrived(page);
});

test.describe("live, with a Page token", () => {
  test.beforeEach(async ({ emulator, live }) => {
    await guide.open(live);
    await guide.connectLive(live, emulator.page_token);
    await guide.goOn(live, "start");
    await guide.button(live, "Wait for the message").click();
    await expect(waiting(live)).toContainText(/Looking again in \d+ s/);
  });

  test("nothing is asked while the tab is hidden", async ({ emulator, live }) => {
    await setHidden(live, true);
    await expect(waiting(live)).toContainText("Waiting until this tab is seen again");
    await emulator.customerWrites(guide.QUESTION);
    const before = await looks(emulator);
    await setHidden(live, false);
    await expect(waiting(live)).toContainText("The message has arrived");
    expect(await looks(emulator)).toBe(before + 1);
    await expectArrived(live);
  });

  test("it goes on when the device is online again", async ({ emulator, live }) => {
    await live.context().setOffline(true);
    await guide.button(live, "Try now").click();
    await expect(waiting(live)).toContainText("Waiting until this device is online again");
    await emulator.customerWrites(guide.QUESTION);
    await live.context().setOffline(false);
    await expectArrived(live);
  });

  test("it is stopped, and begins again", async ({ emulator, live }) => {
    await guide.button(live, "Cancel").click();
    await expect(guide.heading(live)).toBeFocused();
    await expect(waiting(live)).not.toContainText("Looking");
    await guide.button(live, "Wait for the message").click();
    await expect(waiting(live)).toContainText(/Looking again in \d+ s/);
    await emulator.customerWrites(guide.QUESTION);
    await guide.button(live, "Try now").click();
    await expect(waiting(live)).toBeFocused();
    await expectArrived(live);
  });

  test("a refusal ends it, and the way on is there", async ({ emulator, live }) => {
    await emulator.setScenario("token-expired");
    await guide.button(live, "Try now").click();
    await expect(guide.alert(live)).toContainText("463");
    await guide.button(live, "Bring a new token").click();
    await guide.expectStep(live, "connect");
  });
});
