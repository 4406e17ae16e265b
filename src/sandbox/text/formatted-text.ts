// The text of a message as Telegram accepts it: parsed, trimmed, its entities checked against it.
import type { MessageEntity } from "grammy/types";
import { badRequest } from "../methods/errors.js";
import { arrayField, isObject, type Params, stringField } from "../methods/fields.js";
import { detectEntities } from "./detect-entities.js";
import { parseHtml } from "./parse-html.js";

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

const TYPES: readonly string[] = [
  "mention",
  "hashtag",
  "cashtag",
  "bot_command",
  "url",
  "email",
  "phone_number",
  "bold",
  "italic",
  "underline",
  "strikethrough",
  "spoiler",
  "blockquote",
  "expandable_blockquote",
  "code",
  "pre",
  "text_link",
  "text_mention",
  "custom_emoji",
  "date_time",
];
/** Telegram's server finds these by itself; sent ones of these kinds are ignored. */
const FOUND_BY_SERVER: readonly string[] = ["mention", "hashtag", "bot_command", "url", "email"];
/** Entities past the hundredth are dropped. */
const MOST_ENTITIES = 100;

export function formattedText(params: Params, source: string, entitiesName: string): FormattedText {
  const mode = stringField(params, "parse_mode");
  if (mode !== undefined && mode !== "" && mode.toLowerCase() !== "html") {
    // Markdown is not part of this sandbox; passing it through as plain text would hide a fault.
    badRequest("unsupported parse_mode");
  }
  if (mode !== undefined && mode !== "") {
    const { text, entities } = parseHtml(source);
    return tidy(text, entities);
  }
  const given = arrayField(params, entitiesName) ?? [];
  return tidy(source, given.map(readEntity));
}

function readEntity(value: unknown): MessageEntity {
  const fail = (sentence: string): never => badRequest(`can't parse MessageEntity: ${sentence}`);
  if (!isObject(value)) return fail("Expected an Object");
  const { type, offset, length } = value;
  if (!Number.isSafeInteger(offset)) fail('Field "offset" must be a valid Number');
  if (!Number.isSafeInteger(length)) fail('Field "length" must be a valid Number');
  if (typeof type !== "string" || !TYPES.includes(type)) fail("Unsupported type specified");
  if (type === "text_link" && typeof value.url !== "string") fail('Can\'t find field "url"');
  if (type === "text_mention" && !isObject(value.user)) fail('Can\'t find field "user"');
  if (type === "date_time" && !Number.isSafeInteger(value.unix_time)) fail('Can\'t find field "unix_time"');
  return { ...value } as unknown as MessageEntity;
}

/** Control characters become spaces, the ends are trimmed, entities are held to the text and put in order. */
function tidy(source: string, given: readonly MessageEntity[]): FormattedText {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what Telegram replaces
  const cleaned = source.replace(/[\u0000-\u0009\u000b-\u001f]/g, " ");
  for (const entity of given) checkBounds(cleaned, entity);
  const start = cleaned.length - cleaned.trimStart().length;
  const text = cleaned.trim();
  const entities = given
    .filter((entity) => !FOUND_BY_SERVER.includes(entity.type))
    .map((entity) => held(entity, start, text.length))
    .filter((entity) => entity.length > 0 && text.slice(entity.offset, entity.offset + entity.length).trim() !== "");
  const all = [...entities, ...detectEntities(text, entities)]
    .sort((a, b) => a.offset - b.offset || b.length - a.length)
    .slice(0, MOST_ENTITIES);
  return { text, entities: all };
}

function held(entity: MessageEntity, start: number, end: number): MessageEntity {
  const from = Math.min(Math.max(entity.offset - start, 0), end);
  const to = Math.min(Math.max(entity.offset + entity.length - start, 0), end);
  return { ...entity, offset: from, length: to - from };
}

function checkBounds(text: string, { offset, length }: MessageEntity): void {
  if (offset < 0) badRequest(`receive an entity with incorrect offset ${offset}`);
  if (length < 0) badRequest(`receive an entity with incorrect length ${length}`);
  if (offset > text.length) badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
  const end = offset + length;
  if (end > text.length) {
    badRequest(`entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`);
  }
  if (splitsPair(text, offset))
    badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${bytesBefore(text, offset)}`);
  if (splitsPair(text, end))
    badRequest(`entity ends in a middle of a UTF-16 symbol at byte offset ${bytesBefore(text, end)}`);
}

/** Bytes of the whole characters before this place. */
function bytesBefore(text: string, at: number): number {
  return Buffer.byteLength(text.slice(0, at - 1));
}

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
