// Texts that have broken other programs; the same as those of the tests in Rust.

import { readFileSync } from "node:fs";

const DATA = new URL("../../crates/corpora/data/", import.meta.url);

const read = (name) => JSON.parse(readFileSync(new URL(name, DATA), "utf8"));

/** A long text is written as a list: `["a", 100000]`, and perhaps what follows. */
const text = (entry) => (typeof entry === "string" ? entry : entry[0].repeat(entry[1]) + (entry[2] ?? ""));

/** Our own. */
export const OWN = read("own.json").map(text);

/** The big list of naughty strings, and our own. */
export const TEXTS = [...read("naughty-strings.json").map(text), ...OWN];
