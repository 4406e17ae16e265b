// Posters as they leave the printer: what a phone reads in them, whether everything finds room, what many cost.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PAGE } from "../../src/paper/drawing.js";
import { drawPoster } from "../../src/paper/drawings/poster-drawing.js";
import { fitText } from "../../src/paper/fit-text.js";
import { printPosters } from "../../src/paper/print-posters.js";
import { type PosterWords, posterSheet } from "../../src/texts/files/paper/poster.js";
import { has, scanned } from "../support/printed.js";
import { runs } from "../support/runs.js";

const LINK = "https://t.me/TindakLanjutBot?start=kLk3-9_xQ0aZ7bTt2mPp1w";
const plain: PosterWords = {
  ...{ name: "Bimtek SPP-TIK Jambi", venue: "Hotel Odua, Jambi", zone: "Asia/Jakarta", link: LINK },
  ...{ startsOn: "2026-05-20", endsOn: "2026-05-23", lastDay: "2026-06-22", trainers: ["Mahmud Hidayat", "Rina"] },
};
const longest: PosterWords = {
  ...plain,
  name: "Bimbingan Teknis Strategi Pengembangan Perpustakaan Berbasis Teknologi Informasi dan Komunikasi".repeat(2),
  venue:
    "Balai Pelatihan Pemberdayaan Masyarakat Desa dan Daerah Tertinggal Provinsi Kepulauan Bangka Belitung ".repeat(3),
  zone: "Asia/Pontianak",
  link: `https://t.me/${"B".repeat(32)}?start=${"t".repeat(64)}`,
  trainers: Array.from(
    { length: 9 },
    (_, n) => `Prof. Dr. Ir. Siti Nurhaliza Kusumawardhani binti Abdurrahman ${n}, M.Si.`,
  ),
};

/** Every letter as wide as a capital W of the font: nothing is wider. */
const widest = (text: string, size: number) => [...text].length * size * 0.98;

describe("a phone reads the class's link", () => {
  test.each([
    ["with ordinary names", plain],
    ["with the longest names", longest],
  ])("in the picture, %s", async (_, words) => {
    expect(scanned(await printPosters.picture(posterSheet(words)))).toBe(words.link);
  });

  // What a printer makes of the pages, where a program is at hand that shows it.
  test.skipIf(!has("pdftoppm"))("on every page of the PDF as it is printed", async () => {
    const folder = mkdtempSync(join(tmpdir(), "posters-"));
    try {
      const all = [plain, longest, { ...plain, link: `${LINK}2` }];
      writeFileSync(join(folder, "all.pdf"), await printPosters.pdf(all.map(posterSheet)));
      execFileSync("pdftoppm", ["-r", "100", "-png", join(folder, "all.pdf"), join(folder, "page")]);
      const pages = readdirSync(folder)
        .filter((name) => name.endsWith(".png"))
        .sort();
      expect(pages.map((name) => scanned(readFileSync(join(folder, name))))).toEqual(all.map(({ link }) => link));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("everything on a poster", () => {
  test.each([
    ["ordinary", plain, (text: string, size: number) => [...text].length * size * 0.55],
    ["the longest", longest, widest],
    ["none", { ...plain, name: "X", venue: "", trainers: [] }, widest],
  ] as const)("stands on the page and beside nothing else, with names that are %s", (_, words, measure) => {
    const { texts, code } = drawPoster(posterSheet(words), measure);
    for (const { x, y, text, size, at } of texts) {
      const width = measure(text, size);
      const left = at === "middle" ? x - width / 2 : x;
      expect(left, text).toBeGreaterThanOrEqual(0);
      expect(left + width, text).toBeLessThanOrEqual(PAGE.width);
      expect(y, text).toBeLessThanOrEqual(PAGE.height - 20);
      // No line stands in the code.
      expect(y <= code.y || y - size >= code.y + code.side, text).toBe(true);
    }
    // Nine centimetres of the page's 21.
    expect(code.side).toBeGreaterThanOrEqual(255);
  });

  test("is said whole where names are ordinary", () => {
    const sheet = posterSheet(plain);
    const said = drawPoster(sheet, (text, size) => [...text].length * size * 0.55)
      .texts.map(({ text }) => text)
      .join(" ");
    for (const words of [sheet.className, sheet.help, ...sheet.facts.map(({ text }) => text), ...sheet.steps]) {
      expect(said).toContain(words);
    }
  });
});

test("symbols that the font does not have leave no trace, and what cannot fit is cut with a mark", () => {
  const room = { width: 100, lines: 1, from: 10, to: 10, isBold: false };
  const measure = (text: string) => [...text].length * 10;
  expect(fitText("Kelas 📚 A", room, measure).lines).toEqual(["Kelas A"]);
  expect(fitText("Perpustakaan", room, measure).lines).toEqual(["Perpustak…"]);
  expect(fitText("", room, measure).lines).toEqual([]);
  // A number to be dialled stands on one line, smaller where it must be.
  const narrow = { ...room, width: 90, lines: 2, from: 10, to: 5 };
  const { lines } = fitText("+62 890-0001-6407", narrow, (text, size) => [...text].length * size);
  expect(lines).toEqual(["+62\u00a0890-0001-6407"]);
});

test("the days are said in words with their zone, and whom to ask by name", () => {
  const { facts, help } = posterSheet(plain);
  expect(facts[0]?.text).toBe("Rabu, 20 Mei 2026 – Sabtu, 23 Mei 2026 (WIB)");
  expect(help).toBe("Ada kesulitan? Mohon tanyakan kepada Mahmud Hidayat dan Rina.");
  expect(posterSheet({ ...plain, trainers: [] }).help).toContain("panitia kelas");
  expect(posterSheet({ ...plain, endsOn: plain.startsOn, zone: "Asia/Jayapura" }).facts[0]?.text).toBe(
    "Rabu, 20 Mei 2026 (WIT)",
  );
});

/** As many as trainers have classes, in the long tests. */
const POSTERS = runs("POSTERS", { quick: 20, long: 189 });

test(`${POSTERS} posters are one file of a page each, in seconds and in little memory`, async () => {
  const before = process.memoryUsage().rss;
  const start = process.hrtime.bigint();
  const pdf = await printPosters.pdf(
    Array.from({ length: POSTERS }, (_, n) => posterSheet({ ...longest, link: `${LINK}${n}` })),
  );
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const megabytes = (process.memoryUsage().rss - before) / 1e6;
  console.log(
    `${POSTERS} posters: ${seconds.toFixed(1)} s, ${(pdf.length / 1e6).toFixed(1)} MB file, +${megabytes.toFixed(0)} MB`,
  );
  expect(
    Buffer.from(pdf)
      .toString("latin1")
      .match(/\/Type \/Page\b/g),
  ).toHaveLength(POSTERS);
  expect(pdf.length).toBeLessThan(5_000_000);
  expect(seconds).toBeLessThan(20);
  expect(megabytes).toBeLessThan(250);
});
