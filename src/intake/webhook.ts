// The other door: Telegram brings updates to us. web/ mounts this; the same inbox stands behind it.
import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { InboxPort } from "../ports/inbox.js";
import type { Clock } from "../ports.js";
import { chatOf } from "./chat-of.js";

export interface WebhookOptions {
  /** The secret given to setWebhook; Telegram sends it with every update. */
  secret: string;
  inbox: Pick<InboxPort, "accept">;
  clock: Clock;
  onUpdates: (updates: object[]) => void;
}

export interface WebhookRequest {
  /** The header X-Telegram-Bot-Api-Secret-Token. */
  secret: string | undefined;
  body: string;
}

const anUpdate = z.looseObject({ update_id: z.number().int() });

/**
 * 200: written down, and handled soon. 401: not from Telegram. 400: no update.
 * Throws when the database is away; the door then answers 5xx, and Telegram brings the update again.
 */
export async function receiveWebhook(options: WebhookOptions, request: WebhookRequest): Promise<200 | 400 | 401> {
  if (request.secret === undefined || !isSame(request.secret, options.secret)) return 401;
  const update = anUpdate.safeParse(parseJson(request.body));
  if (!update.success) return 400;
  const { update_id: updateId } = update.data;
  const fresh = await options.inbox.accept(
    [{ updateId, chatId: chatOf(update.data), payload: update.data }],
    options.clock.now(),
  );
  if (fresh > 0) options.onUpdates([update.data]);
  return 200;
}

// Hashed first, so that neither the time nor the length tells how much of a guess was right.
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Undefined is no update either: the caller answers 400.
    return undefined;
  }
}
