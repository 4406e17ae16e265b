// The lane of an update: the chat it belongs to, or the person where there is no chat. Its updates are handled in order.

/** Handed on by both doors. 0 for what has neither chat nor person, such as a poll's count. */
export function chatOf(update: object): number {
  for (const holder of holdersIn(update)) if (isRecord(holder) && isId(holder.id)) return holder.id;
  return 0;
}

/** Whether each chat and person that could name the lane has a whole number for an id, as all of Telegram's have. */
export function hasSoundIds(update: object): boolean {
  return holdersIn(update).every((holder) => holder === undefined || (isRecord(holder) && isId(holder.id)));
}

function holdersIn(update: object): unknown[] {
  return Object.values(update)
    .filter(isRecord)
    .flatMap((part) => {
      // A press carries its chat in the message under the button; in a private chat both are the same number.
      return [part.chat, isRecord(part.message) ? part.message.chat : undefined, part.from, part.user];
    });
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
