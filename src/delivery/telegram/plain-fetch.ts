// One HTTP request by Node's own client: for each message the built-in fetch takes six times the processor time, and its first use
// a fifth of a second of the start.
import { type ClientRequest, Agent as HttpAgent, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import type { Socket } from "node:net";
import { pipeline, type Readable } from "node:stream";
import { NeverConnectedError } from "./telegram-fault.js";

/** All that is asked of an answer. */
export type PlainAnswer = Pick<Response, "status" | "text" | "arrayBuffer">;

/** A part of fetch, so that the sandbox's own can stand in its place. `body`: a text, or a stream for what is uploaded. */
export type PlainFetch = (url: string, init: RequestInit) => Promise<PlainAnswer>;

/** Shorter than a server keeps a silent connection: of a message sent just when the server closes it, nobody knows what became. */
const IDLE_MILLISECONDS = 4000;
/** A connection that takes longer will not come; and until it stands, nothing was sent. */
const CONNECTING_MILLISECONDS = 10_000;

const HTTP = { request: requestHttp, agent: new HttpAgent({ keepAlive: true, timeout: IDLE_MILLISECONDS }) };
const HTTPS = { request: requestHttps, agent: new HttpsAgent({ keepAlive: true, timeout: IDLE_MILLISECONDS }) };

export const plainFetch: PlainFetch = fetchWithin(CONNECTING_MILLISECONDS);

/**
 * Reads the answer to its last byte; a redirect is an answer like any other. `connecting`: the most milliseconds until a connection stands.
 * @throws NeverConnectedError while no connection stood, and so surely nothing was sent; later the error of the wire, with Node's code.
 */
export function fetchWithin(connecting: number): PlainFetch {
  return (url, init) => fetchOnce(url, init, connecting);
}

async function fetchOnce(
  url: string,
  { method = "GET", headers, body, signal }: RequestInit,
  connecting: number,
): Promise<PlainAnswer> {
  const { request, agent } = url.startsWith("https:") ? HTTPS : HTTP;
  const { status, bytes } = await new Promise<{ status: number; bytes: Buffer }>((resolve, fail) => {
    let stands = false;
    const reject = (error: unknown) => fail(stands ? error : new NeverConnectedError(error));
    const isText = typeof body === "string";
    const length = isText ? { "content-length": Buffer.byteLength(body) } : {};
    const call = request(url, {
      method,
      agent,
      headers: { ...(headers as Record<string, string>), ...length },
      ...(signal != null && { signal }),
    });
    call.once("socket", (socket) => {
      stands = isConnected(call, socket);
      if (stands || socket.destroyed) return;
      giveUpConnecting(socket, connecting);
      socket.once(connectedBy(socket), () => {
        stands = true;
      });
    });
    call.once("response", (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.once("end", () => resolve({ status: answer.statusCode ?? 0, bytes: Buffer.concat(parts) }));
      // Cut in the middle.
      answer.once("error", reject);
    });
    call.on("error", reject);
    if (body === undefined || body === null || isText) call.end(body ?? undefined);
    else pipeline(body as unknown as Readable, call, (error) => error && reject(error));
  });
  return {
    status,
    text: async () => bytes.toString("utf8"),
    arrayBuffer: async () => new Uint8Array(bytes).buffer,
  };
}

/** A destroyed one that is not used again is new, and failed before we heard of it. */
function isConnected(call: ClientRequest, socket: Socket): boolean {
  return call.reusedSocket || !(socket.connecting || socket.destroyed);
}

/** Until this event not a byte of a request leaves: Node keeps it back through the TLS handshake and the look at the certificate. */
function connectedBy(socket: Socket): "secureConnect" | "connect" {
  return "encrypted" in socket ? "secureConnect" : "connect";
}

function giveUpConnecting(socket: Socket, milliseconds: number): void {
  const late = Object.assign(new Error("not connected in time"), { code: "ETIMEDOUT" });
  const timer = setTimeout(() => socket.destroy(late), milliseconds);
  for (const event of [connectedBy(socket), "close"]) socket.once(event, () => clearTimeout(timer));
}
