// Prints the table of the suite: the row, what was injected, what the page did.

import { NOT_RUN, ROWS } from "./rows.mjs";

const WIDTHS = [5, 62];

/** Whether the whole suite runs: nothing was picked on the command line. */
const IS_WHOLE = process.argv.length <= 5;

export default class Table {
  lines = new Map();

  onTestEnd(test, result) {
    const row = rowOf(test.title);
    const told = result.annotations.filter(({ type }) => type === "row");
    const lines = told.map(({ description }) => JSON.parse(description));
    if (result.status !== "passed" && result.status !== "skipped") {
      const why = result.errors[0]?.message?.split("\n")[0] ?? result.status;
      lines.push({ injected: test.title.replace(/^F\d+ /, ""), did: `FAILED: ${plain(why)}` });
    }
    this.lines.set(row, [...(this.lines.get(row) ?? []), ...lines]);
  }

  onEnd() {
    const rows = ROWS.filter((row) => this.lines.has(row));
    const cases = rows.flatMap((row) => this.lines.get(row).map((line) => ({ row, ...line })));
    const last = (at) => cases[at - 1]?.row;
    print("row", "injected", "what the page did");
    cases.forEach(({ row, injected, did }, at) => print(row === last(at) ? "" : row, injected, did));
    NOT_RUN.forEach(([row, injected, why]) => print(row, injected, `not run here: ${why}`));
    const failed = cases.filter(({ did }) => did.startsWith("FAILED"));
    console.log(`\n${rows.length} rows shown by ${cases.length} cases, ${failed.length} of which failed.`);
    const missing = ROWS.filter((row) => !this.lines.has(row));
    if (IS_WHOLE && missing.length > 0) {
      console.log(`Rows without a case: ${missing.join(", ")}`);
      return { status: "failed" };
    }
  }
}

const rowOf = (title) => title.match(/^F\d+/)?.[0] ?? title;
/** Without colours. */
const plain = (text) => text.replace(/\u001b\[\d+m/g, "");

function print(row, injected, did) {
  const line = (text) => text.replace(/\s+/g, " ");
  console.log(`${row.padEnd(WIDTHS[0])}${line(injected).padEnd(WIDTHS[1])} ${line(did)}`);
}
