// What is known of an update while it is handled: whose lane it is, and when its sender said it. Updates can lie for hours, at Telegram
// while nobody fetches them, and in the inbox.
import type { Handling } from "../ports/queue/handling.js";
import type { ClaimedUpdate } from "../ports/queue/inbox.js";

/** So long an update is on its way to us where nothing is wrong. */
const ON_ITS_WAY_MILLISECONDS = 10_000;

/** `heldUpAt`: when something but a crowd last kept updates waiting: a start, the database or Telegram away. */
export function handlingFor(update: ClaimedUpdate, heldUpAt: Date): Handling {
  const said = saidAt(update);
  const { chatId, receivedAt } = update;
  const cameAtOnce = receivedAt.getTime() - said.getTime() <= ON_ITS_WAY_MILLISECONDS;
  return { chatId, saidAt: said, isOfCrowd: cameAtOnce && receivedAt > heldUpAt, steps: 0, isOver: false };
}

/** A press carries no time of its own: the poller knows whether it can have lain at Telegram, else it came at once. */
export function saidAt({
  payload,
  receivedAt,
  saidAt: earliest = receivedAt,
}: Pick<ClaimedUpdate, "payload" | "receivedAt" | "saidAt">): Date {
  if (typeof payload !== "object" || payload === null) return earliest;
  const { message, edited_message: edited } = payload as Record<string, unknown>;
  const seconds = [dateIn(edited, "edit_date"), dateIn(message, "date")].find((one) => one !== undefined);
  if (seconds === undefined) return earliest;
  // Telegram tells whole seconds, and a clock of ours may be slow.
  return new Date(Math.min(receivedAt.getTime(), seconds * 1000 + 999));
}

function dateIn(message: unknown, name: string): number | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const date = (message as Record<string, unknown>)[name];
  return typeof date === "number" ? date : undefined;
}
