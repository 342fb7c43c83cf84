// Breaks the page in the middle of its own work, with every shipped file as it is.

/**
 * Runs in the page, before it starts. The next call of the WebAssembly to a browser function whose
 * name begins as `breakNext` says throws. Notes when it did, and when the banner showed.
 */
export function breakable() {
  const original = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = (response, imports) => {
    for (const functions of Object.values(imports)) {
      for (const [name, call] of Object.entries(functions)) {
        functions[name] = (...args) => {
          if (window.toBreak && name.startsWith(`__wbg_${window.toBreak.name}_`)) {
            const { message } = window.toBreak;
            delete window.toBreak;
            window.brokeAt = performance.now();
            throw new Error(message);
          }
          return call(...args);
        };
      }
    }
    return original(response, imports);
  };
  addEventListener("DOMContentLoaded", () => {
    const banner = document.getElementById("panic-banner");
    new MutationObserver(() => {
      window.toldAfter ??= performance.now() - window.brokeAt;
    }).observe(banner, { attributes: true, attributeFilter: ["hidden"] });
  });
}

/** Breaks the next call of that name. */
export const breakNext = (page, name) =>
  page.evaluate(
    ([name, message]) => {
      window.toBreak = { name, message };
    },
    [name, `${name} is broken`],
  );
