// The page comes in two parts: the first screen, and with the first thing that the reader does, the rest.

import { expect, expectAccessible, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

const REST = "**/rest-*.wasm";

const block = (page) => page.route(REST, (route) => route.abort());
const missing = (page) => guide.alert(page).getByRole("heading", { name: "The rest of the page did not arrive" });

/** Holds the rest back until it is let go. */
async function hold(page) {
  let letGo = () => {};
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route(REST, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

test("the rest comes with the first thing that the reader does, and once", async ({ page, watched }) => {
  const loads = () => watched.requests.filter(({ url }) => url.includes("/rest-")).length;
  await guide.open(page);
  await page.waitForLoadState("networkidle");
  expect(loads()).toBe(0);
  await guide.connectPractice(page);
  await guide.goOn(page, "start");
  expect(loads()).toBe(1);
});

test("what is done before the rest is here waits for it, in order", async ({ page }) => {
  const letGo = await hold(page);
  await guide.open(page);
  await guide.mark(page, "Live");
  await expect(page.getByText("Loading the guide")).toBeVisible();
  await guide.mark(page, "Practice");
  await guide.button(page, "Start practice").click();
  letGo();
  await expect(guide.heading(page)).toHaveText(/This token will do/);
  await expect(page.getByText("Loading the guide")).toHaveCount(0);
});

test("the theme is changed without it, and kept", async ({ page }) => {
  const letGo = await hold(page);
  await guide.open(page);
  await page.locator(".fr-theme__choice", { hasText: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  letGo();
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem("first-reply"))).toContain('"dark"');
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test.describe("when the rest does not arrive", () => {
  // The browser writes to its console what it could not load.
  test.use({ breaksPage: true });

  test("the reader is told, and goes on where they were", async ({ page }) => {
    await block(page);
    await guide.open(page);
    await guide.button(page, "Start practice").click();
    await expect(missing(page)).toBeVisible();
    await expectAccessible(page);
    await guide.button(page, "Try again").click();
    await expect(missing(page)).toBeVisible();
    await page.unroute(REST);
    await guide.button(page, "Try again").click();
    await expect(guide.heading(page)).toHaveText(/This token will do/);
    await expect(missing(page)).toHaveCount(0);
  });

  test("after a reload, what was stored is kept until it does", async ({ page }) => {
    await guide.open(page);
    await guide.connectPractice(page);
    await guide.goOn(page, "start");
    const stored = await page.evaluate(() => sessionStorage.getItem("first-reply"));
    await page.route(REST, (route) => route.fulfill({ status: 404 }));
    await page.reload();
    await expect(missing(page)).toBeVisible();
    expect(await page.evaluate(() => sessionStorage.getItem("first-reply"))).toBe(stored);
    await page.unroute(REST);
    await guide.button(page, "Try again").click();
    await guide.expectStep(page, "start");
  });

  test("one that was changed on its way does not run", async ({ page, badHost }) => {
    const rewrite = (reply) => {
      if (reply.path.includes("/rest-")) {
        reply.body = Buffer.concat([reply.body, Buffer.from("\n")]);
      }
    };
    await page.goto(await badHost(rewrite));
    await guide.button(page, "Start practice").click();
    await expect(missing(page)).toBeVisible();
  });
});
