// From a webhook notification to the reply: what a developer has in the log names the person.

import { expect, expectSound, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";
import { tabTo } from "./keys.mjs";

const field = (page) => page.getByLabel("Webhook notification", { exact: true });

async function press(page, name) {
  await tabTo(page, guide.button(page, name));
  await page.keyboard.press("Enter");
}

test("practice, by keyboard alone, from the phone's message to the reply", async ({ page, watched }) => {
  await guide.open(page);
  await guide.connectPractice(page);
  await guide.goOn(page, "start");
  await guide.writeAsCustomer(page);
  await guide.goOn(page, "ids");
  await tabTo(page, page.locator("summary", { hasText: "Paste a webhook notification instead" }));
  await page.keyboard.press("Enter");
  await press(page, "Read the notification");
  const summary = page.locator("[data-focus=alert]");
  await expect(summary).toBeFocused();
  await tabTo(page, summary.getByRole("link", { name: "Paste a notification." }));
  await page.keyboard.press("Enter");
  await expect(field(page)).toBeFocused();
  await press(page, "Use a practice notification");
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue(new RegExp(`"object":"page".*${guide.QUESTION.slice(0, -1)}`));
  await press(page, "Read the notification");
  await expect(guide.found(page)).toBeFocused();
  const person = guide.found(page).getByRole("radio", { name: guide.QUESTION });
  await expect(person).toBeChecked();
  await expect(guide.found(page)).toContainText(/PSID \d+/);
  await tabTo(page, person);
  await press(page, "Find the conversation");
  await guide.expectStep(page, "read");
  await expect(guide.heading(page)).toBeFocused();
  await expect(guide.conversation(page)).toContainText(guide.QUESTION);
  await guide.goOn(page, "reply");
  await guide.reply(page);
  await guide.expectDone(page);
  watched.expectQuiet();
  watched.expectHosts();
});

for (const kind of ["user_token", "page_token"]) {
  test(`live, out of a log, with a ${kind}`, async ({ emulator, live }) => {
    await emulator.customerWrites(guide.QUESTION);
    await guide.open(live);
    await guide.connectLive(live, emulator[kind]);
    await guide.goOn(live, "start");
    await guide.goOn(live, "ids");
    const body = guide.notification(emulator.page_id, emulator.psid);
    await guide.paste(live, `2026-11-25T13:34:37Z INFO POST /webhook\nX-Hub-Signature-256: sha256=00\n\n${body}\n`);
    await expect(guide.found(live)).toContainText(emulator.psid);
    await guide.button(live, "Find the conversation").click();
    await guide.expectStep(live, "read");
    await expect(guide.conversation(live)).toContainText(guide.QUESTION);
    const facts = live.getByRole("region", { name: "What you have so far" });
    for (const id of [emulator.page_id, emulator.psid, emulator.conversation_id]) {
      await expect(facts).toContainText(id);
    }
    const requests = await emulator.requests();
    const asked = requests.filter(({ params }) => params.some(([name]) => name === "user_id"));
    expect(asked.map(({ params }) => Object.fromEntries(params).user_id)).toEqual([emulator.psid]);
    await guide.goOn(live, "reply");
    await guide.reply(live);
    await guide.expectDone(live);
    expect(await emulator.countSends()).toBe(1);
  });
}

test("live, what is of no use is explained, and nothing is lost", async ({ emulator, live, liveWatched }) => {
  await guide.open(live);
  await guide.connectLive(live, emulator.user_token);
  await guide.goOn(live, "start");
  await guide.goOn(live, "ids");
  await guide.paste(live, guide.DASHBOARD_TEST);
  await expect(guide.found(live)).toContainText("This is the test of the App Dashboard");
  await expect(guide.found(live)).toBeFocused();
  await expect(field(live)).toHaveValue(guide.DASHBOARD_TEST);
  const body = guide.notification(emulator.page_id, emulator.psid);
  await guide.paste(live, body.replace('"page"', '"instagram"'));
  await expect(guide.found(live)).toContainText("an Instagram account");
  await guide.paste(live, body.slice(0, -3));
  await expect(guide.found(live)).toContainText(`line 1, column ${body.length - 2}`);
  await guide.paste(live, body.replaceAll(emulator.page_id, "4200"));
  await guide.button(live, "Find the conversation").click();
  await expect(guide.found(live)).toContainText("not among yours");
  await expect(guide.found(live)).toBeFocused();
  await guide.paste(live, guide.notification(emulator.page_id, "4200", "<img src=x> \u202eevil"));
  await guide.button(live, "Find the conversation").click();
  await expect(guide.found(live)).toContainText("no conversation with this person");
  await guide.expectStep(live, "ids");
  await expectSound(live);
  liveWatched.expectQuiet();
});

test("what reads it does not arrive: said, and tried again", async ({ page }) => {
  await guide.open(page);
  await guide.connectPractice(page);
  await guide.goOn(page, "start");
  await guide.writeAsCustomer(page);
  await guide.goOn(page, "ids");
  await page.route("**/handbook*", (route) => route.abort());
  await guide.shortcut(page).click();
  await guide.button(page, "Use a practice notification").click();
  await guide.button(page, "Read the notification").click();
  await expect(guide.found(page)).toContainText("could not be read");
  await page.unroute("**/handbook*");
  await guide.button(page, "Read the notification").click();
  await expect(guide.found(page).getByRole("radio")).toBeChecked();
});
