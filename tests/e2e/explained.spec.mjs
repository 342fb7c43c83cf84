// What comes instead of an answer is explained, by a file of its own; and what there is without it.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

/** The handbook cannot be loaded. */
const block = (page) => page.route("**/handbook_bg.wasm", (route) => route.abort());

const HELP = "Meta’s list of error codes";

/** What was put on the clipboard. */
async function catchCopies(page) {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = async (text) => void (window.__copied = text);
  });
  return () => page.evaluate(() => window.__copied);
}

test("the handbook is asked for only when there is something to explain", async ({ page, watched }) => {
  const loaded = () => watched.requests.some(({ url }) => url.includes("handbook"));
  await guide.practiceToReply(page);
  expect(loaded()).toBe(false);
  await guide.choose(page, "The person is unavailable");
  await guide.reply(page);
  await expect(guide.alert(page).getByRole("heading", { name: "The person cannot be reached" })).toBeVisible();
  expect(loaded()).toBe(true);
});

test.describe("without the handbook", () => {
  // The browser writes to its console what it could not load.
  test.use({ breaksPage: true });

  test("an error has Graph's own words, a link, and a way on", async ({ page }) => {
    await block(page);
    await guide.practiceToReply(page);
    await guide.choose(page, "Your token expires");
    await guide.reply(page);
    await expect(guide.alert(page).getByRole("heading", { name: "Graph said no" })).toBeVisible();
    await expect(guide.said(page, "Code")).toHaveText("190");
    await expect(guide.said(page, "Subcode")).toHaveText("463");
    await expect(guide.said(page, "Message")).toContainText("Session has expired");
    await expect(guide.alert(page).getByRole("link", { name: HELP })).toBeVisible();
    await expect(guide.button(page, "Copy for support")).toBeVisible();
    await guide.button(page, "Get a new practice token").click();
    await expect(guide.heading(page)).toHaveText(/Bring a new token/);
  });

  test("an empty list says so, and can be asked for again", async ({ page }) => {
    await block(page);
    await guide.open(page);
    await guide.connectPractice(page);
    await guide.goOn(page, "start");
    await guide.choose(page, "No Pages are shared");
    await guide.goOn(page, "ids");
    await guide.button(page, "Get my Pages").click();
    await expect(page.getByText("no Page is shared with it")).toBeVisible();
    await guide.button(page, "End the lesson").click();
    await guide.button(page, "Look again").click();
    await guide.mark(page, guide.PAGE);
  });

  test("it is loaded with the next error, once that is possible", async ({ page }) => {
    await block(page);
    await guide.practiceToReply(page);
    await guide.choose(page, "Wrong PSID");
    await guide.reply(page);
    await expect(guide.alert(page).getByRole("heading", { name: "Graph said no" })).toBeVisible();
    await page.unrouteAll();
    await guide.button(page, "Send the reply").click();
    await expect(guide.alert(page).getByRole("heading", { name: "This Page knows no such person" })).toBeVisible();
  });
});

test("an error is copied for support, without what was written and to whom", async ({ emulator, live }) => {
  const copied = await catchCopies(live);
  await guide.liveToReply(live, emulator.user_token);
  await emulator.setScenario("other-app-thread");
  await guide.reply(live);
  await expect(guide.alert(live)).toContainText("Another app holds the conversation");
  await guide.button(live, "Copy for support").click();
  await expect(live.getByRole("status")).toContainText("Details for support copied");
  const text = await copied();
  const trace = await guide.said(live, "Trace ID").innerText();
  for (const line of ["Method: POST", "Version: v26.0", "Code: 10", "Subcode: 2018300", "HTTP status: 400"]) {
    expect(text.split("\n")).toContain(line);
  }
  expect(text).toContain(`Trace ID: ${trace}`);
  expect(text).toMatch(/^Path: \/\d+\/messages$/m);
  expect(text).toMatch(/^Time \(UTC\): \d{4}-\d\d-\d\dT/m);
  expect(text).toContain("Parameters: access_token, recipient, messaging_type, message");
  expect(text).not.toContain(guide.REPLY);
});

test("a person without a name, and a message without a text, are told", async ({ emulator, live }) => {
  await guide.open(live);
  await guide.connectLive(live, emulator.user_token);
  await guide.goOn(live, "start");
  await guide.goOn(live, "ids");
  await guide.choosePage(live);
  const nameless = live.getByRole("radio", { name: "Facebook user" });
  await expect(nameless).toHaveAccessibleDescription(/the PSID is all that a reply needs/);
  await expect(live.getByText("the PSID is all that a reply needs")).toHaveCount(1);
  await guide.chooseConversation(live, "Tomás Ferreira");
  await guide.goOn(live, "read");
  await expect(guide.conversation(live)).toContainText("No text: most often a picture");
});
