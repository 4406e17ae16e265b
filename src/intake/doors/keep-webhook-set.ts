// Tells Telegram where to bring updates, and looks each minute whether it still does: anybody else who has the token can take the webhook away,
// and then nothing comes and nothing fails.
import { type Api, GrammyError } from "grammy";
import type { WebhookInfo } from "grammy/types";
import { causeOf, type Log } from "../../ports/queue/log.js";
import { backOffMilliseconds, type Sleep } from "../../ports/queue/waiting.js";
import type { Clock } from "../../ports.js";
import { TokenRefusedError } from "./poller.js";
import { WANTED_UPDATES } from "./wanted-updates.js";

/** What Telegram said when it was asked last. */
export interface WebhookStanding {
  /** Telegram brings updates to our address. */
  isOurs: boolean;
  /** Updates that wait at Telegram. */
  pending: number;
  /** Some wait because Telegram failed to bring one just now. */
  isFailing: boolean;
}

export interface KeepWebhookSetOptions {
  /** With a fetch that absorbs nothing: the keeper waits by itself. */
  api: Pick<Api, "setWebhook" | "getWebhookInfo">;
  url: string;
  secret: string;
  clock: Clock;
  sleep: Sleep;
  log: Log;
  onStanding(standing: WebhookStanding): void;
  /** Somebody had pointed Telegram elsewhere, and we have taken it back. */
  onTakenBack(): Promise<unknown>;
}

/** Telegram does not take the address for a webhook: what is wrong stands in its own words, which name the address and no secret. */
export class WebhookRefusedError extends Error {
  constructor(description: string) {
    super(
      `Telegram does not accept WEBHOOK_URL: ${description}. Put a public https:// address into the configuration.`,
    );
    this.name = "WebhookRefusedError";
  }
}

const LOOKED_AT_EVERY_MILLISECONDS = 60_000;
const LONGEST_BACK_OFF_MILLISECONDS = 30_000;
/** Telegram's own default: as many as one process answers at once without a queue of its own. */
const MOST_CONNECTIONS = 40;
/** Telegram's failure to bring us something is a thing of the past after this. */
const FAILURE_COUNTS_MILLISECONDS = 2 * 60_000;
/** In a rolling deploy the next process may poll, and ours ends soon: what is seen twice, a minute apart, is no deploy. */
const SIGHTS_BEFORE_TAKING_BACK = 2;

/**
 * Keeps the webhook until the signal aborts.
 * @throws TokenRefusedError, WebhookRefusedError: no waiting will mend it.
 */
export async function keepWebhookSet(options: KeepWebhookSetOptions, signal: AbortSignal): Promise<void> {
  const { api, url, clock, sleep, log, onStanding, onTakenBack } = options;
  await setWhenTaken(options, signal);
  onStanding({ isOurs: true, pending: 0, isFailing: false });
  for (let elsewhere = 0; !signal.aborted; await sleep(LOOKED_AT_EVERY_MILLISECONDS, signal)) {
    try {
      const info = await api.getWebhookInfo(signal as never);
      onStanding(standingOf(info, url, clock.now()));
      if (info.url === url) elsewhere = 0;
      else if (++elsewhere >= SIGHTS_BEFORE_TAKING_BACK) {
        // Not where to: an address may hold somebody's secret.
        log.warn("webhook.taken-away", { gone: info.url === "" });
        await setWhenTaken(options, signal);
        elsewhere = 0;
        await onTakenBack().catch((error) => log.warn("webhook.not-told", { cause: causeOf(error) }));
      }
    } catch (error) {
      if (signal.aborted) return;
      throwIfRefused(error);
      log.warn("webhook.not-seen", { cause: causeOf(error) });
    }
  }
}

function standingOf(info: WebhookInfo, url: string, now: Date): WebhookStanding {
  const pending = info.pending_update_count;
  const failedAt = (info.last_error_date ?? 0) * 1000;
  const isFailing = pending > 0 && now.getTime() - failedAt < FAILURE_COUNTS_MILLISECONDS;
  return { isOurs: info.url === url, pending, isFailing };
}

/** Telegram may be away, or ask us to wait: as at every start we wait for it, as long as it takes. */
async function setWhenTaken(
  { api, url, secret, sleep, log }: KeepWebhookSetOptions,
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      await api.setWebhook(
        url,
        { secret_token: secret, allowed_updates: WANTED_UPDATES, max_connections: MOST_CONNECTIONS },
        signal as never,
      );
      return;
    } catch (error) {
      if (signal.aborted) return;
      throwIfRefused(error);
      // Its payload holds the secret: only the kind of error and its code are written.
      log.warn("webhook.not-set", { failures, cause: causeOf(error) });
      const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
      await sleep(
        seconds === undefined ? backOffMilliseconds(failures, LONGEST_BACK_OFF_MILLISECONDS) : seconds * 1000,
        signal,
      );
    }
  }
}

function throwIfRefused(error: unknown): void {
  if (!(error instanceof GrammyError)) return;
  if (error.error_code === 401 || error.error_code === 404) throw new TokenRefusedError();
  if (error.error_code === 400)
    throw new WebhookRefusedError(error.description.replace(/^Bad Request: (bad webhook: )?/, ""));
}
