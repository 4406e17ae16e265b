// P37: every text of the bot, in both languages, against the rules of rules.ts: from the catalogues, and as said in the walks.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { textsFor } from "../../src/texts/index.js";
import { faultsOf, LONGEST } from "./rules.js";
import { sample, WORDS } from "./sample.js";

interface Said {
  /** Where it stands: "common.help". */
  at: string;
  text: string;
}

const WALKS = join(import.meta.dirname, "..", "walks", "transcripts");

/** Every string of a catalogue, and what every function of it makes of a sample. */
function readCatalogue(value: unknown, at: string): { said: Said[]; mute: string[] } {
  if (typeof value === "string") return { said: [{ at, text: value }], mute: [] };
  if (typeof value === "function") {
    const text = called(value as (...values: unknown[]) => unknown);
    return text === null ? { said: [], mute: [at] } : { said: [{ at, text }], mute: [] };
  }
  if (typeof value !== "object" || value === null) return { said: [], mute: [] };
  const parts = Object.entries(value).map(([name, part]) => readCatalogue(part, at === "" ? name : `${at}.${name}`));
  return { said: parts.flatMap(({ said }) => said), mute: parts.flatMap(({ mute }) => mute) };
}

/** What it says when it gets words that it knows; null when none of those tried makes sense. */
function called(text: (...values: unknown[]) => unknown): string | null {
  const tries: unknown[][] = [
    ...WORDS.map((word) => [sample(word), sample(word), sample(word), sample(word)]),
    ...WORDS.flatMap((first) => WORDS.map((second) => [first, second, sample("2024-06-03"), sample("2024-06-03")])),
  ];
  for (const values of tries) {
    try {
      const made = text(...values);
      const words = typeof made === "string" ? made : (made as { text?: unknown } | null)?.text;
      if (typeof words === "string" && !/undefined|NaN|\[object|=>/.test(words)) return words;
    } catch {
      // Not the arguments it wants: the next may be.
    }
  }
  return null;
}

/** What the bot said in a transcript, message by message, without the buttons below. */
function readTranscript(file: string): Said[] {
  const turns = readFileSync(join(WALKS, file), "utf8").split(/\n(?=\S)/);
  return turns.flatMap((turn) => {
    const spoken = /^Bot [→✎] [^:]+: ([\s\S]*)$/.exec(turn)?.[1];
    if (spoken === undefined) return [];
    const lines = spoken.split("\n").map((line) => line.replace(/^ {4}/, ""));
    const buttons = lines.findLastIndex((line) => !/^\[.*\]$/.test(line));
    // "(photo) " and "(file x.csv) " are the transcript's own words.
    const text = lines
      .slice(0, buttons + 1)
      .join("\n")
      .replace(/^\((photo|file [^)]*)\) ?/, "");
    return [{ at: file, text }];
  });
}

/** People of both languages meet in one walk. What has neither language's small words in it is held to be Indonesian. */
function languageOf(text: string): "id" | "en" {
  const small = (words: RegExp) => text.match(words)?.length ?? 0;
  const english = small(
    /\b(the|you|your|is|are|and|not|for|what|which|this|please|to|of|on|my|me|from|until|no|was|were)\b/gi,
  );
  return english > small(/\b(yang|dan|saya|ini|itu|untuk|dengan|belum|tidak|bapak|mohon|di|ke)\b/gi) ? "en" : "id";
}

const wrong = (said: Said[], language: "id" | "en") =>
  said.flatMap(({ at, text }) => faultsOf(text, language).map((fault) => `${at}: ${fault}`));

describe.each(["id", "en"] as const)("the catalogue in %s", (language) => {
  const { said, mute } = readCatalogue(textsFor(language), "");

  test("P37 every text is short, asks one thing, and speaks the language of people", () => {
    expect(wrong(said, language)).toEqual([]);
  });

  test("nearly every text can be read without knowing what it is about", () => {
    expect(said.length).toBeGreaterThan(200);
    // The rest is met in the walks below.
    expect(mute.length, mute.join(", ")).toBeLessThan(said.length * 0.05);
  });
});

test.each(readdirSync(WALKS).sort())("P37 what the bot says in %s keeps the rules", (file) => {
  const said = readTranscript(file);
  expect(said.length).toBeGreaterThan(0);
  expect(said.flatMap((one) => wrong([one], languageOf(one.text)))).toEqual([]);
});

describe("the rules themselves", () => {
  test.each([
    ["Klik tombol ini.", `"klik" instead of "tekan"`],
    ["Silakan update laporan Anda.", `"update" instead of "pembaruan"`],
    ["Apakah Anda setuju?", `"Anda" instead of "Bapak/Ibu"`],
    ["Siapa nama Bapak/Ibu? Di desa mana?", "2 questions"],
    ["Terjadi error 500", `a word of machines: error 500`],
    ["<b>Halo</b>", "HTML"],
    ["a".repeat(LONGEST + 1), "701 characters"],
  ])("%s is found", (text, fault) => {
    expect(faultsOf(text, "id")).toContain(fault);
  });

  test.each([
    "Apakah Bapak/Ibu setuju?",
    "“Kamu di mana? Sudah klik?” Tulis jawabannya.",
    "Kirim /update, atau buka https://t.me/link",
  ])("%s is fine", (text) => {
    expect(faultsOf(text, "id")).toEqual([]);
  });
});
