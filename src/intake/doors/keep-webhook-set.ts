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
  /** Telegram brings updates to our address, and with our secret. */
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
 * After the secret was set again it is not for so long, and twice as long each time: two programs with one address and two secrets would
 * take it from each other each minute, and Telegram refuses who sets it too often.
 */
const SECRET_KEPT_MILLISECONDS = 10 * 60_000;
const LONGEST_KEPT_MILLISECONDS = 6 * 3_600_000;
/** What was set again longer ago than this was another trouble. */
const SECRET_FORGOTTEN_MILLISECONDS = 24 * 3_600_000;

/**
 * Keeps the webhook until the signal aborts.
 * @throws TokenRefusedError, WebhookRefusedError: no waiting will mend it.
 */
export async function keepWebhookSet(options: KeepWebhookSetOptions, signal: AbortSignal): Promise<void> {
  const { api, url, clock, sleep, log, onStanding, onTakenBack } = options;
  const secret = { setAt: await setWhenTaken(options, signal), sights: 0, times: 0 };
  onStanding({ isOurs: true, pending: 0, isFailing: false });
  for (let elsewhere = 0; !signal.aborted; await sleep(LOOKED_AT_EVERY_MILLISECONDS, signal)) {
    try {
      const info = await api.getWebhookInfo(signal as never);
      const now = clock.now();
      const isRefused = weRefuse(info, secret.setAt);
      onStanding(standingOf(info, { isOurs: info.url === url && !isRefused, now }));
      elsewhere = info.url === url ? 0 : elsewhere + 1;
      secret.sights = info.url === url && isRefused ? secret.sights + 1 : 0;
      if (elsewhere >= SIGHTS_BEFORE_TAKING_BACK) {
        // Not where to: an address may hold somebody's secret.
        log.warn("webhook.taken-away", { gone: info.url === "" });
        secret.setAt = await setWhenTaken(options, signal);
        elsewhere = 0;
        await onTakenBack().catch((error) => log.warn("webhook.not-told", { cause: causeOf(error) }));
      } else if (
        secret.sights >= SIGHTS_BEFORE_TAKING_BACK &&
        now.getTime() - secret.setAt.getTime() >= keptFor(secret)
      ) {
        if (now.getTime() - secret.setAt.getTime() > SECRET_FORGOTTEN_MILLISECONDS) secret.times = 0;
        secret.times += 1;
        secret.sights = 0;
        const advice = "look for another program with this WEBHOOK_URL and another WEBHOOK_SECRET";
        // Once may be somebody's slip; again is somebody who does it each time.
        log[secret.times > 1 ? "error" : "warn"]("webhook.secret-changed", { times: secret.times, advice });
        secret.setAt = await setWhenTaken(options, signal);
      }
    } catch (error) {
      if (signal.aborted) return;
      throwIfRefused(error);
      log.warn("webhook.not-seen", { cause: causeOf(error) });
    }
  }
}

/** What Telegram brought since we set it last had another secret than ours: we answer that with 401, and it waits. */
function weRefuse(info: WebhookInfo, setAt: Date): boolean {
  const isSince = (info.last_error_date ?? 0) * 1000 > setAt.getTime();
  return isSince && info.pending_update_count > 0 && /\b401\b/.test(info.last_error_message ?? "");
}

function keptFor({ times }: { times: number }): number {
  if (times === 0) return 0;
  return Math.min(LONGEST_KEPT_MILLISECONDS, SECRET_KEPT_MILLISECONDS * 2 ** (times - 1));
}

function standingOf(info: WebhookInfo, { isOurs, now }: { isOurs: boolean; now: Date }): WebhookStanding {
  const pending = info.pending_update_count;
  const failedAt = (info.last_error_date ?? 0) * 1000;
  const isFailing = pending > 0 && now.getTime() - failedAt < FAILURE_COUNTS_MILLISECONDS;
  return { isOurs, pending, isFailing };
}

/** Telegram may be away, or ask us to wait: as at every start we wait for it, as long as it takes. Returns when it was set. */
async function setWhenTaken(
  { api, url, secret, clock, sleep, log }: KeepWebhookSetOptions,
  signal: AbortSignal,
): Promise<Date> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      await api.setWebhook(
        url,
        { secret_token: secret, allowed_updates: WANTED_UPDATES, max_connections: MOST_CONNECTIONS },
        signal as never,
      );
      break;
    } catch (error) {
      if (signal.aborted) break;
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
  return clock.now();
}

function throwIfRefused(error: unknown): void {
  if (!(error instanceof GrammyError)) return;
  if (error.error_code === 401 || error.error_code === 404) throw new TokenRefusedError();
  if (error.error_code === 400)
    throw new WebhookRefusedError(error.description.replace(/^Bad Request: (bad webhook: )?/, ""));
}
