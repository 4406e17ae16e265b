// Reads parse_mode HTML as Telegram does, with its error sentences (byte offsets count UTF-8).
import type { MessageEntity } from "grammy/types";
import { badRequest } from "../methods/errors.js";

interface OpenTag {
  readonly name: string;
  readonly offset: number;
  readonly attributes: ReadonlyMap<string, string>;
}

const SIMPLE: Readonly<Record<string, "bold" | "italic" | "underline" | "strikethrough" | "spoiler" | "code">> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  "tg-spoiler": "spoiler",
  span: "spoiler",
  code: "code",
};
const SUPPORTED = new Set([...Object.keys(SIMPLE), "a", "pre", "blockquote", "tg-emoji", "tg-time"]);
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

export function parseHtml(html: string): { text: string; entities: MessageEntity[] } {
  let text = "";
  const entities: MessageEntity[] = [];
  const open: OpenTag[] = [];
  const bytesBefore = (at: number) => Buffer.byteLength(html.slice(0, at));
  const fail = (sentence: string): never => badRequest(`can't parse entities: ${sentence}`);

  for (let at = 0; at < html.length; ) {
    const character = html[at]!;
    if (character === "&") {
      const decoded = decodeEntity(html.slice(at, at + 12));
      text += decoded?.value ?? "&";
      at += decoded?.length ?? 1;
      continue;
    }
    if (character !== "<") {
      text += character;
      at++;
      continue;
    }
    const end = html.indexOf(">", at);
    const closing = html[at + 1] === "/";
    const name = (/^<\/?([^\s>/]*)/.exec(html.slice(at))?.[1] ?? "").toLowerCase();
    if (closing) {
      const tag = open.pop() ?? fail(`Unexpected end tag at byte offset ${bytesBefore(at)}`);
      if (end < 0) fail(`Unclosed end tag at byte offset ${bytesBefore(at)}`);
      if (name !== "" && name !== tag.name) {
        fail(`Unmatched end tag at byte offset ${bytesBefore(at)}, expected "</${tag.name}>", found "</${name}>"`);
      }
      const entity = toEntity(tag, text.length - tag.offset, text.slice(tag.offset), open);
      if (entity !== undefined && entity.length > 0) entities.push(entity);
    } else {
      if (!SUPPORTED.has(name)) fail(`Unsupported start tag "${name}" at byte offset ${bytesBefore(at)}`);
      if (end < 0) fail(`Unclosed start tag at byte offset ${bytesBefore(at)}`);
      const attributes = readAttributes(html.slice(at + 1 + name.length, end));
      if (name === "span" && attributes.get("class") !== "tg-spoiler") {
        fail(`Tag "span" must have class "tg-spoiler" at byte offset ${bytesBefore(at)}`);
      }
      open.push({ name, offset: text.length, attributes });
    }
    at = end + 1;
  }
  const left = open.at(-1);
  if (left !== undefined) fail(`Can't find end tag corresponding to start tag "${left.name}"`);
  return { text, entities };
}

function decodeEntity(source: string): { value: string; length: number } | undefined {
  const match = /^&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|amp|quot));?/i.exec(source);
  if (match === null) return undefined;
  const [all, decimal, hexadecimal, name] = match;
  if (name !== undefined) return { value: NAMED[name.toLowerCase()] ?? all, length: all.length };
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "0", 16) : Number(decimal);
  if (code === 0 || code > 0x10ffff) return undefined;
  return { value: String.fromCodePoint(code), length: all.length };
}

function readAttributes(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const match of source.matchAll(/([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    const value = match[2] ?? match[3] ?? match[4] ?? "";
    attributes.set(
      match[1]!.toLowerCase(),
      value.replace(/&(lt|gt|amp|quot);/g, (_, name: string) => NAMED[name]!),
    );
  }
  return attributes;
}

function toEntity(tag: OpenTag, length: number, inner: string, outer: readonly OpenTag[]): MessageEntity | undefined {
  const place = { offset: tag.offset, length };
  switch (tag.name) {
    case "a": {
      const url = tag.attributes.get("href") || inner;
      return /^(https?|tg|mailto|tel):/i.test(url) || /^[\w-]+(\.[\w-]+)+/.test(url)
        ? { type: "text_link", ...place, url }
        : undefined;
    }
    case "pre":
      return { type: "pre", ...place };
    case "blockquote":
      return { type: tag.attributes.has("expandable") ? "expandable_blockquote" : "blockquote", ...place };
    case "tg-emoji":
      return { type: "custom_emoji", ...place, custom_emoji_id: tag.attributes.get("emoji-id") ?? "" };
    case "tg-time":
      return { type: "date_time", ...place, unix_time: Number(tag.attributes.get("unix") ?? 0), date_time_format: "" };
    case "code":
      // <pre><code class="…"> is one block, not code inside a block.
      return outer.some((other) => other.name === "pre") ? undefined : { type: "code", ...place };
    default:
      return { type: SIMPLE[tag.name]!, ...place };
  }
}
