// The lane of an update: the chat it belongs to, or the person where there is no chat. Its updates are handled in order.

/** Handed on by both doors. 0 for what has neither chat nor person, such as a poll's count. */
export function chatOf(update: object): number {
  for (const part of Object.values(update)) {
    if (!isRecord(part)) continue;
    // A press carries its chat in the message under the button; in a private chat both are the same number.
    const holders = [part.chat, isRecord(part.message) ? part.message.chat : undefined, part.from, part.user];
    for (const holder of holders) if (isRecord(holder) && typeof holder.id === "number") return holder.id;
  }
  return 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
