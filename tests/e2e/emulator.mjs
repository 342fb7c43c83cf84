// The Graph API's emulator, as a process of its own.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const PATIENCE = 10_000;

/**
 * Starts the emulator on free ports, and waits for the one line in which it says where it is:
 * `http`, `https`, `control` (addresses), `spki_sha256`, `app_id`, `user_token`, `page_id`, `page_token`,
 * `psid`, `conversation_id`. `stop()` ends it; the other calls set its world up.
 */
export async function startEmulator(...args) {
  const program = process.env.EMULATOR_BIN;
  if (!program) {
    throw new Error("EMULATOR_BIN is not set: run this through `cargo xtask test journeys`");
  }
  const child = spawn(program, ["--http-port", "0", "--https-port", "0", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = () =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) {
        return resolve();
      }
      child.once("exit", () => resolve());
      child.kill();
    });
  try {
    const emulator = JSON.parse(await firstLine(child));
    return { ...emulator, ...controls(emulator.control), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function firstLine(child) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("the emulator says nothing")), PATIENCE);
    createInterface({ input: child.stdout }).once("line", (line) => {
      clearTimeout(late);
      resolve(line);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the emulator ended with ${code}`)));
  });
}

/** What a test may do to the world; see the emulator's README. */
function controls(address) {
  const call = async (path, body) => {
    const told = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const response = await fetch(address + path, told);
    const answer = await response.json();
    if (!response.ok) {
      throw new Error(`${path}: ${answer.error}`);
    }
    return answer;
  };
  return {
    customerWrites: (text) => call("/customer", { text }),
    setScenario: (name) => call("/scenario", { name }),
    fail: (...faults) => call("/faults", faults),
    /** Forgets the faults that are still to come. */
    forgive: () => fetch(`${address}/faults`, { method: "DELETE" }),
    /** Everything as it was at the start. */
    reset: () => call("/reset", {}),
    /** A User token with these permissions, for all Pages or for these alone. */
    makeToken: (permissions, pages) => call("/token", { permissions, pages }),
    keys: () => call("/keys"),
    phone: () => call("/phone"),
    /** What was asked since the start. */
    requests: () => call("/requests"),
    /** How often a reply arrived. */
    countSends: async () => {
      const requests = await call("/requests");
      return requests.filter(({ url, params }) => isSend(url, params)).length;
    },
  };
}

/** Reads travel as POSTs too; a send has a recipient. */
export function isSend(url, params) {
  return url.endsWith("/messages") && params.some(([name]) => name === "recipient");
}

/** The rules and the flag by which a browser takes the emulator, or what leads there, for Graph and the login. */
export function asGraph(emulator, port = new URL(emulator.https).port) {
  return {
    rules: ["graph", "www"].map((name) => `MAP ${name}.facebook.com:443 127.0.0.1:${port}`).join(", "),
    args: [`--ignore-certificate-errors-spki-list=${emulator.spki_sha256}`],
  };
}
