// The whole way in practice, by keyboard alone.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";
import { tabTo } from "./keys.mjs";

async function press(page, name) {
  await tabTo(page, guide.button(page, name));
  await page.keyboard.press("Enter");
}

async function goOn(page, step) {
  await press(page, "Continue");
  await guide.expectStep(page, step);
  await expect(guide.heading(page)).toBeFocused();
}

test("practice by Tab, Enter, Space and the arrows", async ({ page }) => {
  await guide.open(page);
  await tabTo(page, page.getByRole("radio", { name: "Practice" }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Live" })).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("radio", { name: "Practice" })).toBeChecked();
  await press(page, "Start practice");
  await expect(guide.heading(page)).toHaveText(/This token will do/);
  await goOn(page, "start");
  await tabTo(page, page.getByLabel("Write as the customer"));
  await page.keyboard.type(guide.QUESTION);
  await page.keyboard.press("Enter");
  await expect(guide.phone(page)).toContainText(guide.QUESTION);
  await goOn(page, "ids");
  await press(page, "Get my Pages");
  await tabTo(page, page.getByRole("radio", { name: guide.PAGE }));
  await page.keyboard.press("Space");
  await press(page, "Show conversations");
  await tabTo(page, page.getByRole("radio", { name: guide.CUSTOMER }));
  await page.keyboard.press("Space");
  await goOn(page, "read");
  await goOn(page, "reply");
  await press(page, "Send the reply");
  const summary = page.locator("[data-focus=alert]");
  await expect(summary).toBeFocused();
  await tabTo(page, summary.getByRole("link"));
  await page.keyboard.press("Enter");
  await expect(guide.replyField(page)).toBeFocused();
  await page.keyboard.type(guide.REPLY);
  await press(page, "Send the reply");
  await guide.expectDone(page);
  await expect(guide.heading(page)).toBeFocused();
});

test("the first Tab offers to skip to the guide", async ({ page }) => {
  await guide.open(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the guide" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("the question is answered by keyboard, and the focus stays inside", async ({ page }) => {
  await guide.practiceToReply(page);
  await page.getByRole("banner").getByRole("button", { name: "Forget everything" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await tabTo(page, dialog.getByRole("button", { name: "Forget everything" }));
  await page.keyboard.press("Space");
  await guide.expectStep(page, "connect");
});

test("a reader who moves on before the answer is drawn keeps the focus", async ({ page }) => {
  await guide.practiceToReply(page);
  await guide.button(page, "Back").click();
  await guide.expectStep(page, "read");
  await expect(guide.conversation(page)).toBeVisible();
  const held = await page.evaluate(async () => {
    const frames = [];
    const own = window.requestAnimationFrame;
    window.requestAnimationFrame = (act) => frames.push(act);
    const buttons = () => [...document.querySelectorAll("#main button")];
    const find = (name) => buttons().find((button) => button.textContent === name);
    const again = find("Read again");
    again.focus();
    again.click();
    // The answer is drawn, and the frame in which the focus would move is still to come.
    const drawn = () => frames.length > 0 && document.querySelector(".fr-progress") === null;
    await new Promise((resolve) => {
      const look = new MutationObserver(() => drawn() && resolve(look.disconnect()));
      look.observe(document.body, { subtree: true, childList: true });
    });
    find("Continue").focus();
    window.requestAnimationFrame = own;
    frames.forEach((act) => act(performance.now()));
    return document.activeElement.textContent;
  });
  expect(held).toBe("Continue");
});

test("a reader who is typing when an answer comes is not taken out of the field", async ({ page }) => {
  await guide.practiceToReply(page);
  await guide.button(page, "Back").click();
  await guide.expectStep(page, "read");
  await expect(guide.conversation(page)).toBeVisible();
  await page.getByText("The customer’s phone", { exact: true }).click();
  const field = page.getByLabel("Write as the customer");
  await guide.button(page, "Read again").click();
  await field.fill("Still there?");
  await expect(page.locator(".fr-progress")).toHaveCount(0);
  // A moved focus would have moved by the second frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await expect(field).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(guide.phone(page)).toContainText("Still there?");
});
