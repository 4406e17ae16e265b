// The other door: Telegram brings updates to us. web/ mounts this; the same inbox stands behind it.
import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { InboxPort } from "../../ports/queue/inbox.js";
import type { Clock } from "../../ports.js";
import { chatOf, hasSoundIds } from "../chat-of.js";

export interface WebhookOptions {
  inbox: Pick<InboxPort, "accept">;
  clock: Clock;
  onUpdates: (updates: object[]) => void;
}

const anUpdate = z.looseObject({ update_id: z.number().int() });

/** Telegram's updates nest some fifteen levels; a body nested without end would overflow the stack of whatever walks it later. */
const MOST_LEVELS = 64;

/** Whether the header X-Telegram-Bot-Api-Secret-Token is the secret given to setWebhook. Asked before the body is read. */
export function isFromTelegram(given: string | undefined, secret: string): boolean {
  // Hashed first, so that neither the time nor the length tells how much of a guess was right.
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return given !== undefined && timingSafeEqual(digest(given), digest(secret));
}

/**
 * 200: written down, and handled soon. 400: no update.
 * Throws when the database is away; the door then answers 5xx, and Telegram brings the update again.
 */
export async function receiveWebhook(options: WebhookOptions, body: string): Promise<200 | 400> {
  if (levelsOf(body) > MOST_LEVELS) return 400;
  const update = anUpdate.safeParse(parseJson(body));
  if (!update.success || !hasSoundIds(update.data)) return 400;
  const { update_id: updateId } = update.data;
  const fresh = await options.inbox.accept(
    [{ updateId, chatId: chatOf(update.data), payload: update.data }],
    options.clock.now(),
  );
  if (fresh > 0) options.onUpdates([update.data]);
  return 200;
}

/** Brackets open at once, at most; those inside of strings do not count. */
function levelsOf(json: string): number {
  let open = 0;
  let most = 0;
  for (const [mark] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/gs)) {
    if (mark === "[" || mark === "{") most = Math.max(most, ++open);
    else if (mark === "]" || mark === "}") open -= 1;
  }
  return most;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Undefined is no update either: the caller answers 400.
    return undefined;
  }
}
