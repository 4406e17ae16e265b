import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanMarked, cleanWords } from "../../../src/domain/words/clean-words.js";

describe("people's words", () => {
  it.each([
    ["a mark of direction before a number", "\u200e25 orang", "25 orang"],
    ["an override and its end", "\u202eSiti\u202c", "Siti"],
    ["isolates", "\u2066Siti\u2069 \u2067Rahma\u2069", "Siti Rahma"],
    ["zero-width characters inside a word", "ba\u200btal\u200c\u200d\u2060", "batal"],
    ["the mark at a file's beginning", "\ufeff/lapor", "/lapor"],
    ["soft hyphens", "per\u00adpus\u00adtakaan", "perpustakaan"],
    ["an Arabic letter mark", "25\u061c", "25"],
    ["NUL and other controls", "Si\u0000ti\u0007\u001b", "Siti"],
    ["no-break, narrow and ideographic spaces", "1\u00a0250\u202f000\u3000buku", "1 250 000 buku"],
    ["a tab", "a\tb", "a b"],
    ["all kinds of line breaks", "a\r\nb\rc\u2028d\u2029e\u0085f\vg", "a\nb\nc\nd\ne\nf\ng"],
    ["Hangul's fillers", "\u3164\u3164", "  "],
    ["Braille's empty pattern", "\u2800Siti\u2800", " Siti "],
    ["a lone half of a pair", "Siti\ud800", "Siti"],
    ["tags that hide a second text", "Siti\u{e0042}\u{e0061}", "Siti"],
    ["a variation selector behind a letter", "a\ufe0fb", "ab"],
    ["a joiner behind an emoji and before none", "👩\u200d", "👩"],
    ["letters in two parts", "Andre\u0301", "André"],
    ["an accent that a hidden mark kept from its letter", "e\u200b\u0301", "é"],
    ["what stands in the place of a picture", "a\ufffcb", "ab"],
  ])("lose %s", (_, written, cleaned) => expect(cleanWords(written)).toBe(cleaned));

  it.each([
    "👩‍🌾",
    "👨‍👩‍👧‍👦",
    "❤️",
    "2️⃣5️⃣",
    "👍🏽",
    "🇮🇩",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "☑️ Promosi",
    "Ruang baca «Pelangi» — 24 jam",
    "ꦧꦸꦏꦸ",
    "Qur’an",
    "محمد",
  ])("keep %s as it is", (text) => expect(cleanWords(text)).toBe(text));

  const anything = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        ..."a1é \n👍👩🌾❤",
        "\u200e",
        "\u200d",
        "\ufe0f",
        "\u0301",
        "\u202e",
        "\u0000",
        "\ud83d",
        "\r",
        "\u3164",
        "\u20e3",
        "🇮",
      ),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    ),
  });

  it("are the same when cleaned twice, and hold nothing that nobody sees but inside emoji", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const cleaned = cleanWords(text);
        expect(cleanWords(cleaned)).toBe(cleaned);
        expect(cleaned.normalize("NFC")).toBe(cleaned);
        expect(cleaned).not.toMatch(/[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\0\r\u2028]/);
        expect(cleaned).not.toMatch(
          /(?<!\ufe0f|[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{e0020}-\u{e007f}])\u200d/u,
        );
      }),
    );
  });

  it("keep what was bold bold", () => {
    const bold = { type: "bold", offset: 6, length: 8 };
    const { text, marks } = cleanMarked("\u200eHalo \u202eSe\u200bmua\u202c!", [bold]);
    expect(text).toBe("Halo Semua!");
    expect(marks).toEqual([{ type: "bold", offset: 5, length: 5 }]);
  });

  it("lose a mark of which nothing is left", () => {
    expect(cleanMarked("a\u200b\u200bb", [{ type: "bold", offset: 1, length: 2 }])).toEqual({ text: "ab", marks: [] });
  });

  it("keep marks in order, inside the text and around the letters that they stood around", () => {
    // Without what would be one line break together with ours.
    const part = anything.map((text) => text.replaceAll("\r", ""));
    const cut = fc.tuple(part, part, part);
    fc.assert(
      fc.property(cut, ([before, marked, after]) => {
        const mark = { offset: before.length + 1, length: marked.length };
        // Between line breaks, no letter of one part can join one of another.
        const { text, marks } = cleanMarked(`${before}\n${marked}\n${after}`, [mark]);
        const [found] = marks;
        const kept = cleanWords(`${before}\n`).length;
        expect(found === undefined ? "" : text.slice(found.offset, found.offset + found.length)).toBe(
          cleanWords(`\n${marked}\n`).slice(1, -1),
        );
        if (found !== undefined) expect(found.offset).toBe(kept);
      }),
    );
  });
});
