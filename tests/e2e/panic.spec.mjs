// Something breaks in the page: it says so at once, takes nothing more, and a reload goes on.

import { breakNext, breakable } from "./broken.mjs";
import { expect, expectSound, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

/** What an error of the browser might quote. */
const SECRET = "practice-user-token-quoted12";

const banner = (page) => page.locator("#panic-banner");

/** Expects the banner, in a second, and a page that can do nothing but reload. */
async function expectBroken(page) {
  await expect(banner(page)).toBeFocused();
  await expect(banner(page)).toContainText("reload to go on");
  expect(await page.evaluate(() => window.toldAfter)).toBeLessThan(1000);
  expect(await page.evaluate(() => document.getElementById("app").inert)).toBe(true);
}

async function reload(page) {
  await banner(page).getByRole("button", { name: "Reload" }).click();
  await expect(banner(page)).toBeHidden();
}

const isPanic = (line) => /^error: First Reply broke at \S+\.rs:\d+:\d+$/.test(line);

test.use({ breaksPage: true });

test.beforeEach(({ page }) => page.addInitScript(breakable));

test("in a handler: a reload brings back the step and the draft", async ({ page }) => {
  await guide.practiceToReply(page);
  await guide.draft(page, guide.REPLY);
  await breakNext(page, "setItem");
  await guide.replyField(page).press("!");
  await expectBroken(page);
  await reload(page);
  await guide.expectStep(page, "reply");
  await expect(guide.replyField(page)).toHaveValue(`${guide.REPLY}!`);
  await guide.expectRead(page);
  await guide.button(page, "Send the reply").click();
  await guide.expectDone(page, `${guide.REPLY}!`);
});

test("in the view", async ({ page }) => {
  await guide.practiceToReply(page);
  await guide.draft(page, guide.REPLY);
  await page.getByText("Options", { exact: true }).click();
  await breakNext(page, "createElement");
  await guide.button(page, "Add a quick reply").click();
  await expectBroken(page);
  await reload(page);
  await guide.expectStep(page, "reply");
  await expect(guide.replyField(page)).toHaveValue(guide.REPLY);
  // What was done before the view broke was stored before it was drawn.
  await expect(page.getByLabel("Quick reply 1", { exact: true })).toHaveCount(1);
});

test("while a request is under way", async ({ emulator, livePage, liveWatched }) => {
  await livePage.addInitScript(breakable);
  await guide.open(livePage);
  await guide.connectLive(livePage, emulator.user_token);
  await guide.goOn(livePage, "start");
  await guide.goOn(livePage, "ids");
  await breakNext(livePage, "status");
  await guide.button(livePage, "Get my Pages").click();
  await expectBroken(livePage);
  await liveWatched.expectNoToken();
  await reload(livePage);
  await guide.expectStep(livePage, "ids");
  await guide.choosePage(livePage);
  await liveWatched.expectNoToken();
});

test("a panic tells the console where, and nothing of what", async ({ emulator, livePage, liveWatched }) => {
  await livePage.addInitScript(breakable);
  await guide.liveToReply(livePage, emulator.user_token);
  await guide.draft(livePage, `${guide.REPLY} ${SECRET}`);
  // The clock is read for the event, and then while the model is being looked at, which stays
  // locked: the next event finds it so, and panics. It is that the workbench has drawn the draft.
  await breakNext(livePage, "now", 1);
  await guide.replyField(livePage).press("!");
  await expectBroken(livePage);
  await expect.poll(() => liveWatched.console.filter(isPanic)).toHaveLength(1);
  await expect(banner(livePage)).toBeVisible();
  expect(liveWatched.console).toHaveLength(1);
  expect([...liveWatched.console, ...liveWatched.errors].join()).not.toContain(SECRET);
  await reload(livePage);
  await guide.expectStep(livePage, "reply");
  await expect(guide.replyField(livePage)).toHaveValue(new RegExp(SECRET));
});

test("a question that is open does not lie above the banner", async ({ page }) => {
  await guide.practiceToReply(page);
  await page.getByRole("banner").getByRole("button", { name: "Forget everything" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await breakNext(page, "now");
  await page.getByRole("dialog").getByRole("button", { name: "Keep it" }).click();
  await expectBroken(page);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await reload(page);
  await guide.expectStep(page, "reply");
});

for (const [when, name, told] of [
  ["before the page is drawn", "getItem", "#boot-failure [data-reason=broken]"],
  ["while the page is drawn", "createElement", "#panic-banner, #boot-failure [data-reason=broken]"],
]) {
  test(`at the start, ${when}`, async ({ page }) => {
    await page.addInitScript((name) => {
      window.toBreak = sessionStorage.length ? undefined : { name, after: 0 };
      sessionStorage.setItem("broken", "once");
    }, name);
    await page.goto("/");
    await expect(page.locator(told).filter({ visible: true })).toHaveCount(1);
    await expect(page.locator("#loading").filter({ visible: true })).toHaveCount(0);
    await expectSound(page);
    await page.getByRole("button", { name: "Reload" }).click();
    await expect(guide.heading(page)).toHaveText(guide.STEPS.connect);
  });
}

test("a trap of WebAssembly, wherever it comes from", async ({ page }) => {
  await guide.open(page);
  await page.evaluate(async () => {
    // One function, exported as "a", that does nothing but trap.
    const bytes = "0061736d01000000010401600000030201000705010161000" + "00a05010300000b";
    const module = Uint8Array.from(bytes.match(/../g), (byte) => parseInt(byte, 16));
    const { instance } = await WebAssembly.instantiate(module);
    window.brokeAt = performance.now();
    setTimeout(instance.exports.a);
  });
  await expectBroken(page);
  await expectSound(page);
  await reload(page);
});

test("what breaks in somebody else's script is not the page's", async ({ page, watched }) => {
  await guide.open(page);
  for (const thrown of ["new Error('theirs')", "'theirs'", "null", "undefined"]) {
    for (const act of [`setTimeout(() => { throw ${thrown} })`, `void Promise.reject(${thrown})`]) {
      await page.evaluate(`${act}\n//# sourceURL=chrome-extension://abcdefgh/content.js`);
    }
  }
  // Nor does it break the page when nobody waits for something that was aborted.
  const own = await page.locator("script[data-js]").getAttribute("data-js");
  await page.evaluate(`void Promise.reject(new DOMException("", "AbortError"))\n//# sourceURL=${own}`);
  await expect.poll(() => watched.errors.length).toBe(9);
  await expect(banner(page)).toBeHidden();
  await guide.connectPractice(page);
});
