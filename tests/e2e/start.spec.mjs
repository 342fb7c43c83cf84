// The page starts, keeps quiet, and says why when it cannot start.

import { expect, expectAccessible, test } from "./fixtures.mjs";

test("the page starts, silently, within its policy", async ({ page, watched }) => {
  await page.goto("/");
  await expect(page.locator("#loading")).toHaveCount(0);
  await expect(page).toHaveTitle(/First Reply/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("#boot-failure, #panic-banner")).toHaveCount(2);
  await expect(page.locator("#boot-failure")).toBeHidden();
  await expect(page.locator("#panic-banner")).toBeHidden();
  watched.expectQuiet();
  watched.expectHosts();
});

test("nothing is fetched twice, and nothing for practice mode", async ({ page, watched }) => {
  await page.goto("/", { waitUntil: "networkidle" });
  // But for the icon, which Chromium asks for again when the page sets its own address.
  const addresses = watched.requests.map(({ url }) => url).filter((url) => !url.includes("favicon"));
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses.filter((url) => url.includes("practice-worker"))).toEqual([]);
});

test("the practice worker starts under the policy", async ({ page, watched }) => {
  await page.goto("/");
  const said = await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const worker = new Worker("./practice-worker_loader.js", { type: "module" });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = () => reject(new Error("the worker did not start"));
      }),
  );
  expect(said).toBe("ready");
  watched.expectQuiet();
});

test("a good host's headers come with the page", async ({ request }) => {
  const headers = (await request.get("/")).headers();
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["cache-control"]).toBe("no-store");
  expect(headers["referrer-policy"]).toBe("no-referrer");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says what it is, and where to go", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "First Reply" })).toBeVisible();
    await expect(page.getByRole("link", { name: /Try It/ })).toBeVisible();
  });
});

/** Expects `#boot-failure` to give one reason, and a way on. */
async function expectReason(page, reason) {
  await expect(page.locator("#boot-failure")).toBeVisible();
  await expect(page.locator("#boot-failure [data-reason]:visible")).toHaveCount(1);
  await expect(page.locator(`[data-reason="${reason}"]`)).toBeVisible();
  await expect(page.locator("#loading")).toBeHidden();
}

test("a browser without WebAssembly is told so", async ({ page }) => {
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto("/");
  await expectReason(page, "browser");
  await expectAccessible(page);
});

for (const [what, files] of [
  ["WebAssembly", "**/*.wasm"],
  ["JavaScript", "**/first-reply-*.js"],
]) {
  test(`a missing file is told: ${what}`, async ({ page }) => {
    await page.route(files, (route) => route.fulfill({ status: 404 }));
    await page.goto("/");
    await expectReason(page, "files");
  });

  test(`a changed file is refused: ${what}`, async ({ page }) => {
    await page.route(files, async (route) => {
      const response = await route.fetch();
      const body = Buffer.concat([await response.body(), Buffer.from("\n")]);
      await route.fulfill({ response, body });
    });
    await page.goto("/");
    await expectReason(page, "files");
  });
}

test("a policy that forbids WebAssembly is told", async ({ page, watched }) => {
  await page.route("/", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(" 'wasm-unsafe-eval'", "");
    await route.fulfill({ response, body });
  });
  await page.goto("/");
  await expectReason(page, "blocked");
  await watched.expectProvoked("script-src wasm-eval");
});

test("a slow start is told, and forgotten once it starts", async ({ page }) => {
  let release = () => {};
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.clock.install();
  await page.goto("/", { waitUntil: "commit" });
  await expect(page.locator("#loading")).toBeVisible();
  await page.waitForFunction(() => document.readyState !== "loading");
  await page.clock.runFor(11_000);
  await expectReason(page, "slow");
  release();
  await expect(page.locator("#boot-failure")).toBeHidden();
});

test("a trap shows the banner, whose button reloads", async ({ page, watched }) => {
  await page.goto("/");
  await expect(page.locator("#loading")).toHaveCount(0);
  await page.evaluate(async () => {
    // One function, exported as "a", that does nothing but trap.
    const bytes = "0061736d01000000010401600000030201000705010161000" + "00a05010300000b";
    const module = Uint8Array.from(bytes.match(/../g), (byte) => parseInt(byte, 16));
    const { instance } = await WebAssembly.instantiate(module);
    setTimeout(instance.exports.a);
  });
  await expect(page.getByRole("alert")).toContainText("reload");
  await watched.expectProvoked("unreachable");
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.locator("#panic-banner")).toBeHidden();
});
