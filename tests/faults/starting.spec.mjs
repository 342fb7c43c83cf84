// F40–F46: the page cannot start, breaks, or should not be used as it was opened.

import { launchOptions } from "../e2e/chromium.mjs";
import { breakNext, breakable } from "../e2e/broken.mjs";
import * as guide from "../e2e/guide.mjs";
import { startHost } from "../e2e/host.mjs";
import { Bench } from "./bench.mjs";
import { expect, test } from "./fixtures.mjs";
import { judge, judgeFine } from "./judge.mjs";

/** How long a reader may look at a page that says nothing, in milliseconds. */
const READABLE = { timeout: 12_000 };

const visible = (locator) => locator.filter({ visible: true });

/** The page says that it broke, and can do nothing but reload; a reload brings back step and draft. */
async function judgeBroken(bench, injected, step) {
  const { page } = bench;
  const banner = page.locator("#panic-banner");
  await expect(banner).toBeVisible();
  await expect(banner).toBeFocused();
  expect(await page.evaluate(() => document.getElementById("app").inert)).toBe(true);
  await bench.seen.expectNoToken();
  await banner.getByRole("button", { name: "Reload" }).click();
  await guide.expectStep(page, step);
  await expect(banner).toBeHidden();
  if (step === "read") {
    await guide.goOn(page, "reply");
  }
  await expect(guide.replyField(page)).toHaveValue(/^Kept/);
  await bench.seen.expectNoToken();
  bench.desk.tell(injected, "a banner says so, nothing else can be used; Reload brings back step and draft");
}

async function storeMore({ page }) {
  await breakNext(page, "setItem");
  await guide.replyField(page).press("!");
}
async function addQuickReply({ page }) {
  await page.getByText("Options", { exact: true }).click();
  await breakNext(page, "createElement");
  await guide.button(page, "Add a quick reply").click();
}
async function readAgain(bench) {
  await guide.button(bench.page, "Back").click();
  await guide.expectStep(bench.page, "read");
  await expect(guide.conversation(bench.page)).toBeVisible();
  await breakNext(bench.page, "status");
  await bench.readAgain();
}

/** What goes wrong in the WebAssembly, the act that meets it, and the step where that is. */
const BREAKS = [
  ["a panic in a handler", storeMore, "reply"],
  ["a panic in the view", addQuickReply, "reply"],
  ["a panic in a task", readAgain, "read"],
];

test("F40 a panic", async ({ desk }) => {
  for (const [injected, act, step] of BREAKS) {
    const bench = await desk.open("reply", { init: breakable });
    await guide.draft(bench.page, "Kept");
    await act(bench);
    await judgeBroken(bench, injected, step);
  }
});

/** A host that answers with something changed, and a page of it, not yet open. */
async function badPage(desk, change, context = {}) {
  const host = await startHost(change);
  desk.later(() => host.stop());
  const page = await desk.page(context);
  return { page, address: host.address };
}

/** The page says within ten seconds why it does not start, and offers a way on. */
async function judgeStart(desk, injected, page) {
  const told = visible(page.locator("#boot-failure, #late, noscript main, main")).first();
  await expect(told).toBeVisible(READABLE);
  await expect(visible(page.locator("#loading"))).toHaveCount(0, READABLE);
  await expect(page.locator("#panic-banner")).toBeHidden();
  const ways = await visible(told.locator("button, a[href]")).allTextContents();
  expect(ways.length, injected).toBeGreaterThan(0);
  const reason = await visible(told.locator("p")).first().innerText();
  desk.tell(injected, `“${reason.split(/(?<=[.:])\s/)[0]}”; ${ways.slice(0, 2).join(" · ")}`);
}

const isWasm = ({ path }) => path.endsWith(".wasm");
const isScript = ({ path }) => path.includes("first-reply") && path.endsWith(".js");
const isPage = ({ path }) => path === "/";
const on = (isMeant, change) => (reply) => (isMeant(reply) ? void change(reply) : undefined);
const type = (type) => (reply) => (reply.headers["content-type"] = type);

const HOSTS = [
  ["F41", "the WebAssembly is missing", on(isWasm, (reply) => (reply.status = 404))],
  ["F41", "the script is missing", on(isScript, (reply) => (reply.status = 404))],
  ["F41", "the script as bytes", on(isScript, type("application/octet-stream"))],
  ["F41", "the WebAssembly is not the one of the page", on(isWasm, (reply) => (reply.body[9] ^= 1))],
  ["F41", "the WebAssembly is cut off", on(isWasm, (reply) => (reply.cut = 50_000))],
  ["F41", "the WebAssembly never comes", on(isWasm, (reply) => (reply.hang = true))],
  ["F42", "a header without wasm-unsafe-eval", on(isPage, forbidWasm)],
];

function forbidWasm({ headers }) {
  const name = "content-security-policy";
  headers[name] = headers[name].replace(" 'wasm-unsafe-eval'", "");
}

for (const row of ["F41", "F42"]) {
  test(`${row} a host that gets it wrong`, async ({ desk }) => {
    const hosts = HOSTS.filter(([own]) => own === row);
    await Promise.all(
      hosts.map(async ([, injected, change]) => {
        const { page, address } = await badPage(desk, change);
        await page.goto(address, { waitUntil: "commit" });
        await judgeStart(desk, injected, page);
      }),
    );
  });
}

test("F41 a browser that lacks something", async ({ desk }) => {
  const plain = await desk.page({ javaScriptEnabled: false });
  await plain.goto("/");
  await judgeStart(desk, "JavaScript is turned off", plain);
  const old = await desk.page();
  await old.addInitScript(() => delete window.WebAssembly);
  await old.goto("/");
  await judgeStart(desk, "no WebAssembly", old);
});

const DAY = 24 * 60 * 60 * 1000;

test("F43 another time", async ({ desk, emulator }) => {
  for (const [injected, shift] of [
    ["a day ahead", DAY],
    ["a day behind", -DAY],
    ["ten years ahead", 3653 * DAY],
    ["ten years behind", -3653 * DAY],
  ]) {
    const bench = await desk.open("reply", { init: moveClock, initWith: shift });
    await bench.send(injected);
    await guide.expectDone(bench.page, injected);
    await judgeFine(bench, `the device’s clock is ${injected}`, "refuses nothing by itself: sent", { sends: 1 });
  }
  expect(await emulator.countSends()).toBe(4);
});

/** Runs in the page, before it starts. */
function moveClock(shift) {
  const Real = Date;
  window.Date = class extends Real {
    constructor(...args) {
      super(...(args.length > 0 ? args : [Real.now() + shift]));
    }
    static now() {
      return Real.now() + shift;
    }
  };
}

test("F44 a token in the address", async ({ desk, emulator }) => {
  for (const [injected, address, shows] of [
    ["a token in the fragment", `#access_token=${emulator.user_token}&expires_in=3756`, "access token"],
    ["a token in the query", `?access_token=${emulator.user_token}`, "access token"],
    ["a login that was refused", "?error=access_denied&error_reason=user_denied#_=_", "without a token"],
    ["the same in the fragment", "#error=access_denied", "without a token"],
  ]) {
    const bench = await Bench.at(await desk.page(), desk);
    await bench.page.goto(`/${address}`);
    await expect(bench.page.locator("[data-focus=warning]")).toBeFocused();
    expect(bench.page.url()).toMatch(/\/#\/connect$/);
    // The browser itself asked for the address as it came.
    bench.seen.requests.shift();
    await judge(bench, injected, { shows, reads: 0, arrived: true });
  }
});

test("F45 inside another page", async ({ desk }) => {
  const loose = await startHost(on(isPage, ({ headers }) => delete headers["content-security-policy"]));
  desk.later(() => loose.stop());
  const { page, address } = await badPage(desk, (reply) => {
    reply.headers = { "content-type": "text/html" };
    reply.body = Buffer.from(`<title>Another page</title><iframe src="${loose.address}"></iframe>`);
  });
  await page.goto(address);
  const frame = page.frameLocator("iframe");
  const told = frame.locator("#boot-failure");
  await expect(told).toBeVisible(READABLE);
  await expect(frame.locator("#app")).toBeEmpty();
  await expect(told.getByRole("link", { name: /tab of its own/ })).toBeVisible();
  desk.tell("opened inside another page, the host sends no header", "does not start; a link opens it in a tab of its own");
});

test("F46 plain http", async ({ desk }) => {
  const browser = await desk.browser(launchOptions({ rules: "MAP plain.test 127.0.0.1" }));
  const page = await desk.page({ browser });
  const { port } = new URL(process.env.FIRST_REPLY_URL);
  await page.goto(`http://plain.test:${port}/`);
  await judgeStart(desk, "opened over http from another machine", page);
  await expect(page.getByLabel("Access token")).toHaveCount(0);
});
