// In the page: how long it stands still, from a press until the answer is shown and the page rests.
// Plain script, put into each page before its own.

(() => {
  /** So many quick frames in a row are rest. */
  const REST = 60;
  const QUICK = 50;
  /** What takes longer does not end. */
  const LATE = 120_000;

  let tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask" });

  /** The first text node that holds the text, through open shadow roots. */
  function find(text, root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.currentNode; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (node.parentElement?.tagName !== "SCRIPT" && node.data.includes(text)) {
          return node;
        }
      } else if (node.shadowRoot) {
        const found = find(text, node.shadowRoot);
        if (found) {
          return found;
        }
      }
    }
    return null;
  }

  function count(root) {
    let nodes = 0;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes += 1 + (node.shadowRoot ? count(node.shadowRoot) : 0);
    }
    return nodes;
  }

  /** Does something, and tells how long until it is done, and the longest time without a frame. */
  function measure(act, isDone) {
    return new Promise((resolve, reject) => {
      const begin = performance.now();
      let [last, gap, done, quick] = [begin, 0, null, 0];
      tasks = [];
      act();
      requestAnimationFrame(function frame() {
        const now = performance.now();
        const since = now - last;
        [last, gap] = [now, Math.max(gap, since)];
        if (done === null && isDone()) {
          done = now - begin;
        }
        quick = done !== null && since < QUICK ? quick + 1 : 0;
        if (now - begin > LATE) {
          return reject(new Error("it does not come to an end"));
        }
        if (quick < REST) {
          return requestAnimationFrame(frame);
        }
        const own = tasks.filter(({ startTime }) => startTime >= begin).map(({ duration }) => duration);
        resolve({ done, freeze: Math.max(gap, ...own) });
      });
    });
  }

  /** Whether the texts around the found one have colours, and whether it can be pressed. */
  function look(text) {
    const node = find(text, document.body);
    const own = node.parentElement;
    const block = own.closest("pre, [role=tree], .cm-content, .json-tree, code") ?? own.getRootNode();
    const spans = [...block.querySelectorAll("span, button, a")].slice(0, 300);
    const colours = new Set(spans.filter((it) => it.textContent.trim()).map((it) => getComputedStyle(it).color));
    return { nodes: count(document), colours: colours.size > 2, ids: own.closest("a[href], button, [role=button]") !== null };
  }

  globalThis.recorder = { nodes: () => count(document), find: (text) => find(text, document.body), measure, look };
})();
