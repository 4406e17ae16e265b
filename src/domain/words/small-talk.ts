// What people write to a bot as they would to a person: thanks, greetings, worries. Read in both languages, whatever the person's own.

import { griefSaid } from "./grief.js";
import type { SmallTalk, SmallTalkKind } from "./small-talk-kind.js";
import { COURTESY, GREETINGS, INSIDE, REGIONAL, WHOLE } from "./small-talk-words.js";

/** More words than this are somebody's own sentence. */
const MOST_WORDS = 7;
/** Behind thanks or a greeting: "terima kasih infonya Bu Rina". */
const MOST_BEHIND = 2;

const COURTESIES = new Set<SmallTalk["kind"]>(["thanks", "hello", "greeting", "ok"]);

/** By what is said back. */
const NAMES = new Set(["Shalom", "Horas", "Tabea"]);

/** Null for anything else: a sentence of their own, or nothing that we know. */
export function readSmallTalk(text: string): SmallTalk | null {
  const spoken = spokenIn(text);
  return spoken === null || "kind" in spoken ? spoken : readWords(spoken.plain, spoken.said, text.includes("?"));
}

/** `said`: all of it between spaces. `plain`: without courtesies. */
interface Spoken {
  said: string;
  plain: string;
}

function spokenIn(text: string): Spoken | SmallTalk | null {
  if (text.length > 100 || text.trimStart().startsWith("/")) return null;
  if (/^(\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\s)+$/u.test(text)) return { kind: "ok" };
  const said = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(\p{L})\1{2,}/gu, "$1")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  if (said === "" || said.split(" ").length > MOST_WORDS + 3) return null;
  const kept = said.split(" ").filter((word) => !COURTESY.has(word));
  // A lone "ya" or "pak" is a courtesy without anything beside it.
  const words = kept.length === 0 ? said.split(" ") : kept;
  if (words.length > MOST_WORDS) return null;
  return { said: ` ${said} `, plain: words.join(" ") };
}

/**
 * In the middle of a form: thanks, a greeting or an "ok" that is the whole text, courtesies aside. What only begins so, "terima kasih
 * laporannya" or "Horas Simanjuntak", is an answer.
 */
export function readWholeCourtesy(text: string): SmallTalk | null {
  const spoken = spokenIn(text);
  if (spoken === null || "kind" in spoken) return spoken;
  const said = readWhole(spoken.plain);
  return said !== null && COURTESIES.has(said.kind) ? said : null;
}

/** Greetings that are names as well: "Bapak Horas", "Shalom". "Assalamualaikum" is nobody's. */
export function mayBeName(said: SmallTalk): boolean {
  return said.kind === "greeting" && NAMES.has(said.reply);
}

/** Whether a message says thanks and nothing else, so that it waits for no answer. */
export function isThanks(text: string): boolean {
  return readSmallTalk(text)?.kind === "thanks";
}

/** Whether nobody owes an answer to it: thanks, an "ok", a folded pair of hands. */
export function waitsForNoAnswer(text: string): boolean {
  const kind = readSmallTalk(text)?.kind;
  return kind === "thanks" || kind === "ok";
}

function readWhole(plain: string): SmallTalk | null {
  for (const [reply, greetings] of GREETINGS) if (greetings.includes(plain)) return { kind: "greeting", reply };
  for (const [kind, phrases] of entriesOf(WHOLE)) if (phrases.includes(plain)) return { kind };
  return plain.split(" ").every((word) => WHOLE.ok?.includes(word)) ? { kind: "ok" } : null;
}

function readWords(plain: string, said: string, isQuestion: boolean): SmallTalk | null {
  const whole = readWhole(plain);
  if (whole !== null) return whole;
  const grief = griefSaid(said, plain);
  if (grief !== null) return { kind: grief === "theirs" ? "grief" : "worry" };
  for (const [kind, phrases] of INSIDE) {
    if (phrases.some((phrase) => said.includes(` ${phrase} `))) return { kind };
  }
  if (!isQuestion) {
    for (const [reply, greetings] of GREETINGS) if (begins(plain, greetings)) return { kind: "greeting", reply };
    for (const kind of ["thanks", "hello"] as const) if (begins(plain, WHOLE[kind] ?? [])) return { kind };
  }
  const isForeign = plain.split(" ").some((word) => REGIONAL.has(word)) || !/\p{Script=Latin}|\d/u.test(plain);
  return isForeign ? { kind: "foreign" } : null;
}

/** Followed by a name or two words of why. */
function begins(plain: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => {
    // One letter or a word that begins many sentences is a greeting only by itself.
    if (phrase.length < 4 && phrase !== "hai") return false;
    return plain.startsWith(`${phrase} `) && plain.slice(phrase.length + 1).split(" ").length <= MOST_BEHIND;
  });
}

function entriesOf(table: Partial<Record<SmallTalkKind, readonly string[]>>): [SmallTalkKind, readonly string[]][] {
  return Object.entries(table) as [SmallTalkKind, readonly string[]][];
}
