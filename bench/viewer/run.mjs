// Gives every tool the same answer in the same run, and prints what it costs: `cargo xtask bench viewer`.

import { readFile } from "node:fs/promises";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

import { launchOptions } from "../../tests/e2e/chromium.mjs";
import { FIRST_ID } from "./answer.mjs";
import * as ours from "./ours.mjs";
import { serve } from "./server.mjs";
import { TOOLS } from "./tools.mjs";
import { write } from "./table.mjs";

const RUNS = 5;
const PATIENCE = 180_000;
const RECORDER = fileURLToPath(new URL("recorder.js", import.meta.url));

const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function once(browser, open, use) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.addInitScript({ path: RECORDER });
  const button = await open(page);
  await button.waitFor();
  const shown = await button.evaluate(
    (button, id) => recorder.measure(() => button.click(), () => recorder.find(id) !== null),
    FIRST_ID,
  );
  const looks = await page.evaluate((id) => recorder.look(id), FIRST_ID);
  const used = await use?.(page);
  const nodes = Math.max(looks.nodes, await page.evaluate(() => recorder.nodes()));
  await context.close();
  return { shown, looks: { ...looks, nodes }, used };
}

async function measure(name, browser, open, use) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) {
    runs.push(await once(browser, open, use));
    console.log(`${name}: ${Math.round(runs.at(-1).shown.done)} ms, freeze ${Math.round(runs.at(-1).shown.freeze)} ms`);
  }
  const of = (read) => middle(runs.map(read));
  const { nodes, colours, ids } = runs.at(-1).looks;
  const worst = (read) => Math.max(...runs.map(read));
  const timing = (read) => ({ done: of((run) => read(run).done), freeze: worst((run) => read(run).freeze) });
  const used = use && Object.fromEntries(Object.keys(runs[0].used).map((key) => [key, timing((run) => run.used[key])]));
  return { name, ...timing((run) => run.shown), nodes, colours, ids, used };
}

/** What First Reply promises, in milliseconds and nodes. */
const LIMITS = { freeze: 50, nodes: 5000, search: 100 };

/** What goes beyond that, in words. */
function broken({ freeze, nodes, used }) {
  const freezes = [freeze, ...Object.values(used).map((it) => it.freeze)];
  const found = { freeze: Math.max(...freezes), nodes, search: used.search.done };
  const over = Object.keys(LIMITS).filter((name) => found[name] > LIMITS[name]);
  return over.map((name) => `${name}: ${Math.round(found[name])}, at most ${LIMITS[name]}`);
}

async function version(name) {
  const file = new URL(`node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(await readFile(file)).version;
}

const stage = await ours.stage();
const server = await serve(Object.fromEntries(TOOLS.map((tool) => [`/${tool.package}`, tool.page])));
const browser = await chromium.launch(launchOptions(stage));
try {
  const rows = [await measure(ours.name, browser, (page) => ours.open(page, stage), ours.use)];
  for (const tool of TOOLS) {
    const open = async (page) => {
      await page.goto(`${server.address}/${tool.package}`);
      return tool.button(page);
    };
    rows.push({ ...(await measure(tool.name, browser, open)), version: await version(tool.package) });
  }
  const machine = `${cpus().length} × ${cpus()[0].model}, Chromium ${browser.version()}, headless, 1440 × 900`;
  await write({ rows, machine, runs: RUNS, size: server.size });
  for (const words of broken(rows[0])) {
    console.error(`over its limit: ${words}`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  server.stop();
  await stage.stop();
}
