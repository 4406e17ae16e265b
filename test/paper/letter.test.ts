// The completion letter as it leaves the printer: what a phone reads on it, and whether everything finds room.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PAGE } from "../../src/paper/drawing.js";
import { drawLetter } from "../../src/paper/drawings/letter-drawing.js";
import { printLetter } from "../../src/paper/print-letter.js";
import { type LetterWords, letterSheet } from "../../src/texts/files/paper/letter.js";
import { has, scanned } from "../support/printed.js";

const LONG = "Bimbingan Teknis Strategi Pengembangan Perpustakaan Berbasis Teknologi Informasi dan Komunikasi ";
const plain: LetterWords = {
  ...{ number: "SPP-K7MPQ-2XWRD", name: "Siti Rahmawati", library: "Perpustakaan Berakit", className: "SPP-TIK Kepri" },
  place: ["Berakit", "Teluk Sebong", "Bintan", "Kepulauan Riau"],
  ...{
    startsOn: "2024-05-20",
    endsOn: "2024-05-23",
    issuedOn: "2024-06-24",
    bot: "TindakLanjutBot",
    isPractice: false,
  },
  plans: [
    { type: "information_services", activity: "Pojok baca anak" },
    { type: "community_engagement", activity: "Pelatihan membuat keripik pisang" },
    { type: "advocacy", activity: null },
  ],
  link: "https://t.me/TindakLanjutBot?start=SPP-K7MPQ-2XWRD",
};
const longest: LetterWords = {
  ...plain,
  ...{ name: "Prof. Dr. Ir. Siti Nurhaliza Kusumawardhani binti Abdurrahman, M.Si. ".repeat(2) },
  ...{ library: LONG.repeat(2), className: LONG.repeat(2), place: [LONG, LONG, LONG, LONG] },
  plans: plain.plans.map(({ type }) => ({ type, activity: LONG.repeat(5) })),
  ...{ link: `https://t.me/${"B".repeat(32)}?start=${"t".repeat(64)}`, bot: "B".repeat(32), isPractice: true },
};
const ordinary = (text: string, size: number) => [...text].length * size * 0.55;
/** Every letter as wide as a capital W of the font: nothing is wider. */
const widest = (text: string, size: number) => [...text].length * size * 0.98;

// Keeps P33.
describe("a completion letter", () => {
  test("says who, where, what and under which number", () => {
    const said = drawLetter(letterSheet(plain), ordinary)
      .texts.map(({ text }) => text)
      .join("\n");
    for (const words of [
      "Siti Rahmawati",
      "SPP-K7MPQ-2XWRD",
      "Perpustakaan Berakit",
      "Teluk Sebong",
      "Pojok baca anak",
    ]) {
      expect(said).toContain(words);
    }
    expect(said).toContain("20–23 Mei 2024");
    expect(said).not.toContain("LATIHAN");
    const practised = drawLetter(letterSheet({ ...plain, isPractice: true }), ordinary);
    expect(practised.texts.map(({ text }) => text)).toContain("LATIHAN");
  });

  test.each([
    ["ordinary", plain, ordinary],
    ["the longest", longest, widest],
  ] as const)(
    "stands on its page with names that are %s, and no line stands in the code or in another",
    (_, words, measure) => {
      const { texts } = drawLetter(letterSheet(words), measure);
      const code = { left: PAGE.width - 64 - 132, top: PAGE.height - 64 - 132 };
      for (const { x, y, text, size, at } of texts) {
        const width = measure(text, size);
        const left = at === "middle" ? x - width / 2 : x;
        expect(left, text).toBeGreaterThanOrEqual(22);
        expect(left + width, text).toBeLessThanOrEqual(PAGE.width - 22);
        expect(y, text).toBeLessThanOrEqual(PAGE.height - 40);
        expect(y - size * 0.2 <= code.top || left + width <= code.left, text).toBe(true);
      }
      const places = texts.map(({ x, y, text }) => ({ x, y, text }));
      expect(new Set(places.map(({ x, y }) => `${x}:${y}`)).size).toBe(places.length);
    },
  );

  test.skipIf(!has("pdftoppm")).each([
    ["ordinary", plain],
    ["the longest", longest],
  ])("is read by a phone as it is printed, with names that are %s", async (_, words) => {
    const folder = mkdtempSync(join(tmpdir(), "letter-"));
    try {
      writeFileSync(join(folder, "letter.pdf"), await printLetter(letterSheet(words)));
      execFileSync("pdftoppm", ["-r", "150", "-png", join(folder, "letter.pdf"), join(folder, "page")]);
      const pages = readdirSync(folder).filter((name) => name.endsWith(".png"));
      expect(pages.map((name) => scanned(readFileSync(join(folder, name))))).toEqual([words.link]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
