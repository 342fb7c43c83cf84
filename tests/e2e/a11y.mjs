// axe, and 320 pixels, on a page as it stands.

import axe from "axe-core";
import { expect } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Expects axe to find nothing at WCAG 2.2 A and AA, nor against its best practices. */
export async function expectAccessible(page) {
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(axe.source);
  }
  const found = await page.evaluate(async (tags) => {
    const { violations } = await window.axe.run(document, {
      resultTypes: ["violations"],
      runOnly: tags,
    });
    return violations.map(({ id, help, nodes }) => ({
      rule: `${id}: ${help}`,
      where: nodes.map((node) => node.target.join(" ")),
    }));
  }, TAGS);
  expect(found, "axe").toEqual([]);
}

/** What stands beyond the right edge, unless it scrolls by itself. Runs inside the page. */
function beyondTheEdge() {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) {
    return [];
  }
  const wide = [...document.body.querySelectorAll("*")].filter(
    (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
  );
  return [`the page: ${root.scrollWidth}`, ...wide.map((element) => element.outerHTML.slice(0, 90))];
}

/** Expects nothing to scroll sideways. */
export async function expectFits(page, what) {
  expect(await page.evaluate(beyondTheEdge), what).toEqual([]);
}

/** Expects the same of a state in light and in dark, and that it fits into 320 pixels. */
export async function expectSound(page) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  await expectFits(page);
}
