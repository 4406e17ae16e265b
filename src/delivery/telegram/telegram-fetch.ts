// The one fetch under every Bot API call, handed to grammY as `client.fetch`: time-outs, no token in errors, and, for replies,
// patience with what surely was not sent. It stands here and not in a transformer because conversations bypass those.
import type { ApiClientOptions } from "grammy";
import { noteStep, refuseWhenOver } from "../../ports/queue/handling.js";
import type { Sleep } from "../../ports/queue/waiting.js";
import type { ReplyGate } from "../reply-gate.js";
import { UNNAMED_WAIT_SECONDS } from "./answers.js";
import { type PlainFetch, plainFetch } from "./plain-fetch.js";
import { faultFrom, TelegramFault } from "./telegram-fault.js";

export type GrammyFetch = NonNullable<ApiClientOptions["fetch"]>;

export interface TelegramFetchOptions {
  /** The fetch underneath; over HTTP when missing. */
  fetch?: PlainFetch;
  sleep: Sleep;
  /**
   * "replies": tries again what surely was not sent, because a failed call inside a conversation deletes the form.
   * "never": for the poller and the dispatcher, which decide themselves and must see every answer.
   */
  absorb: "replies" | "never";
  /** Asked before a reply that speaks in a chat, and told how it ended. */
  gate?: ReplyGate;
  /** Told of every call: its method, the answer's code or what went wrong on the wire, and how long it took. */
  observe?: (method: string, code: string, milliseconds: number) => void;
  /** Milliseconds a call may take, by method. Tests shorten it. */
  timeout?: (method: string, isUpload: boolean) => number;
}

/** A person waits: what was not sent four times is an outage. */
const MOST_CALLS = 4;
/** Telegram's wish, where no gate keeps it: longer ones are handed on. */
const LONGEST_WAIT_SECONDS = 5;
/** What Telegram counts against a chat; stopping a button's clock or fetching a file is not. */
const SPEAKS = /^(send(?!ChatAction)|edit|copy|forward|delete|pin)/i;

/** Uploads and downloads of up to 20 MB over a slow line, and a long poll of 25 s that answers late on purpose. */
export const LONGEST_CALL_MILLISECONDS = 40_000;

/** grammY's own limit is 500 s; ours come first, so that nobody waits that long for a body cut in the middle. */
export function timeoutOf(method: string, isUpload: boolean): number {
  return method === "getUpdates" || isUpload ? LONGEST_CALL_MILLISECONDS : 15_000;
}

export function createTelegramFetch(options: TelegramFetchOptions): GrammyFetch {
  const { sleep, absorb, timeout = timeoutOf, observe = () => {} } = options;
  const fetchOnce = options.fetch ?? plainFetch;

  const patient = async (url: string, init: GrammyInit): Promise<Answered> => {
    const method = methodOf(url);
    const gate = SPEAKS.test(method) ? options.gate : undefined;
    // A body that is a stream can be read once only, so an upload is never repeated.
    const tries = absorb === "replies" && !isStream(init.body) ? MOST_CALLS : 1;
    for (let attempt = 1; ; attempt++) {
      const leave = await gate?.enter(method);
      refuseWhenOver();
      const startedAt = performance.now();
      const outcome = await once(fetchOnce, method, url, init, timeout(method, isStream(init.body)));
      noteStep();
      const code = outcome instanceof TelegramFault ? outcome.reason : String(outcome.status);
      observe(method, code, performance.now() - startedAt);
      await leave?.(endOf(outcome));
      const isLast = attempt >= tries || init.signal?.aborted;
      const wait = isLast ? undefined : secondsToWait(outcome, attempt, leave !== undefined);
      if (wait === undefined) {
        if (outcome instanceof TelegramFault) throw outcome;
        return outcome;
      }
      await sleep(wait * 1000);
    }
  };
  // grammY's type for fetch is node-fetch's; what it really needs is a URL, plain options and an answer with json().
  return patient as unknown as GrammyFetch;
}

/** What grammY passes: its signal comes from a package of its own, which Node's client does not accept. */
interface GrammyInit extends Omit<RequestInit, "signal"> {
  signal?: Pick<AbortSignal, "aborted" | "addEventListener" | "removeEventListener"> | null;
}

/** All that is read of an answer, read once. */
interface Answered {
  status: number;
  json(): Promise<unknown>;
  /** Set when Telegram asks for patience. */
  retryAfterSeconds?: number;
}

/** One request, read to its last byte under one deadline: an answer cut in the middle is an error here and not later. */
async function once(
  fetchOnce: PlainFetch,
  method: string,
  url: string,
  init: GrammyInit,
  milliseconds: number,
): Promise<Answered | TelegramFault> {
  const controller = new AbortController();
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    controller.abort();
  }, milliseconds);
  const abort = () => controller.abort();
  if (init.signal?.aborted) abort();
  init.signal?.addEventListener("abort", abort);
  try {
    const { method: verb, headers, body } = init;
    const request = { method: verb, headers, body, signal: controller.signal };
    const response = await fetchOnce(url, request as RequestInit);
    return readAnswer(method, response.status, await response.text());
  } catch (error) {
    // Re-made, never wrapped: the original holds the URL, the URL holds the token, and conversations store errors.
    const fault = faultFrom(method, error);
    if (timedOut) return new TelegramFault(method, "time-out", fault.sent);
    if (controller.signal.aborted) return new TelegramFault(method, "aborted", fault.sent);
    return fault;
  } finally {
    clearTimeout(timer);
    init.signal?.removeEventListener("abort", abort);
  }
}

function readAnswer(method: string, status: number, body: string): Answered | TelegramFault {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    // A gateway's page, or nothing: no matter who wrote it, Telegram may have done its part.
    return new TelegramFault(method, `bad answer ${status}`, "unknown");
  }
  if (typeof answer !== "object" || answer === null || !("ok" in answer)) {
    return new TelegramFault(method, `bad answer ${status}`, "unknown");
  }
  const answered: Answered = { status, json: async () => answer };
  const parameters = "parameters" in answer ? (answer.parameters as { retry_after?: unknown } | null) : undefined;
  const seconds = parameters?.retry_after;
  return typeof seconds === "number" ? { ...answered, retryAfterSeconds: seconds } : answered;
}

/** `isKept`: the gate keeps Telegram's wish at the next try. */
function secondsToWait(outcome: Answered | TelegramFault, attempt: number, isKept: boolean): number | undefined {
  if (outcome instanceof TelegramFault) return outcome.sent === "no" ? attempt : undefined;
  if (outcome.retryAfterSeconds === undefined) return undefined;
  if (isKept) return 0;
  return outcome.retryAfterSeconds > LONGEST_WAIT_SECONDS ? undefined : outcome.retryAfterSeconds;
}

function endOf(outcome: Answered | TelegramFault): number | "taken" | "unclear" {
  if (outcome instanceof TelegramFault) return "unclear";
  // Telegram's own "no" to this message is an answer too: it listens to us.
  return outcome.status === 429 ? (outcome.retryAfterSeconds ?? UNNAMED_WAIT_SECONDS) : "taken";
}

function methodOf(url: string): string {
  return new URL(url).pathname.split("/").at(-1) ?? "";
}

function isStream(body: unknown): boolean {
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body;
}
