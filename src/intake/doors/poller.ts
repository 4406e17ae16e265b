// Fetches updates by long polling and writes each batch down before Telegram is told that we have it.
import { type Api, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import type { InboxPort } from "../../ports/queue/inbox.js";
import { causeOf, type Log } from "../../ports/queue/log.js";
import { backOffMilliseconds, type Sleep } from "../../ports/queue/waiting.js";
import type { Clock } from "../../ports.js";
import { chatOf } from "../chat-of.js";
import { WANTED_UPDATES } from "./wanted-updates.js";

export interface PollerOptions {
  /** With a fetch that does not try again by itself (telegram-fetch.ts, "never"): the poller waits. */
  api: Pick<Api, "deleteWebhook" | "getUpdates">;
  inbox: Pick<InboxPort, "accept">;
  clock: Clock;
  sleep: Sleep;
  log: Log;
  /** Called with updates that were written down, some of them new: rings the lanes. */
  onUpdates: (updates: Update[]) => void;
  /** Called before updates are written down that may have lain at Telegram because nobody fetched them, with when they came. */
  onHeldUp?: (receivedAt: Date) => void;
  /** Called each time that Telegram has answered, with updates or without, and all of them are written down. */
  onHeard?: () => void;
}

/** Another process polls with the same token. Only one can: this poll must end; poll-in-turn.ts says whether the process must too. */
export class AnotherPollerError extends Error {
  constructor() {
    super(
      "Telegram says that another process fetches updates for this bot (409). Stop the other one, or use a webhook to share the work.",
    );
    this.name = "AnotherPollerError";
  }
}

export class TokenRefusedError extends Error {
  constructor() {
    super(
      "Telegram does not accept BOT_TOKEN. Ask @BotFather for the current token and put it into the configuration.",
    );
    this.name = "TokenRefusedError";
  }
}

/** Just below the half minute after which middle boxes cut silent connections. */
const LONG_POLL_SECONDS = 25;
/** As many as Telegram gives; so many mean that more are waiting there. */
const MOST_AT_ONCE = 100;
const LONGEST_BACK_OFF_MILLISECONDS = 5000;
/** Longer than a deploy gives the old process to end: compose.yaml says 50 s. */
const PATIENCE_WITH_WEBHOOK_MILLISECONDS = 60_000;
/** Telegram keeps an update for a day: nothing that comes was said before, however long nobody has fetched. */
const KEPT_BY_TELEGRAM = 24 * 3_600_000;

/**
 * Polls until the signal aborts.
 * @throws AnotherPollerError, TokenRefusedError: polling has ended for good; the process should end and be started again.
 */
export async function pollUpdates(options: PollerOptions, signal: AbortSignal): Promise<void> {
  const { api, inbox, clock, sleep, log, onUpdates, onHeldUp = () => {}, onHeard = () => {} } = options;
  let offset = 0;
  let hasWebhook = true;
  // Whether updates can have lain at Telegram for a while, and since when at the earliest.
  let heardAt = new Date(0);
  let isBehind = true;
  // Behind because nobody fetched, not because so many wrote.
  let wasAway = true;
  for (let failures = 0; !signal.aborted; ) {
    try {
      if (hasWebhook) {
        // While a webhook is set Telegram refuses getUpdates. What waits there must stay: it was never handled.
        await api.deleteWebhook({ drop_pending_updates: false }, signal as never);
        hasWebhook = false;
      }
      const wish = { offset, limit: MOST_AT_ONCE, timeout: LONG_POLL_SECONDS, allowed_updates: WANTED_UPDATES };
      const updates = await api.getUpdates(wish, signal as never);
      if (updates.length > 0) {
        // First written, then confirmed: the next call's offset is the confirmation. The other way round, a crash in between
        // would lose what people wrote. If the database refuses, the offset stays and the same updates come again.
        const now = clock.now();
        const earliest = isBehind ? new Date(Math.max(heardAt.getTime(), now.getTime() - KEPT_BY_TELEGRAM)) : undefined;
        if (wasAway) onHeldUp(now);
        const fresh = await inbox.accept(
          updates.map((update) => toReceived(update, earliest)),
          now,
        );
        offset = updates.at(-1)!.update_id + 1;
        if (fresh > 0) onUpdates(updates);
      }
      onHeard();
      isBehind = updates.length === MOST_AT_ONCE;
      if (!isBehind) heardAt = clock.now();
      if (!isBehind) wasAway = false;
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof GrammyError && error.error_code === 409) {
        if (!/webhook/i.test(error.description)) throw new AnotherPollerError();
        // Another version of us takes over by webhook, and this process ends soon; or somebody has pointed Telegram elsewhere, and
        // then it is taken back.
        log.warn("poller.webhook-set", {});
        wasAway = true;
        isBehind = true;
        await sleep(PATIENCE_WITH_WEBHOOK_MILLISECONDS, signal);
        hasWebhook = true;
        continue;
      }
      if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
        throw new TokenRefusedError();
      }
      failures += 1;
      isBehind = true;
      wasAway = true;
      log.warn("poller.failed", { times: failures, cause: causeOf(error) });
      await sleep(waitAfter(error, failures), signal);
    }
  }
}

function waitAfter(error: unknown, failures: number): number {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return seconds === undefined ? backOffMilliseconds(failures, LONGEST_BACK_OFF_MILLISECONDS) : seconds * 1000;
}

function toReceived(update: Update, earliest: Date | undefined) {
  return {
    updateId: update.update_id,
    chatId: chatOf(update),
    payload: update,
    ...(earliest !== undefined && { saidAt: earliest }),
  };
}
