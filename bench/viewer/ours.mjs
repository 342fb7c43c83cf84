// First Reply: its explorer on the release page, with the emulator as Graph.

import { asGraph, startEmulator } from "../../tests/e2e/emulator.mjs";
import { pageAddress } from "../../tests/e2e/chromium.mjs";
import * as guide from "../../tests/e2e/guide.mjs";
import { answer, SEARCHED } from "./answer.mjs";

export const name = "First Reply";

export async function stage() {
  const emulator = await startEmulator();
  return { emulator, ...asGraph(emulator), stop: emulator.stop };
}

/** Brings the page, with a Page chosen in its guide, to where a press sends the call; gives the button. */
export async function open(page, { emulator }) {
  await page.goto(pageAddress());
  await guide.connectLive(page, emulator.user_token);
  await guide.goOn(page, "start");
  await guide.goOn(page, "ids");
  await guide.choosePage(page);
  await page.goto(`${pageAddress()}#/explorer`);
  await page.getByRole("radio", { name: /^Page token/ }).check();
  await page.locator("#explorer-query").fill("me/conversations");
  await emulator.fail({ match: { path_contains: "/conversations", method: "POST" }, status: 200, body: answer() });
  return page.getByRole("button", { name: "Submit" });
}

/** What else can be done with the answer, and how long each takes. */
export async function use(page) {
  const tree = page.getByRole("tree");
  const unfold = await page.getByRole("button", { name: "Unfold all" }).evaluate((button) => {
    const rows = () => document.querySelector("[role=tree]").scrollHeight;
    const before = rows();
    return recorder.measure(() => button.click(), () => rows() > before * 2);
  });
  const scroll = await tree.evaluate((tree) => {
    let left = 120;
    const step = () => {
      tree.scrollTop += 5000;
      if (--left > 0) {
        requestAnimationFrame(step);
      }
    };
    return recorder.measure(step, () => left === 0);
  });
  const search = await page.getByLabel("Search the response").evaluate((field, { text, count }) => {
    const type = () => {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    return recorder.measure(type, () => recorder.find(`${count} found`) !== null);
  }, SEARCHED);
  return { unfold, scroll, search };
}
