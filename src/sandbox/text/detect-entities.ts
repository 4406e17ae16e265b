// Finds what Telegram's server marks in every text by itself: commands, mentions, hashtags, addresses.
import type { MessageEntity } from "grammy/types";

type DetectedType = "bot_command" | "mention" | "hashtag" | "url" | "email";

/** In order of preference: where two overlap, the earlier rule wins. */
const RULES: readonly { type: DetectedType; pattern: RegExp }[] = [
  { type: "email", pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  { type: "url", pattern: /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g },
  {
    type: "url",
    pattern: /(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|me|id|info|io)(?:\/[^\s<>"']*[^\s<>"'.,;:!?)\]])?/gi,
  },
  { type: "bot_command", pattern: /(?<![\w/<>])\/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])/g },
  { type: "mention", pattern: /(?<!\w)@[A-Za-z]\w{3,31}(?!\w)/g },
  { type: "hashtag", pattern: /(?<![\p{L}\w])#[\p{L}\w]*\p{L}[\p{L}\w]*/gu },
];

/** Those of the text that do not overlap with the entities that are there already. */
export function detectEntities(text: string, given: readonly MessageEntity[] = []): MessageEntity[] {
  const taken: { offset: number; length: number }[] = given.filter((entity) => !wraps(entity));
  const found: MessageEntity[] = [];
  for (const { type, pattern } of RULES) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (taken.some((other) => overlap(other, entity))) continue;
      taken.push(entity);
      found.push(entity);
    }
  }
  return found;
}

/** Bold and its like go round an address without hiding it; code and links do hide it. */
function wraps(entity: MessageEntity): boolean {
  return !["code", "pre", "text_link", "text_mention", "custom_emoji", "date_time"].includes(entity.type);
}

function overlap(a: { offset: number; length: number }, b: { offset: number; length: number }): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
