// How every test starts the browser that `cargo xtask` found.

/** Names that the browser may look up, if any, and where they lead. */
const NOWHERE = "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";

/**
 * Options to launch the browser with. It reaches this machine and nothing else, except that
 * `rules` (as of `--host-resolver-rules`) may lead a name to a place on this machine.
 */
export function launchOptions({ rules, args = [] } = {}) {
  return {
    executablePath: process.env.CHROME,
    args: [
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-gpu",
      "--disable-quic",
      "--disable-sync",
      "--no-first-run",
      `--host-resolver-rules=${[rules, NOWHERE].filter(Boolean).join(", ")}`,
      ...args,
    ],
  };
}

/** The address of the release page. */
export function pageAddress() {
  const address = process.env.FIRST_REPLY_URL;
  if (!address) {
    throw new Error("FIRST_REPLY_URL is not set: run this through `cargo xtask test journeys`");
  }
  return address;
}
