// Brings updates to the webhook: per chat in order, across chats at once, again and again until it is answered with 2xx.
import type { Update } from "grammy/types";
import { answerCall } from "../methods/answer-call.js";
import { isObject, type JsonObject } from "../methods/fields.js";
import type { WebhookSetting, World } from "../shapes.js";

export interface WebhookTiming {
  /** The pause after the first failure; it doubles up to a minute. */
  retryMs?: number;
  /** How long an answer may take. */
  timeoutMs?: number;
}

const LONGEST_PAUSE_MS = 60_000;
/** As Telegram: a webhook that does not answer within 60 s gets the update again. */
const ANSWER_WITHIN_MS = 60_000;

export function deliverToWebhook(world: World, timing: WebhookTiming = {}): { stop(): Promise<void> } {
  const lanes = new Map<number, Update[]>();
  const running = new Set<Promise<void>>();
  let round = new AbortController();
  let busy = 0;
  const waiting: (() => void)[] = [];

  const enqueue = (update: Update) => {
    if (world.webhook === undefined) return;
    const key = laneOf(update);
    const lane = lanes.get(key);
    if (lane !== undefined) {
      lane.push(update);
      return;
    }
    lanes.set(key, [update]);
    const work = drain(key, round.signal).finally(() => running.delete(work));
    running.add(work);
  };

  const drain = async (key: number, stopped: AbortSignal) => {
    const lane = lanes.get(key)!;
    for (let update = lane[0]; update !== undefined && !stopped.aborted; update = lane[0]) {
      await bring(update, stopped);
      lane.shift();
    }
    if (lanes.get(key) === lane) lanes.delete(key);
  };

  const bring = async (update: Update, stopped: AbortSignal) => {
    for (let pause = timing.retryMs ?? 1000; !stopped.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const webhook = world.webhook;
      if (webhook === undefined) return;
      await slot(webhook.maxConnections);
      const failure = await post(world, webhook, update, stopped, timing.timeoutMs ?? ANSWER_WITHIN_MS);
      free();
      if (stopped.aborted) return;
      if (failure === undefined) return world.updates.remove(update);
      webhook.lastError = { at: world.clock.now(), message: failure };
      await rest(pause, stopped);
    }
  };

  const slot = async (most: number) => {
    while (busy >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    busy++;
  };
  const free = () => {
    busy--;
    waiting.shift()?.();
  };

  const restart = () => {
    round.abort();
    round = new AbortController();
    lanes.clear();
    if (world.webhook !== undefined) for (const update of world.updates.pending()) enqueue(update);
  };
  const stopListening = world.updates.onPush(enqueue);
  const stopWatching = world.onChange(({ kind }) => {
    if (kind === "webhook") restart();
  });
  restart();

  return {
    stop: async () => {
      stopListening();
      stopWatching();
      round.abort();
      await Promise.all(running);
    },
  };
}

/** Undefined when it was taken, otherwise why not, in Telegram's words. */
async function post(
  world: World,
  { url, secretToken }: WebhookSetting,
  update: Update,
  stopped: AbortSignal,
  timeoutMs: number,
): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(secretToken === undefined ? {} : { "x-telegram-bot-api-secret-token": secretToken }),
      },
      body: JSON.stringify(update),
      signal: AbortSignal.any([stopped, AbortSignal.timeout(timeoutMs)]),
    });
    const text = await response.text();
    if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`;
    answerInPlace(world, response.headers.get("content-type") ?? "", text);
    return undefined;
  } catch (error) {
    return error instanceof Error && error.name === "TimeoutError" ? "Read timeout expired" : "Connection refused";
  }
}

/** A bot may make one call by answering the webhook with it; what comes of it, it never hears. */
function answerInPlace(world: World, contentType: string, text: string): void {
  if (!contentType.includes("json") || text === "") return;
  const call = parseCall(text);
  if (call === undefined) return;
  const { method, ...params } = call;
  if (typeof method === "string") answerCall(world, { token: world.token, method, params, uploads: new Map() });
}

/** What is no call in JSON is passed over: the update was taken all the same. */
function parseCall(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Updates of one chat come in order; those without a chat go by person. */
function laneOf(update: Update): number {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message;
  return message?.chat.id ?? update.my_chat_member?.chat.id ?? update.callback_query?.from.id ?? 0;
}

function rest(milliseconds: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done() {
      clearTimeout(timer);
      stopped.removeEventListener("abort", done);
      resolve();
    }
    stopped.addEventListener("abort", done);
  });
}
