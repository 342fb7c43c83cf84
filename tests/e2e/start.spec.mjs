// The page starts, keeps quiet, and says why when it cannot start.

import { chromium } from "@playwright/test";

import { launchOptions } from "./chromium.mjs";
import { expect, expectSound, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

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

test("every file that the page runs has its integrity", async ({ page }) => {
  await page.goto("/");
  const bare = await page.evaluate(() => {
    const files = document.querySelectorAll("script, link[rel=stylesheet], link[rel=modulepreload]");
    const { integrity } = document.querySelector("script").dataset;
    const without = [...files].filter((file) => !file.integrity.startsWith("sha384-"));
    return [...without.map((file) => file.outerHTML), ...(integrity ? [] : ["the WebAssembly"])];
  });
  expect(bare).toEqual([]);
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
    await expect(page.locator("#loading")).toBeHidden();
    await expect(page.locator("#late")).toBeHidden();
  });
});

/** How long a reader may look at a page that says nothing, in milliseconds. */
const READABLE = 10_000;

const failure = (page) => page.locator("#boot-failure");

/** Expects `#boot-failure` to give one reason, and a way on. */
async function expectReason(page, reason) {
  await expect(page.locator(`#boot-failure p[data-reason~=${reason}]`).first()).toBeVisible();
  await expect(page.locator("[data-reason]:visible").first()).toHaveAttribute("data-reason", reason);
  await expect(failure(page).getByRole("heading")).toBeFocused();
  await expect(page.locator("#loading, #late").filter({ visible: true })).toHaveCount(0);
  await expect(page.locator("#app")).toBeEmpty();
  await expectSound(page);
}

test("a browser without WebAssembly is told so", async ({ page }) => {
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto("/");
  await expectReason(page, "browser");
});

test("a browser that does not know this kind of WebAssembly is told so", async ({ page }) => {
  await page.addInitScript(() => {
    WebAssembly.instantiateStreaming = () =>
      Promise.reject(new WebAssembly.CompileError("invalid value type 0x6f"));
  });
  await page.goto("/");
  await expectReason(page, "browser");
});

const isScript = ({ path }) => path.includes("first-reply") && path.endsWith(".js");
const isBoot = ({ path }) => path.includes("boot") && path.endsWith(".js");
const isWasm = ({ path }) => path.endsWith(".wasm");
const isPage = ({ path }) => path === "/";

const type = (type) => (reply) => (reply.headers["content-type"] = type);
const missing = (reply) => Object.assign(reply, { status: 404, body: Buffer.from("Not found") });
/** As hosts of single-page apps do it for every address that they do not know. */
const pageInstead = (reply) =>
  Object.assign(reply, { status: 200, body: Buffer.from("<!doctype html><title>Home</title>") }) &&
  type("text/html")(reply);
const cutOff = (reply) => (reply.cut = 50_000);
const shortened = (reply) => (reply.body = reply.body.subarray(0, 50_000));
const rewritten = (reply) => (reply.body = Buffer.concat([reply.body, Buffer.from("\n")]));
const hangs = (reply) => (reply.hang = true);
const policy = (from, to) => (reply) => {
  const header = "content-security-policy";
  reply.headers[header] = reply.headers[header].replace(from, to);
};
const unguarded = (reply) => delete reply.headers["x-content-type-options"];

/** Runs the changes on the files that are meant. */
const on = (isMeant, ...changes) => (reply) => {
  if (isMeant(reply)) {
    changes.forEach((change) => change(reply));
  }
};

for (const [what, change, reason] of [
  ["the script is missing", on(isScript, missing), "lost"],
  ["the WebAssembly is missing", on(isWasm, missing), "lost"],
  ["a page comes for the script", on(isScript, pageInstead), "type"],
  ["a page comes for the WebAssembly", on(isWasm, pageInstead), "type"],
  ["the script comes as bytes", on(isScript, type("application/octet-stream")), "type"],
  [
    "every script comes as bytes",
    on((reply) => isScript(reply) || isBoot(reply), unguarded, type("application/octet-stream")),
    "type",
  ],
  ["the WebAssembly is cut off", on(isWasm, cutOff), "changed"],
  ["the WebAssembly is too short", on(isWasm, shortened), "changed"],
  ["the WebAssembly was rewritten", on(isWasm, rewritten), "changed"],
  ["the script was rewritten", on(isScript, rewritten), "changed"],
  ["the WebAssembly does not come", on(isWasm, hangs), "slow"],
  ["the script does not come", on(isScript, hangs), "slow"],
  ["a header forbids WebAssembly", on(isPage, policy(" 'wasm-unsafe-eval'", "")), "blocked"],
]) {
  test(`a bad host is told: ${what}`, async ({ page, watched, badHost }) => {
    const address = await badHost(change);
    await page.goto(address, { waitUntil: "commit" });
    await expectReason(page, reason);
    const hasDetail = ["lost", "type", "changed"].includes(reason);
    await expect(page.locator("#boot-detail")).toHaveText(hasDetail ? /\.js: .+\n.+\.wasm: / : "");
    if (reason === "blocked") {
      await watched.expectProvoked("script-src wasm-eval");
    }
  });
}

test("the page's own policy forbids WebAssembly", async ({ page, watched, badHost }) => {
  const forbid = (reply) => {
    reply.body = Buffer.from(String(reply.body).replace(" 'wasm-unsafe-eval'", ""));
  };
  await page.goto(await badHost(on(isPage, forbid)));
  await expectReason(page, "blocked");
  await watched.expectProvoked("script-src wasm-eval");
});

test("WebAssembly that comes as bytes starts all the same", async ({ page, badHost }) => {
  await page.goto(await badHost(on(isWasm, type("application/octet-stream"))));
  await expect(guide.heading(page)).toBeVisible();
  await expect(page.locator("#loading")).toHaveCount(0);
});

for (const [what, change, violation] of [
  ["is missing", on(isBoot, missing)],
  ["was rewritten", on(isBoot, rewritten)],
  ["comes as bytes, and may not be guessed at", on(isBoot, type("application/octet-stream"))],
  ["is forbidden by a header", on(isPage, policy("script-src 'self'", "script-src 'none'")), "script-src-elem"],
]) {
  test(`a page whose first script ${what} says so without it`, async ({ page, watched, badHost }) => {
    const address = await badHost(change);
    await page.goto(address, { waitUntil: "commit" });
    await expect(page.getByRole("heading", { name: "First Reply has not started" })).toBeVisible();
    await expect(page.getByText("Loading First Reply")).toBeHidden();
    await expectSound(page);
    if (violation) {
      await watched.expectProvoked(violation);
    }
  });
}

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
  await page.clock.runFor(READABLE);
  await expectReason(page, "slow");
  release();
  await expect(failure(page)).toBeHidden();
  await expect(guide.heading(page)).toHaveCount(1);
});

test("inside another page it does not start, and opens by itself", async ({ page, badHost, context }) => {
  const loose = await badHost(on(isPage, policy("; frame-ancestors 'none'", "")));
  const outer = await badHost((reply) => {
    reply.headers = { "content-type": "text/html" };
    reply.body = Buffer.from(`<title>Outer</title><iframe src="${loose}#access_token=x"></iframe>`);
  });
  await page.goto(outer);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("#boot-failure [data-reason=framed]").first()).toBeVisible();
  await expect(frame.locator("#app")).toBeEmpty();
  expect(page.frames()[1].url()).toBe(loose);
  const opened = context.waitForEvent("page");
  await frame.getByRole("link", { name: /tab of its own/ }).click();
  const alone = await opened;
  await expect(guide.heading(alone)).toBeVisible();
  expect(await alone.evaluate(() => window.opener)).toBe(null);
});

test("inside another page, a good host's header keeps it out altogether", async ({ page, badHost, baseURL }) => {
  const outer = await badHost((reply) => {
    reply.headers = { "content-type": "text/html" };
    reply.body = Buffer.from(`<title>Outer</title><iframe src="${baseURL}"></iframe>`);
  });
  await page.goto(outer);
  await expect(page.frameLocator("iframe").locator("#boot-failure")).toHaveCount(0);
});

test("over plain http from elsewhere it does not start", async ({ baseURL, colorScheme }) => {
  const browser = await chromium.launch(launchOptions({ rules: "MAP plain.test 127.0.0.1" }));
  const page = await browser.newPage({ colorScheme });
  const { port } = new URL(baseURL);
  await page.goto(`http://plain.test:${port}/?access_token=x`);
  await expectReason(page, "insecure");
  expect(page.url()).toBe(`http://plain.test:${port}/`);
  await browser.close();
});
