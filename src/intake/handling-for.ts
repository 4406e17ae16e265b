// What is known of an update while it is handled: whose lane it is, and when its sender said it. Updates can lie for hours, at Telegram
// while nobody fetches them, and in the inbox.
import type { Handling } from "../ports/queue/handling.js";
import type { ClaimedUpdate } from "../ports/queue/inbox.js";

/** So long a message is on its way to us where nothing is wrong. */
const ON_ITS_WAY_MILLISECONDS = 10_000;
/** A press tells no time, only when it can have been at the earliest; in a crowd that is a while ago. */
const PRESS_ON_ITS_WAY_MILLISECONDS = 60_000;

/** `heldUpAt`: when something but a crowd last kept updates waiting: a start, the database or Telegram away. */
export function handlingFor(update: ClaimedUpdate, heldUpAt: Date): Handling {
  const said = saidAt(update);
  const { chatId, receivedAt, payload } = update;
  const onItsWay = secondsIn(payload) === undefined ? PRESS_ON_ITS_WAY_MILLISECONDS : ON_ITS_WAY_MILLISECONDS;
  const cameAtOnce = receivedAt.getTime() - said.getTime() <= onItsWay;
  return { chatId, saidAt: said, isOfCrowd: cameAtOnce && receivedAt > heldUpAt, steps: 0, isOver: false };
}

/** A press carries no time of its own: the poller knows whether it can have lain at Telegram, else it came at once. */
export function saidAt({
  payload,
  receivedAt,
  saidAt: earliest = receivedAt,
}: Pick<ClaimedUpdate, "payload" | "receivedAt" | "saidAt">): Date {
  const seconds = secondsIn(payload);
  if (seconds === undefined) return earliest;
  // Telegram tells whole seconds, and a clock of ours may be slow.
  return new Date(Math.min(receivedAt.getTime(), seconds * 1000 + 999));
}

/** When it was written, where the update says so. */
function secondsIn(payload: unknown): number | undefined {
  if (typeof payload !== "object" || payload === null) return undefined;
  const { message, edited_message: edited } = payload as Record<string, unknown>;
  return [dateIn(edited, "edit_date"), dateIn(message, "date")].find((one) => one !== undefined);
}

function dateIn(message: unknown, name: string): number | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const date = (message as Record<string, unknown>)[name];
  return typeof date === "number" ? date : undefined;
}
