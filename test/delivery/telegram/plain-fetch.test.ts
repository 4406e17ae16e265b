// The wire under a call: whatever breaks before a connection stands was surely not sent; what breaks later, nobody knows. Over real sockets.
import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { plainFetch } from "../../../src/delivery/telegram/plain-fetch.js";
import { faultFrom } from "../../../src/delivery/telegram/telegram-fault.js";

const servers: Server[] = [];
beforeEach(() => {
  // The certificate below is nobody's; only one of these tests is about that.
  vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
  vi.spyOn(process, "emitWarning").mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  for (const server of servers.splice(0)) server.close();
});

async function portOf(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as { port: number }).port;
}

/** Nobody cares how the other end of a broken line feels. */
function deaf<S extends Socket>(socket: S): S {
  return socket.on("error", () => {});
}

const plain = (onSocket: (socket: Socket) => void) => portOf(createServer((socket) => onSocket(deaf(socket))));
const secured = (onSocket: (socket: Socket) => void) =>
  portOf(createTlsServer({ key: KEY, cert: CERTIFICATE }, (socket) => onSocket(deaf(socket))));

const post = (url: string) => plainFetch(url, { method: "POST", body: "a message" });
const faultOn = (url: string) =>
  post(url).then(
    () => undefined,
    (error: unknown) => faultFrom("sendMessage", error),
  );
const ANSWER = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";

test("a line that is reset as soon as it is there was not sent on", async () => {
  const port = await plain((socket) => socket.resetAndDestroy());
  expect(await faultOn(`https://127.0.0.1:${port}`)).toMatchObject({ reason: "ECONNRESET", sent: "no" });
});

test("a firewall that resets after the first word of the handshake has let nothing of a message through", async () => {
  const port = await plain((socket) => socket.once("data", () => socket.resetAndDestroy()));
  expect(await faultOn(`https://127.0.0.1:${port}`)).toMatchObject({ reason: "ECONNRESET", sent: "no" });
});

test("a line that is closed in the middle of the handshake was not sent on", async () => {
  const port = await plain((socket) => socket.once("data", () => socket.end()));
  expect(await faultOn(`https://127.0.0.1:${port}`)).toMatchObject({ sent: "no" });
});

test("whoever speaks no TLS has got no message", async () => {
  const port = await plain((socket) => socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")));
  expect(await faultOn(`https://127.0.0.1:${port}`)).toMatchObject({ reason: "EPROTO", sent: "no" });
});

test("whoever shows somebody else's certificate has got no message", async () => {
  vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "1");
  const heard: string[] = [];
  const port = await secured((socket) => socket.on("data", (part) => heard.push(part.toString())));
  expect(await faultOn(`https://127.0.0.1:${port}`)).toMatchObject({ sent: "no" });
  expect(heard).toEqual([]);
});

test("a name that nobody has is not sent to", async () => {
  expect(await faultOn("https://nobody.invalid/")).toMatchObject({ sent: "no" });
});

test("a line that breaks as soon as the handshake is over may have broken after the message", async () => {
  const port = await secured((socket) => socket.destroy());
  expect(await faultOn(`https://127.0.0.1:${port}`)).toMatchObject({ sent: "unknown" });
});

test.each([
  ["http", plain],
  ["https", secured],
])("a line that breaks after a message over %s leaves it unknown", async (scheme, listen) => {
  const port = await listen((socket) => socket.once("data", () => socket.destroy()));
  expect(await faultOn(`${scheme}://127.0.0.1:${port}`)).toMatchObject({ reason: "ECONNRESET", sent: "unknown" });
});

test.each([
  ["http", plain],
  ["https", secured],
])("a line that breaks after the second message on one line over %s leaves that unknown", async (scheme, listen) => {
  let lines = 0;
  const port = await listen((socket) => {
    lines++;
    socket.once("data", () => {
      socket.write(ANSWER);
      socket.once("data", () => socket.destroy());
    });
  });
  expect((await post(`${scheme}://127.0.0.1:${port}`)).status).toBe(200);
  expect(await faultOn(`${scheme}://127.0.0.1:${port}`)).toMatchObject({ reason: "ECONNRESET", sent: "unknown" });
  expect(lines).toBe(1);
});

// Made for these tests, and for nothing else: openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgfiXbXemDJhR46bhy
P6jYsx+w0L4jVb06qorX6rcQ+ImhRANCAATgv4Be8RjGmWLtg110jYAqTwjP6maE
aKxvIPLZcydhUkgaUM7ic7P3pBxn7qBPRojTndQ/oQHUCC5186BleCeB
-----END PRIVATE KEY-----`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBkDCCATagAwIBAgIUIAMbhqyme0ImsyP10WMgNyo5Yf8wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEzMDIxMzUzMFoYDzIxMjYxMTA2
MjEzNTMwWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATgv4Be8RjGmWLtg110jYAqTwjP6maEaKxvIPLZcydhUkgaUM7ic7P3
pBxn7qBPRojTndQ/oQHUCC5186BleCeBo2QwYjAdBgNVHQ4EFgQUYwx+gAcrxs/Q
/+KkfRTJzD8ycLQwHwYDVR0jBBgwFoAUYwx+gAcrxs/Q/+KkfRTJzD8ycLQwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0gAMEUC
IFYU2lJEtCMw35m5EUxXA2P+jiHG76Lc9RJFkZRLfFNuAiEAya72mr0SV/vyFaSL
ui6weikJvahzqFfxgKEZDhTqg+4=
-----END CERTIFICATE-----`;
