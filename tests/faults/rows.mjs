// The rows of the fault table.

export const ROWS = Array.from({ length: 47 }, (_, index) => `F${index + 1}`);

/** What this suite does not run, and why. */
export const NOT_RUN = {
  F47: "Firefox and Safari: this suite drives Chromium over its own protocol; Playwright needs a Firefox and a WebKit of its own making, which are not Debian packages. The page reads no text of an exception, so that another browser's words change nothing (src/shell/fetch.rs).",
};
