// A host of somebody else's: http://evil.test, which counts what reaches it.

import { createServer } from "node:http";

export const EVIL = "http://evil.test/";

/** Starts it. `rules` lead a browser there; `hits` are the requests so far. */
export async function startEvil() {
  const hits = [];
  const server = createServer(({ method, url }, response) => {
    hits.push(`${method} ${url}`);
    response.setHeader("Access-Control-Allow-Origin", "*").end("window.__pwned = true");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const stop = () =>
    new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    });
  return { hits, rules: `MAP evil.test:80 127.0.0.1:${server.address().port}`, stop };
}
