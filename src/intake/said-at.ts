// When the sender of an update said it. Updates can lie for hours, at Telegram while nobody fetches them, and in the inbox.
import type { ClaimedUpdate } from "../ports/inbox.js";

/** A press carries no time of its own: then it is the time at which it was written down. */
export function saidAt({ payload, receivedAt }: Pick<ClaimedUpdate, "payload" | "receivedAt">): Date {
  if (typeof payload !== "object" || payload === null) return receivedAt;
  const { message, edited_message: edited } = payload as Record<string, unknown>;
  const seconds = [dateIn(edited, "edit_date"), dateIn(message, "date")].find((one) => one !== undefined);
  if (seconds === undefined) return receivedAt;
  // Telegram tells whole seconds, and a clock of ours may be slow.
  return new Date(Math.min(receivedAt.getTime(), seconds * 1000 + 999));
}

function dateIn(message: unknown, name: string): number | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const date = (message as Record<string, unknown>)[name];
  return typeof date === "number" ? date : undefined;
}
