// JSON as PostgreSQL takes it: jsonb refuses the NUL character and halves of surrogate pairs, both of which people can send.

const HALF_SURROGATE = /\p{Surrogate}/gu;
/** How both stand in JSON that is written already: mostly there is none, and nothing has to be looked at one by one. */
const MAY_BE_REFUSED = /\\u(?:0000|d[89a-f])/;

export function toJsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return text !== undefined && MAY_BE_REFUSED.test(text) ? JSON.stringify(value, withoutRefused) : text;
}

function withoutRefused(_key: string, part: unknown): unknown {
  return typeof part === "string" ? part.replaceAll("\0", "").replace(HALF_SURROGATE, "\uFFFD") : part;
}
