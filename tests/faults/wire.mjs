// The wire between the browser and the emulator, on which anything can happen below TLS.

import net from "node:net";

/** What happens to what a browser sends. */
const MODES = {
  /** It arrives. */
  pass: (client, bytes, port) => upstream(client, port).write(bytes),
  /** The connection is reset. */
  reset: (client) => client.resetAndDestroy(),
  /** The connection is closed, politely, with nothing said. */
  close: (client) => client.end(),
  /** Plain HTTP, where TLS is expected. */
  plain: (client) => client.end("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"),
  /** Nothing at all. */
  silent: () => {},
};

/** The connection onwards; made when it is first needed. */
function upstream(client, port) {
  client.onwards ??= net
    .connect(port, "127.0.0.1")
    .on("error", () => client.destroy())
    .on("close", () => client.destroy())
    .on("data", (bytes) => client.write(bytes));
  return client.onwards;
}

/** A TCP proxy to a port of this machine. It passes everything on until it is told otherwise. */
export async function startWire(target) {
  let says = MODES.pass;
  let to = target;
  const clients = new Set();
  const server = net.createServer((client) => {
    clients.add(client);
    client.on("data", (bytes) => says(client, bytes, to));
    client.on("error", () => {});
    client.on("close", () => {
      clients.delete(client);
      client.onwards?.destroy();
    });
  });
  const listen = (port) => new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  const hangUp = () => clients.forEach((client) => client.destroy());
  await listen(0);
  const { port } = server.address();

  return {
    port,

    /** From now on; connections that stand are dropped, unless they are to meet it warm. */
    async become(mode, { warm = false } = {}) {
      says = MODES[mode];
      if (!warm) {
        hangUp();
      }
    },

    /** Nobody listens. */
    async refuse() {
      const closed = new Promise((resolve) => server.close(resolve));
      hangUp();
      await closed;
    },

    /** Leads to another port: a server with another certificate. */
    async leadTo(other) {
      to = other;
      hangUp();
    },

    /** As at the start. */
    async mend() {
      says = MODES.pass;
      to = target;
      if (!server.listening) {
        await listen(port);
      }
    },

    async stop() {
      if (server.listening) {
        await this.refuse();
      }
    },
  };
}
