// A Graph that answers with a stranger's texts: shown as texts, to the last of them.

import { gzipSync } from "node:zlib";

import { expect, expectAccessible, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";
import { OWN, TEXTS } from "./texts.mjs";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const PAGES = { path_contains: "/me/accounts?" };
const CONVERSATIONS = { path_contains: "/conversations?" };
const MESSAGES = { path_contains: "/t_" };

const json = (match, value, status = 200) => ({ match, status, body: JSON.stringify(value) });

const pages = (names) => ({
  data: names.map((name, at) => ({
    id: String(at + 1),
    name,
    category: name.slice(0, 500),
    tasks: ["MESSAGING", name.slice(0, 500)],
    access_token: `page-token-${at}`,
  })),
});

const conversations = (names) => ({
  data: names.map((name, at) => ({
    id: `t_${at}`,
    participants: { data: [{ id: String(9000 + at), name }, { id: "1", name }] },
  })),
  paging: { cursors: { after: "\u202e<b>" }, next: "https://evil.example/?access_token=x" },
});

const messages = (texts) => ({
  id: "t_0",
  messages: {
    data: texts.map((text, at) => ({
      id: `m_${at}`,
      message: text,
      from: { id: at % 2 ? "1" : "9000", name: text.slice(0, 500) },
      created_time: "2026-01-01T00:00:00+0000",
    })),
  },
});

/** To step 2, where the Pages are about to be listed. */
async function toPages(page, emulator) {
  await guide.open(page);
  await guide.connectLive(page, emulator.user_token);
  await guide.goOn(page, "start");
  await guide.goOn(page, "ids");
}

async function showPages(page, emulator, names) {
  await emulator.fail(json(PAGES, pages(names)));
  await guide.button(page, "Get my Pages").click();
  await expect(page.getByRole("radio")).toHaveCount(names.length + 3);
}

async function showConversations(page, emulator, names) {
  await page.locator("label[for=page-0]").click();
  await emulator.fail(json(CONVERSATIONS, conversations(names)));
  await guide.button(page, "Show conversations").click();
  await expect(page.locator("label[for=conversation-0]")).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(names.length + 3);
}

async function showMessages(page, emulator, texts) {
  await page.locator("label[for=conversation-0]").click();
  await emulator.fail(json(MESSAGES, messages(texts)));
  await guide.button(page, "Continue").click();
  await expect(guide.conversation(page).locator(".fr-bubble")).toHaveCount(texts.length);
}

/** What a stranger's text would have done to the page, had it not stayed a text. Runs inside it. */
function damage() {
  const known =
    "a aside bdi button code dd details div dl dt em fieldset form h1 h2 h3 header input label legend li main nav ol option p path pre section select span strong summary svg textarea time ul wbr";
  const places = /^(#[/a-z0-9-]+|https:\/\/(developers\.facebook\.com|www\.facebook\.com\/pages|m\.me)\/[\w./?=&%#-]*)$/;
  const unseen =
    // eslint-disable-next-line no-control-regex
    /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;
  const elements = [...document.querySelectorAll("#app *")];
  const urls = ["href", "src", "srcset", "action", "formaction", "data", "poster", "ping", "background", "xlink:href"];
  const found = [];
  for (const element of elements) {
    const attributes = [...element.attributes];
    if (!known.split(" ").includes(element.localName)) found.push(`<${element.localName}>`);
    for (const { name, value } of attributes) {
      if (name.startsWith("on") || name === "style") found.push(`${name}=${value}`);
      if (urls.includes(name) && !places.test(value)) found.push(`${name}=${value}`);
      if (name !== "value" && unseen.test(value)) found.push(`${name} hides something`);
    }
  }
  const ids = elements.map(({ id }) => id).filter(Boolean);
  if (new Set(ids).size !== ids.length) found.push("an ID twice");
  const texts = document.createTreeWalker(document.getElementById("app"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data } = texts.currentNode;
    if (unseen.test(data)) found.push(`hidden: ${escape(data.slice(0, 80))}`);
  }
  if (window.__pwned !== undefined) found.push("a script ran");
  return found;
}

/** What reaches over the right edge of a narrow screen, the call panel unfolded or not. */
async function overflow(page) {
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const bar = page.getByRole("complementary").locator("[aria-controls=call-body]");
  const folded = await over();
  await bar.click();
  const unfolded = await over();
  await bar.click();
  await page.setViewportSize(size);
  return { folded, unfolded };
}

async function expectHarmless(page, where) {
  expect(await page.evaluate(damage), where).toEqual([]);
  expect(await overflow(page), where).toEqual({ folded: 0, unfolded: 0 });
}

test(`${TEXTS.length} texts as Pages, people and messages`, async ({ emulator, live }) => {
  test.setTimeout(180_000);
  await toPages(live, emulator);
  await showPages(live, emulator, TEXTS);
  await expectHarmless(live, "Pages");
  await showConversations(live, emulator, TEXTS);
  await expectHarmless(live, "conversations");
  await showMessages(live, emulator, TEXTS);
  await expectHarmless(live, "messages");
  await guide.goOn(live, "reply");
  await expectHarmless(live, "reply");
});

test("texts in everything that Graph says of an error", async ({ emulator, live }) => {
  test.setTimeout(180_000);
  await toPages(live, emulator);
  const keys = ["message", "type", "error_user_title", "error_user_msg", "fbtrace_id"];
  for (let at = 0; at < TEXTS.length; at += keys.length) {
    const texts = keys.map((key, index) => [key, TEXTS[at + index] ?? ""]);
    const error = { code: 100, error_subcode: at, ...Object.fromEntries(texts) };
    await emulator.fail(json(PAGES, { error }, 400));
    await guide.button(live, at === 0 ? "Get my Pages" : "Try again").click();
    await expect(guide.alert(live).locator("dd").filter({ hasText: new RegExp(`^${at}$`) }).first()).toBeVisible();
    expect(await live.evaluate(damage), JSON.stringify(error).slice(0, 300)).toEqual([]);
    if (texts.some(([, text]) => text.length > 1000)) {
      expect(await overflow(live)).toEqual({ folded: 0, unfolded: 0 });
    }
  }
});

test("texts as the names of a person and of an app", async ({ emulator, live }) => {
  test.setTimeout(180_000);
  await guide.open(live);
  await guide.mark(live, "Live");
  const names = OWN.filter((text) => text.trim() && text.length < 200).slice(0, 40);
  for (const name of [...names, "W".repeat(100_000)]) {
    const facts = { app_id: "1", application: name, type: "USER", is_valid: true, expires_at: 0, scopes: [name] };
    await emulator.fail(
      json({ path_contains: "/me?" }, { id: "4", name }),
      json({ path_contains: "/debug_token?" }, { data: facts }),
    );
    await guide.bringToken(live, emulator.user_token);
    await expect(live.locator("#held-title bdi")).not.toBeEmpty();
    await expectHarmless(live, name.slice(0, 100));
    await guide.button(live, "Use another token").click();
  }
});

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe has nothing against a stranger's names", async ({ emulator, live }) => {
      test.setTimeout(180_000);
      await toPages(live, emulator);
      await showPages(live, emulator, OWN);
      await expectAccessible(live);
      await showConversations(live, emulator, OWN);
      await expectAccessible(live);
      await showMessages(live, emulator, OWN);
      await expectAccessible(live);
    });
  });
}

test("what is copied is exact, also where the screen names what cannot be seen", async ({ emulator, live }) => {
  await live.addInitScript(() => {
    navigator.clipboard.writeText = async (text) => void (window.__copied = text);
  });
  await toPages(live, emulator);
  await showPages(live, emulator, ["inv\u202efdp.exe"]);
  await expect(live.locator("label[for=page-0]")).toHaveText("inv[U+202E]fdp.exe");
  await live.getByRole("button", { name: "Copy: Response" }).click();
  const copied = () => live.evaluate(() => window.__copied);
  await expect.poll(copied).toContain("inv");
  expect(JSON.parse(await copied()).data[0].name).toBe("inv\u202efdp.exe");
});

const MEBIBYTE = 1024 * 1024;

/** So much of a body, packed: a thousandth of it is sent. */
const packed = (mebibytes) => {
  const piece = Buffer.alloc(mebibytes * MEBIBYTE, " ");
  return gzipSync(piece, { level: 9 });
};

/** Bytes as an answer of the emulator's. */
const raw = (bytes) => {
  const head = [
    "HTTP/1.1 200 OK",
    "Access-Control-Allow-Origin: *",
    "Content-Type: application/json",
    "Content-Encoding: gzip",
    `Content-Length: ${bytes.length}`,
    "Connection: close",
  ];
  return { raw: Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), bytes]).toString("base64") };
};

test("a body without an end is given up, and takes no memory", async ({ emulator, livePage }) => {
  test.setTimeout(120_000);
  await livePage.addInitScript(() => {
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const own = WebAssembly[name];
      WebAssembly[name] = async (...args) => {
        const made = await own(...args);
        const exported = Object.values((made.instance ?? made).exports);
        window.__memory ??= exported.find((it) => it instanceof WebAssembly.Memory);
        return made;
      };
    }
  });
  const bodies = {
    "10 MiB": raw(packed(10)),
    "50 MiB": raw(packed(50)),
    "200 MiB": raw(packed(200)),
    "600 MiB": raw(packed(600)),
    "no end": { body: "{}", endless: true },
  };
  await toPages(livePage, emulator);
  const memory = () => livePage.evaluate(() => window.__memory.buffer.byteLength);
  const before = await memory();
  const times = {};
  await emulator.fail({ match: PAGES, status: 400, body: "oops" });
  await guide.button(livePage, "Get my Pages").click();
  for (const [name, fault] of Object.entries(bodies)) {
    await emulator.fail({ match: PAGES, ...fault });
    await expect(guide.button(livePage, "Try again")).toBeVisible();
    times[name] = await livePage.evaluate(timeTryAgain);
  }
  const grown = (await memory()) - before;
  console.log(`tried: too large a body: ${JSON.stringify(times)} ms, memory grown by ${(grown / MEBIBYTE).toFixed(1)} MiB`);
  expect(grown).toBeLessThan(50 * MEBIBYTE);
});

/** Presses Try again, and waits until the page says that the answer is too large. Runs inside it. */
async function timeTryAgain() {
  const main = document.getElementById("main");
  const says = () => [...main.querySelectorAll("[role=alert] h2")].some((it) => it.textContent.includes("too large"));
  const changed = (done) => new Promise((resolve) => {
    const watcher = new MutationObserver(() => done() && (watcher.disconnect(), resolve()));
    watcher.observe(main, { subtree: true, childList: true, characterData: true });
  });
  const began = performance.now();
  const cleared = changed(() => !says());
  [...main.querySelectorAll("button")].find((button) => button.textContent === "Try again").click();
  await cleared;
  await changed(says);
  return Math.round(performance.now() - began);
}
