// The table: printed, and written into docs/performance.md between its two marks.

import { readFile, writeFile } from "node:fs/promises";

const FILE = new URL("../../docs/performance.md", import.meta.url);
const [FROM, TO] = ["<!-- bench viewer -->\n", "<!-- end of bench viewer -->"];

const ms = (time) => `${Math.round(time).toLocaleString("en")} ms`;
const yes = (is) => (is ? "yes" : "no");

export async function write({ rows, machine, runs, size }) {
  const head = ["", "answer shown after", "longest freeze", "DOM nodes", "search", "colours", "IDs can be pressed"];
  const table = rows.map(({ name, version, done, freeze, nodes, used, colours, ids }) => [
    version ? `${name} ${version}` : `**${name}**`,
    ms(done),
    ms(freeze),
    nodes.toLocaleString("en"),
    used ? ms(used.search.done) : "none",
    yes(colours),
    yes(ids),
  ]);
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const { unfold, scroll, search } = rows[0].used;
  const day = new Date().toISOString().slice(0, 10);
  const text = [
    line(head),
    line(head.map((_, column) => (column === 0 ? "---" : "---:"))),
    ...table.map(line),
    "",
    `Then, in First Reply: unfolding all rows took ${ms(unfold.done)} (longest freeze ${ms(unfold.freeze)}), ` +
      `scrolling through 600,000 pixels of them froze for ${ms(scroll.freeze)} at most, searching for ${ms(search.freeze)}.`,
    "",
    `${day}; ${machine}; the middle of ${runs} runs, of freezes the worst; ${(size / 1e6).toFixed(2)} MB.`,
    "",
  ].join("\n");
  console.log(`\n${text}`);
  const old = await readFile(FILE, "utf8");
  const [before, after] = [old.indexOf(FROM) + FROM.length, old.indexOf(TO)];
  await writeFile(FILE, old.slice(0, before) + text + old.slice(after));
}
