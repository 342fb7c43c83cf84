// Forget everything: asked first, and then nothing is left.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

const forget = (page) => page.getByRole("banner").getByRole("button", { name: "Forget everything" });
const dialog = (page) => page.getByRole("dialog", { name: "Forget everything?" });

test("Escape and Keep it are a no", async ({ page }) => {
  await guide.practiceToReply(page);
  await guide.replyField(page).fill(guide.REPLY);
  for (const refuse of [
    () => page.keyboard.press("Escape"),
    () => dialog(page).getByRole("button", { name: "Keep it" }).click(),
  ]) {
    await forget(page).click();
    await expect(dialog(page)).toBeVisible();
    await refuse();
    await expect(dialog(page)).toHaveCount(0);
    await expect(forget(page)).toBeFocused();
  }
  await guide.expectStep(page, "reply");
  await expect(guide.replyField(page)).toHaveValue(guide.REPLY);
});

test("everything is forgotten, by the page and by the tab", async ({ emulator, live }) => {
  await guide.liveToReply(live, emulator.user_token);
  await guide.replyField(live).fill(guide.REPLY);
  await forget(live).click();
  await dialog(live).getByRole("button", { name: "Forget everything" }).click();
  await guide.expectStep(live, "connect");
  await expect(guide.heading(live)).toBeFocused();
  await checkForgotten(live, emulator);
  await live.goBack();
  await guide.expectStep(live, "connect");
  await checkForgotten(live, emulator);
  await live.reload();
  await guide.expectStep(live, "connect");
  await checkForgotten(live, emulator);
});

/** Expects nothing of the session in the page or its storage. */
async function checkForgotten(page, emulator) {
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  const html = await page.locator("html").innerHTML();
  const { user_token, page_token, page_id, psid, conversation_id } = emulator;
  const held = [user_token.slice(-4), page_token.slice(-4), page_id, psid, conversation_id];
  for (const secret of [...held, guide.PAGE, guide.CUSTOMER, guide.REPLY]) {
    expect(html).not.toContain(secret);
  }
}

test("a page that was forgotten begins anew", async ({ page }) => {
  await guide.practiceToReply(page);
  await forget(page).click();
  await dialog(page).getByRole("button", { name: "Forget everything" }).click();
  await guide.connectPractice(page);
  await guide.goOn(page, "start");
  await expect(guide.phone(page)).toContainText("No messages yet");
});
