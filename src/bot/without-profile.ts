// What the conversations plugin keeps is whole updates; of those only the ids are needed to wait on. Names, profiles, texts, contacts
// and keyboards are left out before they are written down.

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Of each of Telegram's objects that carry something personal: by what it is known, and what of it is kept. */
const KEPT: readonly [isIt: (object: Record<string, Json>) => boolean, kept: readonly string[]][] = [
  [(one) => "is_bot" in one && "id" in one, ["id", "is_bot"]],
  [(one) => typeof one.type === "string" && typeof one.id === "number", ["id", "type"]],
  [(one) => "message_id" in one && "chat" in one, ["message_id", "date", "chat", "from"]],
];

export function withoutProfile(value: unknown): unknown {
  return stripped(value as Json);
}

function stripped(value: Json): Json {
  if (Array.isArray(value)) return value.map(stripped);
  if (typeof value !== "object" || value === null) return value;
  const kept = KEPT.find(([isIt]) => isIt(value))?.[1];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, part]) => part !== undefined && (kept === undefined || kept.includes(key)))
      .map(([key, part]) => [key, stripped(part)]),
  );
}
