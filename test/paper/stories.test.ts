// The stories for a meeting as they leave the printer: whether everything finds room, and stands where it belongs.
import { describe, expect, test } from "vitest";
import type { StorySheet } from "../../src/domain/files/paper.js";
import { STORY_PROMPTS } from "../../src/domain/stories/story.js";
import { PAGE } from "../../src/paper/drawing.js";
import { drawStories } from "../../src/paper/drawings/story-drawing.js";
import { printStories } from "../../src/paper/print-stories.js";

/** Every letter as wide as a capital W of the font: nothing is wider. */
const WIDE = (text: string, size: number) => [...text].length * size * 0.95;

const story = (place: string, text: string) => ({
  ...{ place, author: "Ditulis oleh Siti Rahmawati", champion: "🏅 Desa Champion", photos: "Foto menunggu izin" },
  parts: STORY_PROMPTS.map((prompt) => ({ heading: `Judul ${prompt}`, text })),
});
const sheet = (stories: StorySheet["stories"]): StorySheet => ({
  title: "Cerita perubahan: Kepulauan Riau",
  notes: ["Dibuat 11 Juni 2024.", "2 cerita tidak ikut: belum diizinkan penulisnya."],
  stories,
});

describe("stories on paper", () => {
  test("of the longest answers stand on as many pages as they need, and nothing leaves a page", () => {
    const long = "Pelatihan berjualan lewat telepon genggam ".repeat(12).slice(0, 500);
    const pages = drawStories(sheet([story("Perpustakaan Berakit", long), story("TBM Pelita", long)]), WIDE);
    expect(pages.length).toBeGreaterThan(1);
    for (const { texts, width, height } of pages) {
      expect([width, height]).toEqual([PAGE.width, PAGE.height]);
      for (const { x, y, text, size, at } of texts) {
        expect(y, text).toBeLessThan(PAGE.height - 10);
        if (at === "start") expect(x + WIDE(text, size), text).toBeLessThan(PAGE.width);
      }
    }
    const words = pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(" ");
    // Every word of both is there.
    expect(words.match(/Pelatihan/g)?.length).toBe(2 * 5 * 12);
  });

  test("keep a heading with what stands below it", () => {
    const text = "Sekarang ada pesanan setiap pekan. ".repeat(6);
    const pages = drawStories(sheet(Array.from({ length: 9 }, (_, n) => story(`Perpustakaan ${n}`, text))), WIDE);
    for (const { texts } of pages) {
      const lines = texts.slice(0, -2);
      expect(lines.at(-1)?.text).not.toMatch(/^Judul|^\d\. Perpustakaan/);
    }
    expect(pages.flatMap(({ texts }) => texts).filter(({ text }) => /^\d\. Perpustakaan/.test(text))).toHaveLength(9);
  });

  test("are a PDF, also where there is none", async () => {
    for (const stories of [[], [story("Perpustakaan Ja’an", "Seorang ibu\n\nmenjual kue")]]) {
      const bytes = await printStories(sheet(stories));
      expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe("%PDF-");
    }
  }, 30_000);
});
