// Breaks the page in the middle of its own work, with every shipped file as it is.

/**
 * Runs in the page, before it starts. The call of the WebAssembly that uses a browser function as
 * `breakNext` names it throws. Notes when it did, and when the banner showed.
 */
export function breakable() {
  let used;
  const notes = (owner, name, kind = "value") => {
    const was = Object.getOwnPropertyDescriptor(owner, name);
    const noting = function (...args) {
      used = name;
      return was[kind].apply(this, args);
    };
    Object.defineProperty(owner, name, { ...was, [kind]: noting });
  };
  notes(Storage.prototype, "getItem");
  notes(Storage.prototype, "setItem");
  notes(Document.prototype, "createElement");
  notes(Response.prototype, "status", "get");
  notes(Date, "now");

  const breaks = (call) => (...args) => {
    used = undefined;
    const result = call(...args);
    if (window.toBreak && used === window.toBreak.name && window.toBreak.after-- === 0) {
      const { name } = window.toBreak;
      delete window.toBreak;
      window.brokeAt = performance.now();
      throw new Error(`${name} is broken`);
    }
    return result;
  };
  const original = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = (response, imports) => {
    for (const functions of Object.values(imports)) {
      for (const [name, call] of Object.entries(functions)) {
        functions[name] = breaks(call);
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

/** Breaks the next use of a browser function, or the one `after` so many. */
export const breakNext = (page, name, after = 0) =>
  page.evaluate((toBreak) => Object.assign(window, { toBreak }), { name, after });
