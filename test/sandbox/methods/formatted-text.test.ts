// Entities and parse_mode HTML, with Telegram's sentences.
import type { MessageEntity } from "grammy/types";
import { describe, expect, it } from "vitest";
import { ApiRefusal } from "../../../src/sandbox/methods/errors.js";
import { formattedText } from "../../../src/sandbox/text/formatted-text.js";

const html = (source: string) => formattedText({ parse_mode: "HTML" }, source, "entities");
const plain = (source: string, entities: unknown[] = []) => formattedText({ entities }, source, "entities");

function sentence(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof ApiRefusal) return error.description;
    throw error;
  }
  throw new Error("Nothing was refused");
}

describe("HTML", () => {
  it("becomes text and entities", () => {
    expect(html('<b>Ibu <i>Siti</i></b> &amp; <a href="https://perpusnas.go.id">situs</a> &lt;3')).toEqual({
      text: "Ibu Siti & situs <3",
      entities: [
        { type: "bold", offset: 0, length: 8 },
        { type: "italic", offset: 4, length: 4 },
        { type: "text_link", offset: 11, length: 5, url: "https://perpusnas.go.id" },
      ],
    });
  });

  it("knows spoilers, code blocks, quotes and moments", () => {
    const { text, entities } = html(
      '<tg-spoiler>a</tg-spoiler><pre><code class="language-ts">b</code></pre><blockquote expandable>c</blockquote><tg-time unix="5">d</tg-time>',
    );
    expect(text).toBe("abcd");
    expect(entities.map(({ type }) => type)).toEqual(["spoiler", "pre", "expandable_blockquote", "date_time"]);
  });

  it.each([
    ["<b>x", 'Can\'t find end tag corresponding to start tag "b"'],
    ["x</b>", "Unexpected end tag at byte offset 1"],
    ["<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ["é <nama>", 'Unsupported start tag "nama" at byte offset 3'],
    ["umur < 5", 'Unsupported start tag "" at byte offset 5'],
    ["<b", "Unclosed start tag at byte offset 0"],
    ["<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ])("refuses %s", (source, reason) => {
    expect(sentence(() => html(source))).toBe(`Bad Request: can't parse entities: ${reason}`);
  });
});

describe("given entities", () => {
  it("move along when the ends are trimmed, and vanish when nothing is left of them", () => {
    const entities: MessageEntity[] = [
      { type: "bold", offset: 2, length: 4 },
      { type: "italic", offset: 0, length: 2 },
    ];
    expect(plain("  Siti  ", entities)).toEqual({ text: "Siti", entities: [{ type: "bold", offset: 0, length: 4 }] });
  });

  it.each([
    [{ type: "bold", offset: 100, length: 1 }, "entity begins after the end of the text at UTF-16 offset 100"],
    [
      { type: "bold", offset: 0, length: 100 },
      "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100",
    ],
    [{ type: "bold", offset: 7, length: 1 }, "entity begins in a middle of a UTF-16 symbol at byte offset 7"],
    [{ type: "wobbly", offset: 0, length: 1 }, "can't parse MessageEntity: Unsupported type specified"],
    [{ type: "bold", length: 1 }, 'can\'t parse MessageEntity: Field "offset" must be a valid Number'],
    [{ type: "text_link", offset: 0, length: 1 }, "can't parse MessageEntity: Can't find field \"url\""],
  ])("refuse %j", (entity, reason) => {
    expect(sentence(() => plain("héllo 😀", [entity]))).toBe(`Bad Request: ${reason}`);
  });

  it("of more than a hundred lose those after the hundredth", () => {
    const entities = Array.from({ length: 120 }, (_, i) => ({ type: "bold", offset: i * 2, length: 1 }));
    expect(plain("x ".repeat(120), entities).entities).toHaveLength(100);
  });
});

it("commands, names, tags and addresses are found by the server", () => {
  const { entities } = plain("/bantuan @budi_desa #laporan https://perpusnas.go.id/a?b=1, t.me/bot dan a@b.co.id");
  expect(entities.map(({ type }) => type)).toEqual(["bot_command", "mention", "hashtag", "url", "url", "email"]);
});

it("a control character becomes a space", () => {
  expect(plain("a\u0000b\tc\nd").text).toBe("a b c\nd");
});
