// Serves the answer, the document that describes the call, and the tools' own files, on this machine.

import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

import { answer, openapi } from "./answer.mjs";

const TYPES = { js: "text/javascript", css: "text/css", json: "application/json" };

/** `pages` by path; what is below `/node_modules/` comes from this folder's own. */
export async function serve(pages) {
  const body = answer();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, address);
    const send = (type, text) => {
      response.writeHead(200, { "content-type": `${type}; charset=utf-8` });
      response.end(text);
    };
    if (pathname === "/conversations") {
      return send("application/json", body);
    }
    if (pathname === "/openapi.json") {
      return send("application/json", JSON.stringify(openapi(address)));
    }
    if (pages[pathname]) {
      return send("text/html", `<!doctype html><html lang="en"><title>${pathname}</title>${pages[pathname]}`);
    }
    const missing = () => response.writeHead(404).end();
    if (!pathname.startsWith("/node_modules/") || pathname.includes("..")) {
      return missing();
    }
    const file = createReadStream(fileURLToPath(new URL(`.${pathname}`, import.meta.url)));
    file.on("error", missing);
    file.on("open", () => {
      response.writeHead(200, { "content-type": TYPES[pathname.split(".").pop()] ?? "application/octet-stream" });
      file.pipe(response);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  return { address, size: body.length, stop: () => server.close() };
}
