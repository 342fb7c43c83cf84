// Hosts on this machine that get things wrong: the page's own files, each with something changed.

import { createServer } from "node:http";

import { pageAddress } from "./chromium.mjs";

/** What a host writes by itself. */
const OWN = ["connection", "content-length", "date", "keep-alive", "transfer-encoding"];

/**
 * Serves the page as `change` leaves each reply: `{ path, status, headers, body }`. A reply with
 * `cut` breaks off after so many bytes; one with `hang` never comes.
 */
export async function startHost(change) {
  const server = createServer(async (request, response) => {
    const reply = await good(request);
    await change(reply, request);
    send(reply, request.method, response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { port, address: `http://127.0.0.1:${port}/`, stop };
}

/** What a good host answers. */
async function good({ method, url }) {
  const address = new URL(new URL(pageAddress()).origin + url);
  const headers = { "accept-encoding": "identity" };
  const response = await fetch(address, { method, headers });
  const kept = [...response.headers].filter(([name]) => !OWN.includes(name));
  return {
    path: address.pathname,
    status: response.status,
    headers: Object.fromEntries(kept),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

function send({ status, headers, body, cut, hang }, method, response) {
  if (hang) {
    return;
  }
  response.writeHead(status, { ...headers, "content-length": body.length });
  if (cut === undefined || method === "HEAD") {
    response.end(body);
  } else {
    response.write(body.subarray(0, cut), () => response.socket.destroy());
  }
}
