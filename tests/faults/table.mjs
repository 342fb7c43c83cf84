// Prints the table of the suite: the row, what was injected, what the page did.

import { NOT_RUN, ROWS } from "./rows.mjs";

const WIDTHS = [5, 56];

export default class Table {
  lines = new Map();
  isWhole = true;

  onBegin(config, suite) {
    const tests = suite.allTests();
    this.isWhole = ROWS.every((row) => row in NOT_RUN || tests.some(({ title }) => rowOf(title) === row));
  }

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
    const rows = [...this.lines.keys()].sort((a, b) => number(a) - number(b));
    const cases = rows.flatMap((row) => this.lines.get(row).map((line) => ({ row, ...line })));
    print("", "row", "injected", "what the page did");
    let last = "";
    for (const { row, injected, did } of cases) {
      print("", row === last ? "" : row, injected, did);
      last = row;
    }
    for (const [row, why] of Object.entries(NOT_RUN)) {
      print("", row, "not run here", why);
    }
    const failed = cases.filter(({ did }) => did.startsWith("FAILED"));
    console.log(`\n${rows.length} rows shown by ${cases.length} cases, ${failed.length} of which failed.`);
    if (this.isWhole && rows.length + Object.keys(NOT_RUN).length < ROWS.length) {
      const missing = ROWS.filter((row) => !this.lines.has(row) && !(row in NOT_RUN));
      console.log(`Missing: ${missing.join(", ")}`);
      return { status: "failed" };
    }
  }
}

const rowOf = (title) => title.match(/^F\d+/)?.[0] ?? "?";
const number = (row) => Number(row.slice(1)) || 0;
// eslint-disable-next-line no-control-regex
const plain = (text) => text.replace(/\u001b\[\d+m/g, "");

function print(indent, row, injected, did) {
  console.log(`${indent}${row.padEnd(WIDTHS[0])}${injected.padEnd(WIDTHS[1])} ${did}`);
}
