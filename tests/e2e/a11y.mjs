// axe, on a page as it stands.

import axe from "axe-core";
import { expect } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Expects axe to find nothing at WCAG 2.2 A and AA, nor against its best practices. */
export async function expectAccessible(page) {
  await page.evaluate(axe.source);
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
