// A slow machine, for finding races: with SLOW=200 what workers say, and frames, come 200 ms late.

/** Slows a page down, if SLOW says so. Call it before the page is opened. */
export async function slow(page) {
  const millis = Number(process.env.SLOW);
  if (millis > 0) {
    await page.addInitScript(delay, millis);
  }
}

/** Runs inside the page. */
function delay(millis) {
  const frame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => setTimeout(() => frame(callback), millis);
  const heard = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage");
  Object.defineProperty(Worker.prototype, "onmessage", {
    get: heard.get,
    set(listener) {
      heard.set.call(this, listener && ((event) => setTimeout(() => listener.call(this, event), millis)));
    },
  });
}
