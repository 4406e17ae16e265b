// The small door to the outside: is the process alive, is it ready, how it does, and Telegram's webhook.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

interface ListenAt {
  host?: string | undefined;
  port: number;
}

export interface WebOptions {
  port: number;
  /** Where /metrics answers, and nowhere else; undefined: on `port`. */
  metricsAt?: ListenAt | undefined;
  /** What is not ready yet or any more, and why; empty: ready. */
  notReady(): Promise<{ name: string; reason: string }[]>;
  /** Undefined during the start. */
  metrics(): { contentType: string; text(): Promise<string> } | undefined;
  /** Undefined while updates are polled for. */
  webhook:
    | { path: string; isAllowed(secret: string | undefined): boolean; receive(body: string): Promise<number> }
    | undefined;
}

/** PORT cannot be listened on; the message says why and what to do. */
export class PortError extends Error {
  override readonly name = "PortError";
}

export interface Web {
  port: number;
  metricsPort: number;
  close(): Promise<void>;
}

/** Telegram's updates are a few kilobytes; more than this is not from Telegram. */
const LARGEST_BODY = 1_000_000;
/** How long a sender without the secret may go on before the line is cut: time enough to read our answer. */
const GRACE_MILLISECONDS = 1000;

export async function startWeb(options: WebOptions): Promise<Web> {
  const { port, metricsAt } = options;
  const server = await listen("PORT", { port }, (request, response) => answer(options, request, response));
  const apart =
    metricsAt &&
    (await listen("METRICS_LISTEN", metricsAt, (request, response) => answerMetrics(options, request, response)).catch(
      async (error: unknown) => {
        await close(server);
        throw error;
      },
    ));
  return {
    port: portOf(server),
    metricsPort: portOf(apart ?? server),
    close: async () => void (await Promise.all([server, ...(apart ? [apart] : [])].map(close))),
  };
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

async function listen(
  setting: string,
  at: ListenAt,
  answerTo: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Server> {
  const server = createServer((request, response) => {
    answerTo(request, response).catch(() => {
      // Telegram brings an update again that was not answered with 200.
      if (!response.headersSent) response.writeHead(503);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(portErrorOf(error, setting, at) ?? error));
    server.listen({ port: at.port, ...(at.host !== undefined && { host: at.host }) }, resolve);
  });
  return server;
}

function portErrorOf(
  { code }: NodeJS.ErrnoException,
  setting: string,
  { host, port }: ListenAt,
): PortError | undefined {
  if (code === "EADDRINUSE")
    return new PortError(`${setting} ${port} is taken by another program. Stop it, or name another port.`);
  if (code === "EACCES") return new PortError(`${setting} ${port} may not be used by this user. Name one above 1023.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return new PortError(`${setting}: ${host} is no address of this machine. Name one of its own, such as 127.0.0.1.`);
  return undefined;
}

/** Its own door: nothing else is behind it. */
async function answerMetrics(
  { metrics: ask }: Pick<WebOptions, "metrics">,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (pathOf(request) !== "/metrics") return send(response, 404, { error: "There is nothing here. Try /metrics." });
  const metrics = ask();
  if (metrics === undefined) return send(response, 503, { error: "It is still starting." });
  const text = await metrics.text();
  response.writeHead(200, { "content-type": metrics.contentType }).end(text);
}

async function answer(options: WebOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request);
  const { webhook } = options;
  if (path === null) return send(response, 400, { error: "This is no path." });
  if (webhook !== undefined && path === webhook.path && request.method === "POST") {
    const secret = request.headers["x-telegram-bot-api-secret-token"];
    // Whose body is not wanted costs no memory: not a byte of it is kept.
    if (!webhook.isAllowed(typeof secret === "string" ? secret : undefined)) return refuse(request, response, 401);
    const body = await readBody(request);
    if (body === null) return refuse(request, response, 413);
    return void response.writeHead(await webhook.receive(body)).end();
  }
  if (path === "/healthz") return send(response, 200, { status: "alive" });
  if (path === "/readyz") {
    const missing = await options.notReady();
    const names = missing.map(({ name }) => name);
    const reasons = missing.map(({ name, reason }) => `${name}: ${reason}`);
    return send(response, names.length === 0 ? 200 : 503, { ready: names.length === 0, missing: names, reasons });
  }
  if (path === "/metrics" && options.metricsAt === undefined) return answerMetrics(options, request, response);
  send(response, 404, { error: "There is nothing here. Try /healthz or /readyz." });
}

/** Null for what is no path of ours: a whole address, or "//", behind which a host would stand. */
function pathOf({ url = "/" }: IncomingMessage): string | null {
  return url.startsWith("/") && !url.startsWith("//") ? new URL(url, "http://localhost").pathname : null;
}

/** Answers without reading on, and cuts the line soon after. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: "close" }).end();
  // What still comes is let through unread: a line cut at once would swallow the answer.
  request.resume();
  setTimeout(() => request.destroy(), GRACE_MILLISECONDS).unref();
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > LARGEST_BODY) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
