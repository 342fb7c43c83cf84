// Answers as bytes, for what no well-behaved server would send.

/** A body of HTTP, with the headers of Graph, as the emulator's `raw` takes it. */
export function raw(body, { status = "200 OK", headers = {}, length } = {}) {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body);
  const all = {
    "Content-Type": "application/json; charset=UTF-8",
    "Access-Control-Allow-Origin": "*",
    Connection: "close",
    ...(length === null ? {} : { "Content-Length": length ?? bytes.length }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join("")}\r\n`);
  return { raw: Buffer.concat([head, bytes]).toString("base64") };
}

/** An error of Graph. */
export function graphError(code, { status = 400, subcode, message = "It does not work.", ...more } = {}) {
  const error = {
    message: `(#${code}) ${message}`,
    type: "OAuthException",
    code,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    ...more,
    fbtrace_id: "AbCdEfGhIjK",
  };
  return { status, body: JSON.stringify({ error }) };
}

/** Asks the emulator as the page would, and gives the answer's text. */
export async function ask(emulator, path, token) {
  const [where, query = ""] = path.split("?");
  const body = new URLSearchParams(query);
  body.set("method", "get");
  body.set("access_token", token);
  const response = await fetch(`${emulator.http}/v26.0/${where}`, { method: "POST", body });
  return response.text();
}
