// JSON as PostgreSQL takes it: jsonb refuses the NUL character and halves of surrogate pairs, both of which people can send.

const HALF_SURROGATE = /\p{Surrogate}/gu;

export function toJsonText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "string" ? part.replaceAll("\0", "").replace(HALF_SURROGATE, "\uFFFD") : part,
  );
}
