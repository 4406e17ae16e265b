// The Bot API over real HTTP, with the control door for outside drivers beside it.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ApiResponse } from "grammy/types";
import { gatewayPage } from "./in-process.js";
import { type ApiRequest, answerCall, chatIdOf, recordLostCall } from "./methods/answer-call.js";
import { ApiRefusal } from "./methods/errors.js";
import { LARGEST_DOWNLOAD } from "./methods/messages/get-file.js";
import type { World } from "./shapes.js";
import { acceptsDespite, type Fault } from "./state/faults.js";
import { openControlDoor } from "./wire/control-door.js";
import { longPoll } from "./wire/long-poll.js";
import { type Body, readBody } from "./wire/read-body.js";
import { deliverToWebhook, type WebhookTiming } from "./wire/webhook-delivery.js";

export interface SandboxServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Handles a request, or returns false to let others look at it. */
export type Routes = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

export interface SandboxServerOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  host?: string;
  /** Looked at after the Bot API and the control door: the chat page, for one. */
  routes?: Routes;
  webhook?: WebhookTiming;
}

const PATH = /^\/(file\/)?bot([^/]+)\/(?:test\/)?(.+)$/;

export async function startSandboxServer(world: World, options: SandboxServerOptions = {}): Promise<SandboxServer> {
  const controlDoor = openControlDoor(world);
  const webhooks = deliverToWebhook(world, options.webhook);

  const host = options.host ?? "127.0.0.1";

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    // A page from elsewhere that had its own name point to this machine must not read what is said here.
    if (!isOwnName(request.headers.host, host)) {
      return sendJson(response, 403, new ApiRefusal(403, "Forbidden: open it as http://127.0.0.1").toAnswer());
    }
    const url = new URL(request.url ?? "/", "http://sandbox");
    const [, file, token, name] = PATH.exec(decodeURIComponent(url.pathname)) ?? [];
    if (token !== undefined && name !== undefined) {
      if (file !== undefined) return download(world, response, token, name);
      return answer(world, request, response, { token, method: name, query: url.searchParams });
    }
    if (await controlDoor.handle(request, response, url)) return;
    if (await options.routes?.(request, response)) return;
    sendJson(response, 404, new ApiRefusal(404, "Not Found").toAnswer());
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A fault of the sandbox itself must not look like one of Telegram's.
      console.error("sandbox:", error);
      if (!response.headersSent) sendJson(response, 500, { ok: false, error_code: 500, description: String(error) });
      else response.destroy();
    });
  });
  // Node would cut idle connections after 5 s, just when a client means to use one again.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`,
    port,
    close: async () => {
      controlDoor.close();
      await webhooks.stop();
      await new Promise<void>((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      });
    },
  };
}

/** The names of this machine to itself, and the one that the server was told to listen on. */
function isOwnName(header: string | undefined, host: string): boolean {
  const name = (header ?? "").replace(/:\d*$/, "").toLowerCase();
  return ["localhost", "127.0.0.1", "[::1]", host, ""].includes(name);
}

interface Target {
  readonly token: string;
  readonly method: string;
  readonly query: URLSearchParams;
}

async function answer(
  world: World,
  incoming: IncomingMessage,
  response: ServerResponse,
  { token, method, query }: Target,
): Promise<void> {
  let body: Body;
  try {
    body = await readBody(incoming.headers["content-type"] ?? "", incoming);
  } catch (error) {
    if (error instanceof ApiRefusal) return sendAnswer(response, error.toAnswer());
    // The caller broke off in the middle of the request: nothing was accepted and nobody waits for an answer.
    if (!incoming.complete) return;
    sendAnswer(response, new ApiRefusal(400, `Bad Request: can't parse the form: ${String(error)}`).toAnswer());
    return;
  }
  const request: ApiRequest = {
    token,
    method,
    params: { ...Object.fromEntries(query), ...body.params },
    uploads: body.uploads,
  };
  const fault = world.faults.take(method, chatIdOf(request.params));
  if (fault === undefined) return sendAnswer(response, await callOrPoll(world, request, response));
  if (fault.kind === "slow") await pause(fault.ms, response);
  if (!acceptsDespite(fault)) recordLostCall(world, request, fault);
  const accepted = acceptsDespite(fault) ? await callOrPoll(world, request, response, fault) : undefined;
  spoil(response, fault, accepted);
}

function callOrPoll(
  world: World,
  request: ApiRequest,
  response: ServerResponse,
  fault?: Fault,
): ApiResponse<unknown> | Promise<ApiResponse<unknown>> {
  if (request.method.toLowerCase() !== "getupdates") return answerCall(world, request, fault);
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  return longPoll(world, request, gone.signal);
}

function spoil(response: ServerResponse, fault: Fault, accepted: ApiResponse<unknown> | undefined): void {
  switch (fault.kind) {
    case "status": {
      const { code, description, parameters } = fault;
      sendAnswer(response, new ApiRefusal(code, description, parameters).toAnswer());
      return;
    }
    case "slow":
      sendAnswer(response, accepted!);
      return;
    case "reset-before":
    case "reset-after":
      response.socket?.resetAndDestroy();
      return;
    case "cut": {
      const text = JSON.stringify(accepted);
      response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
      response.write(text.slice(0, Math.floor(text.length / 2)), () => response.socket?.destroy());
      return;
    }
    case "hang":
      return;
    case "html":
      response.writeHead(fault.code, { "content-type": "text/html" }).end(gatewayPage(fault.code));
      return;
    case "empty":
      response.writeHead(200, { "content-type": "application/json" }).end();
      return;
    case "bad-json":
      response.writeHead(200, { "content-type": "application/json" }).end('{"ok":tru');
      return;
  }
}

function download(world: World, response: ServerResponse, token: string, path: string): void {
  const file = token === world.token ? world.files.byPath(path) : undefined;
  if (file === undefined || file.size > LARGEST_DOWNLOAD) {
    sendJson(response, 404, new ApiRefusal(404, "Not Found").toAnswer());
    return;
  }
  response.writeHead(200, { "content-type": "application/octet-stream", "content-length": file.bytes.byteLength });
  response.end(file.bytes);
}

function sendAnswer(response: ServerResponse, result: ApiResponse<unknown>): void {
  sendJson(response, result.ok ? 200 : result.error_code, result);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const text = JSON.stringify(value);
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  response.end(text);
}

/** Ends early when the caller hangs up; the call then takes effect all the same. */
function pause(milliseconds: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    response.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
