// The rows of the fault table.

export const ROWS = Array.from({ length: 47 }, (_, index) => `F${index + 1}`);

/** What this suite does not run: the row, what should be injected, and why it is not. */
export const NOT_RUN = [
  [
    "F47",
    "Firefox with strict tracking protection, Safari",
    "the suite drives the Chromium that is there; the Firefox and the WebKit that Playwright supports are builds of its own, to be downloaded",
  ],
];
