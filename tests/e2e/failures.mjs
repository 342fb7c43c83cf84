// A Playwright reporter: tells `cargo xtask`, in a file, which tests failed and why.

import { writeFileSync } from "node:fs";

export default class Failures {
  #told = [];

  onTestEnd(test, result) {
    if (!test.ok()) this.#told.push(told(test, result));
  }

  onEnd() {
    if (process.env.FAILURES) writeFileSync(process.env.FAILURES, this.#told.join("\n"));
  }

  printsToStdio() {
    return false;
  }
}

function told(test, result) {
  const { file, line } = test.location;
  const name = test.titlePath().slice(3).join(" › ");
  const errors = result.errors.map(({ message, stack }) => message ?? stack ?? "");
  return [`${file.split(/[\\/]/).pop()}:${line} ${name}`, ...errors.flatMap(words)].join("\n    ");
}

/** The first lines of an error, without the colours of a terminal. */
function words(error) {
  const plain = error.replace(/\u001b\[\d+m/g, "");
  return plain.split("\n").filter((line) => line.trim() !== "").slice(0, 6);
}
