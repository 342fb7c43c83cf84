import { chromium } from "@playwright/test";
import { launchOptions } from "../../tests/e2e/chromium.mjs";
import { FIRST_ID } from "./answer.mjs";
import * as ours from "./ours.mjs";
const stage = await ours.stage();
const browser = await chromium.launch(launchOptions(stage));
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
const page = await context.newPage();
page.setDefaultTimeout(20000);
page.on("console", m => console.log("CONSOLE", m.text()));
page.on("pageerror", m => console.log("ERR", m.message));
await page.addInitScript({ path: "/work/wt/viewer/bench/viewer/recorder.js" });
try {
const button = await ours.open(page, stage);
await button.waitFor();
await button.click();
await page.waitForTimeout(3000);
await page.screenshot({ path: "/tmp/ours.png" });
console.log(await page.evaluate((id) => recorder.look(id), FIRST_ID));
} catch (e) { console.log(e.message); await page.screenshot({ path: "/tmp/ours.png" }); }
await browser.close(); await stage.stop();
