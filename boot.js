// Starts First Reply, and says in plain words why when it does not start.
// Trunk writes the addresses into this script's own tag; index.html holds the words.
// A plain script rather than a module: it also runs where modules do not, and can say so.

const PATIENCE = 8_000;

/** What an address may bring along that is none of it, by the word for it; the worst first. */
const ARRIVALS = {
  token: /(token|signed_request)(=|%3d)/i,
  refused: /\berror(_\w+)?=/,
  code: /\bcode=/,
};

const { js, wasm, integrity } = document.currentScript.dataset;
const element = (id) => document.getElementById(id);

/** Whether this tab waits for the end of a login: see crates/wizard/src/session.rs. */
function waitsForLogin() {
  try {
    return sessionStorage.getItem("first-reply").includes('"login":{');
  } catch {
    return false;
  }
}

/**
 * Takes all but the path and the step out of the address, and notes in one word what it was.
 * Nothing else in an address is of use here but the end of a login that was begun in this tab, and
 * it may be a secret.
 */
function strip() {
  const { search } = location;
  const arrived = search + location.hash;
  const address = new URL(location.href);
  address.search = "";
  if (!/^#\/[a-z]{1,9}$/.test(address.hash)) {
    // A call that somebody shared: the app takes it away, and asks before it sends anything.
    const isShared = /^#\/explorer\/[A-Z]/.test(address.hash) && !ARRIVALS.token.test(arrived);
    window.shared = isShared ? address.hash : undefined;
    address.hash = isShared ? "#/explorer" : "";
  }
  if (address.href === location.href) {
    return;
  }
  history.replaceState(null, "", address);
  const word = Object.keys(ARRIVALS).find((word) => ARRIVALS[word].test(arrived));
  const brought = new URLSearchParams(search);
  if (word !== "token" && (word || brought.has("state")) && search && waitsForLogin()) {
    // Nobody but the app gets it, which takes it away at once.
    window.login = ["state", "code", "error", "error_reason", "error_description"].map(
      (name) => brought.get(name) || "",
    );
  } else if (word) {
    document.documentElement.dataset.arrival = word;
  }
}

/** Shows one of the reasons of `#boot-failure`. */
function fail(reason) {
  element("loading").hidden = true;
  for (const text of document.querySelectorAll("[data-reason]")) {
    text.hidden = !text.matches(`[data-reason~=${reason}]`);
  }
  element("panic-banner").hidden = true;
  element("boot-failure").hidden = false;
  element("boot-failure-title").focus();
}

/** Why the files did not come as they were built: asks the host for both, without their content. */
async function diagnose() {
  let reason = "changed";
  const said = [];
  for (const [file, type] of [[js, /javascript/], [wasm, /wasm|octet-stream/]]) {
    const answer = await fetch(file, { method: "HEAD", cache: "no-store" }).catch(() => null);
    const came = answer && `${answer.status} ${answer.headers.get("content-type") || ""}`;
    said.push(`${file}: ${came || "no answer"}`);
    if (!answer || !answer.ok) {
      reason = "lost";
    } else if (!type.test(came) && reason !== "lost") {
      reason = "type";
    }
  }
  element("boot-detail").textContent = said.join("\n");
  return reason;
}

/** An error in the middle of the page's own work leaves it half dead, though it looks alive. */
function watch() {
  const own = js.replace(/.*\/|\.js$/g, "");
  const judge = (error, trail) => {
    if (error instanceof WebAssembly.RuntimeError || trail.includes(own)) {
      // An open dialog would lie above the banner.
      document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
      element("app").inert = true;
      element("panic-banner").hidden = false;
      element("panic-banner").focus();
    }
  };
  addEventListener("error", ({ error, filename }) => judge(error, `${filename} ${error && error.stack}`));
  // A promise that nobody waits for breaks nothing, unless WebAssembly trapped in it.
  addEventListener("unhandledrejection", ({ reason }) => judge(reason, ""));
}

/** Fetches and starts the app. Rejects with the reason of a failure. */
async function start() {
  if (top !== self) {
    throw "framed";
  }
  if (!isSecureContext) {
    throw "insecure";
  }
  if (typeof WebAssembly !== "object") {
    throw "browser";
  }
  watch();
  const files = Promise.all([
    import(new URL(js, document.baseURI)),
    fetch(wasm, { integrity }).then((response) => (response.ok ? response : Promise.reject())),
  ]);
  const [app, response] = await files.catch(async () => Promise.reject(await diagnose()));
  await app.default({ module_or_path: response }).catch((error) => {
    if (/CSP|Content.Security.Policy|unsafe-eval/.test(error.message)) {
      throw "blocked";
    }
    // Its integrity was checked: the file is whole.
    throw error instanceof WebAssembly.CompileError ? "browser" : "broken";
  });
}

strip();
addEventListener("hashchange", strip);
// Trusted Types: the page takes no text for HTML or code, and three addresses for scripts.
if (window.trustedTypes) {
  const workers = ["handbook", "practice-worker", "workbench"].map((name) => `./${name}_loader.js`);
  trustedTypes.createPolicy("default", { createScriptURL: (url) => (workers.includes(url) ? url : null) });
}
element("late").remove();
for (const button of document.querySelectorAll("[data-reload]")) {
  button.addEventListener("click", () => location.reload());
}
const slow = setTimeout(fail, PATIENCE, "slow");
start()
  .then(() => {
    element("boot-failure").hidden = true;
    element("loading").remove();
  })
  .catch((reason) => fail(typeof reason === "string" ? reason : "broken"))
  .finally(() => clearTimeout(slow));
