// Starts First Reply, and says in plain words why when it does not start.
// Trunk writes the addresses into this script's own tag; index.html holds the words.

const PATIENCE = 10_000;

// Trusted Types: the page takes no text for HTML or code, and one address for a script.
window.trustedTypes?.createPolicy("default", {
  createScriptURL: (url) => (url === "./practice-worker_loader.js" ? url : null),
});

const { js, wasm, integrity } = document.querySelector("script[data-wasm]").dataset;
const element = (id) => document.getElementById(id);

/** Shows one of the reasons of `#boot-failure`. */
function fail(reason) {
  element("loading").hidden = true;
  for (const text of document.querySelectorAll("[data-reason]")) {
    text.hidden = text.dataset.reason !== reason;
  }
  element("boot-failure").hidden = false;
}

/** WebAssembly does not go on after a trap: the page only looks alive. */
function onTrap(error) {
  if (error instanceof WebAssembly.RuntimeError) {
    element("panic-banner").hidden = false;
  }
}

/** Fetches and starts the app. Rejects with the reason of a failure. */
async function start() {
  if (typeof WebAssembly !== "object") {
    throw "browser";
  }
  addEventListener("error", (event) => onTrap(event.error));
  addEventListener("unhandledrejection", (event) => onTrap(event.reason));

  const files = Promise.all([
    import(new URL(js, document.baseURI)),
    fetch(wasm, { integrity }).then((response) => (response.ok ? response : Promise.reject())),
  ]);
  const [app, response] = await files.catch(() => Promise.reject("files"));
  await app.default({ module_or_path: response }).catch((error) => {
    if (!(error instanceof WebAssembly.CompileError)) {
      throw "broken";
    }
    throw /Content.Security.Policy|unsafe-eval/i.test(error.message) ? "blocked" : "files";
  });
}

for (const button of document.querySelectorAll("[data-reload]")) {
  button.addEventListener("click", () => location.reload());
}

const slow = setTimeout(fail, PATIENCE, "slow");
try {
  await start();
  element("boot-failure").hidden = true;
  element("loading").remove();
} catch (reason) {
  fail(typeof reason === "string" ? reason : "broken");
} finally {
  clearTimeout(slow);
}
