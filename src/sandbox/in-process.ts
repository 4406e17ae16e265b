// The Bot API without a wire: a fetch for grammY's client options. Answers at once; nothing waits for real time.
import { Readable } from "node:stream";
import { type ApiRequest, answerCall, chatIdOf, isKnownMethod, recordLostCall } from "./methods/answer-call.js";
import { ApiRefusal } from "./methods/errors.js";
import { LARGEST_DOWNLOAD } from "./methods/messages/get-file.js";
import type { World } from "./shapes.js";
import { acceptsDespite, type Fault } from "./state/faults.js";
import { longPoll } from "./wire/long-poll.js";
import { type Body, readBody } from "./wire/read-body.js";

/** The method is not part of this sandbox: a hole in it, or a slip in the caller. */
export class UnknownMethodError extends Error {
  constructor(method: string) {
    super(`The sandbox does not know the Bot API method "${method}"`);
    this.name = "UnknownMethodError";
  }
}

const PATH = /\/(file\/)?bot([^/]+)\/(?:test\/)?(.+)$/;

export interface InProcessOptions {
  /**
   * Whether getUpdates waits for the next update as over HTTP. Without it, it answers at once with what there is: good
   * for pumping by hand, but a bot that polls in a loop would spin.
   */
  longPolls?: boolean;
}

/**
 * A fetch that answers from the world. Faults come as what fetch would do: broken connections throw, cut answers fail
 * while being read, a hang waits for the caller's signal, and slowness takes no time.
 */
export function inProcessFetch(world: World, options: InProcessOptions = {}): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const [, file, token, name] = PATH.exec(decodeURIComponent(url.pathname)) ?? [];
    if (token === undefined || name === undefined) return new Response("Not Found", { status: 404 });
    if (file !== undefined) return download(world, token, name);

    const body = await bodyOf(input, init, url);
    if (body instanceof ApiRefusal) return json(body.code, body.toAnswer());
    const request: ApiRequest = { token, method: name, ...body };
    const call = (fault?: Fault) => {
      const answer = answerCall(world, request, fault);
      if (!isKnownMethod(name) && token === world.token) throw new UnknownMethodError(name);
      return json(answer.ok ? 200 : answer.error_code, answer);
    };
    const fault = world.faults.take(name, chatIdOf(body.params));
    if (fault === undefined && options.longPolls === true && name.toLowerCase() === "getupdates") {
      return wait(world, request, init?.signal ?? undefined);
    }
    if (fault === undefined) return call();
    if (!acceptsDespite(fault)) recordLostCall(world, request, fault);
    const answer = acceptsDespite(fault) ? call(fault) : undefined;
    return spoil(fault, answer, init?.signal ?? undefined);
  };
}

async function wait(world: World, request: ApiRequest, signal: AbortSignal | undefined): Promise<Response> {
  const gone = new AbortController();
  // The caller's signal may be a polyfill's; ours is not.
  if (signal?.aborted) gone.abort();
  signal?.addEventListener("abort", () => gone.abort(), { once: true });
  const answer = await longPoll(world, request, gone.signal);
  if (gone.signal.aborted) throw aborted();
  return json(answer.ok ? 200 : answer.error_code, answer);
}

function aborted(): DOMException {
  return new DOMException("This operation was aborted", "AbortError");
}

async function spoil(fault: Fault, answer: Response | undefined, signal: AbortSignal | undefined): Promise<Response> {
  switch (fault.kind) {
    case "status": {
      const { code, description, parameters } = fault;
      return json(code, new ApiRefusal(code, description, parameters).toAnswer());
    }
    case "slow":
      return answer!;
    case "reset-before":
    case "reset-after":
      throw brokenConnection();
    case "cut":
      return cut(await answer!.text());
    case "hang":
      return new Promise((_, reject) => {
        const abort = () => reject(aborted());
        if (signal?.aborted) abort();
        signal?.addEventListener("abort", abort);
      });
    case "html":
      return new Response(gatewayPage(fault.code), { status: fault.code, headers: { "content-type": "text/html" } });
    case "empty":
      return new Response("", { status: 200 });
    case "bad-json":
      return new Response('{"ok":tru', { status: 200, headers: { "content-type": "application/json" } });
  }
}

export function gatewayPage(code: number): string {
  return `<html>\r\n<head><title>${code} Bad Gateway</title></head>\r\n<body><h1>${code} Bad Gateway</h1></body>\r\n</html>`;
}

function brokenConnection(): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }) });
}

function cut(text: string): Response {
  const half = new TextEncoder().encode(text.slice(0, Math.floor(text.length / 2)));
  let pulled = false;
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (pulled) return controller.error(new TypeError("terminated"));
      pulled = true;
      controller.enqueue(half);
    },
  });
  return new Response(stream, { status: 200, headers: { "content-type": "application/json" } });
}

async function bodyOf(
  input: Parameters<typeof fetch>[0],
  init: RequestInit | undefined,
  url: URL,
): Promise<Body | ApiRefusal> {
  const query = Object.fromEntries(url.searchParams);
  try {
    const { params, uploads } = await readRequest(input, init);
    return { params: { ...query, ...params }, uploads };
  } catch (error) {
    if (error instanceof ApiRefusal) return error;
    throw error;
  }
}

async function readRequest(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): Promise<Body> {
  // grammY hands over node streams for uploads, which fetch's types do not know.
  const body: unknown = init?.body;
  const contentType = new Headers(init?.headers).get("content-type") ?? "";
  if (body instanceof Readable) return readBody(contentType, body);
  if (typeof body === "string") return readBody(contentType, Buffer.from(body));
  // The signal stays out: it may be a polyfill's, which Request does not take.
  const { signal: _, ...rest } = init ?? {};
  const request = input instanceof Request ? input : new Request(String(input), { ...rest, method: "POST" });
  return readBody(request.headers.get("content-type") ?? "", new Uint8Array(await request.arrayBuffer()));
}

function download(world: World, token: string, path: string): Response {
  const file = token === world.token ? world.files.byPath(path) : undefined;
  if (file === undefined || file.size > LARGEST_DOWNLOAD) return new Response("Not Found", { status: 404 });
  return new Response(Buffer.from(file.bytes), {
    status: 200,
    headers: { "content-type": "application/octet-stream" },
  });
}

function json(status: number, answer: unknown): Response {
  return new Response(JSON.stringify(answer), { status, headers: { "content-type": "application/json" } });
}
