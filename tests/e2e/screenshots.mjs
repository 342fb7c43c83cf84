// The README's pictures, of the real page in practice mode: `cargo xtask screenshots`.

import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { chromium, expect } from "@playwright/test";

import { launchOptions, pageAddress } from "./chromium.mjs";
import * as guide from "./guide.mjs";

const [folder] = process.argv.slice(2);

/** No picture may be bigger, in bytes. */
const BIGGEST = 200_000;

const DESKTOP = { width: 1440, height: 900 };
const SMALLER = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** When every picture begins. */
const NOW = new Date("2026-11-23T09:30:00Z");

const reachConnect = (page) => guide.open(page);

async function reachIds(page) {
  await guide.open(page);
  await guide.connectPractice(page);
  await guide.goOn(page, "start");
  await guide.writeAsCustomer(page);
  await guide.goOn(page, "ids");
  await guide.choosePage(page);
  await guide.chooseConversation(page);
}

async function reachReply(page) {
  await guide.practiceToReply(page);
  await guide.replyField(page).fill(guide.REPLY);
}

async function reachCard(page) {
  await guide.open(page);
  await guide.connectPractice(page);
}

async function reachEmpty(page) {
  await reachCard(page);
  await guide.goOn(page, "start");
  await guide.choose(page, "No Pages are shared");
  await guide.startLesson(page, "ids");
  await guide.button(page, "Get my Pages").click();
  await expect(page.getByText("only the Pages that were ticked")).toBeVisible();
}

async function reachRefusal(page) {
  await guide.practiceToReply(page);
  await guide.choose(page, "The window has closed");
  await guide.reply(page);
  await expect(guide.alert(page)).toContainText("2018278");
}

/** The lesson that was just met, in view. */
async function reachLesson(page) {
  await guide.practiceToReply(page);
  await guide.choose(page, "Another app holds the thread");
  await guide.reply(page);
  await expect(guide.alert(page)).toContainText("Another app holds the conversation");
  await guide.lessons(page).getByText("Choose a lesson").click();
}

async function reachDone(page) {
  await guide.practiceToReply(page);
  await guide.reply(page);
  await guide.expectDone(page);
  await expect(guide.phone(page)).toContainText(guide.REPLY);
}

/** The Pages, as the explorer gets them. */
async function reachExplorer(page) {
  await reachIds(page);
  await page.getByRole("link", { name: "Explorer", exact: true }).click();
  const query = page.locator("#explorer-query");
  await query.fill("me/accounts?fields=id,name,tasks");
  await page.keyboard.press("Escape");
  await guide.button(page, "Submit").click();
  const tree = page.getByRole("tree", { name: "Response" });
  // The conversations, which stood there before, have none.
  await expect(tree).toContainText("tasks");
}

/** The pictures: a name, how to get there from first paint, what differs from a light desktop. */
const PICTURES = [
  ["connect-light", reachConnect],
  ["card-light", reachCard, { viewport: SMALLER }],
  ["empty-light", reachEmpty, { viewport: SMALLER }],
  ["lesson-light", reachLesson, { viewport: SMALLER, at: guide.lessons }],
  ["ids-light", reachIds],
  ["reply-light", reachReply],
  ["reply-dark", reachReply, { colorScheme: "dark" }],
  ["refused-light", reachRefusal, { viewport: SMALLER }],
  ["explorer-light", reachExplorer],
  ["done-light", reachDone],
  ["done-mobile", reachDone, { viewport: PHONE }],
];

/** Puts the focus and the pointer where they do not show, and the page at its top, or at a part. */
async function settle(page, at) {
  await page.evaluate(() => {
    document.activeElement?.blur();
    scrollTo(0, 0);
  });
  await at?.(page).evaluate((part) => part.scrollIntoView());
  await page.mouse.move(0, 0);
}

async function photograph(browser, name, reach, { at, ...options } = {}) {
  const context = await browser.newContext({
    baseURL: pageAddress(),
    colorScheme: "light",
    locale: "en-US",
    timezoneId: "UTC",
    reducedMotion: "reduce",
    viewport: DESKTOP,
    ...options,
  });
  const page = await context.newPage();
  await page.clock.install({ time: NOW });
  await reach(page);
  await settle(page, at);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: "disabled", caret: "hide" });
  await context.close();
  const { size } = await stat(path);
  console.log(`${path}  ${Math.ceil(size / 1000)} KB`);
  if (size > BIGGEST) {
    throw new Error(`${path} is bigger than ${BIGGEST / 1000} KB`);
  }
}

await mkdir(folder, { recursive: true });
const browser = await chromium.launch(launchOptions());
try {
  for (const [name, reach, options] of PICTURES) {
    await photograph(browser, name, reach, options);
  }
} finally {
  await browser.close();
}
