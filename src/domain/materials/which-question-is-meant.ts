// Which frequent question somebody means by what they have written: by the words in common, whatever their forms and slips.
import type { SpellingDistance } from "../places/place-search.js";
import type { Material } from "./material.js";
import { isSameWord, rootsOf } from "./word-roots.js";

/** They say nothing about what is asked. In full, as they are written and shortened on phones. */
const EMPTY_WORDS = new Set(
  (
    "saya aku kami kita anda bapak ibu pak bu bpk kak mas mbak min admin pelatih mohon tolong maaf izin ijin permisi halo selamat pagi " +
    "siang sore malam assalamualaikum terima kasih terimakasih makasih yang yg untuk utk dan atau dengan dgn dari dr ke di pada ini itu " +
    "tersebut ada apa apakah bisa bisakah dapat boleh bolehkah harus perlu mau ingin akan sudah sdh belum blm tidak tdk gak ga nggak " +
    "jika kalau kalo bila agar supaya karena krn juga jg lagi lg saja aja sih ya yah dong nih tuh kah pun hanya seperti sebagai oleh " +
    "dalam tentang soal tanya bertanya menanyakan cara caranya bagaimana bagaimanakah gimana gmn mana kapan kpn berapa brp siapa kenapa " +
    "knp mengapa the a an is are do does can could how what when where who why which i my me we our you your to for of in on at and or " +
    "please it be if there with"
  ).split(" "),
);

/** A question of when is not answered by how. Questions without such a word may be any of them. */
const ASKED_FOR = {
  when: ["kapan", "kpn", "tanggal", "tgl", "when"],
  many: ["berapa", "brp"],
  who: ["siapa", "who"],
  why: ["kenapa", "knp", "mengapa", "why"],
  how: ["bagaimana", "gimana", "gmn", "cara", "caranya", "how"],
} as const;

/** Of the frequent question's words, how many must be meant: all but one of four. */
const ENOUGH_OF_TITLE = 0.6;
/** Of what was written: in a long story a few words in common say nothing. */
const ENOUGH_OF_WRITTEN = 0.25;
/** One word in common is a subject, and not a question; a question of one word is found by that word alone. */
const FEWEST_IN_COMMON = 2;

/** The best one; null where none is meant well enough to be shown before a trainer is asked. */
export function findAnswer(entries: readonly Material[], written: string, distance: SpellingDistance): Material | null {
  const said = readQuestion(written);
  let best: { entry: Material; score: number } | null = null;
  for (const entry of entries) {
    if (entry.kind !== "answer") continue;
    const score = likeness(readQuestion(entry.title), said, distance);
    if (score > (best?.score ?? 0)) best = { entry, score };
  }
  return best?.entry ?? null;
}

interface Question {
  roots: Set<string>[];
  asksFor: string[];
}

function readQuestion(text: string): Question {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = [...new Set(words)].filter((word) => word.length > 1 && !EMPTY_WORDS.has(word));
  const asksFor = Object.entries(ASKED_FOR).flatMap(([what, said]) =>
    words.some((word) => (said as readonly string[]).includes(word)) ? [what] : [],
  );
  return { roots: telling.map(rootsOf), asksFor };
}

/** 0: not meant. Else the more of both is in common, the higher. */
function likeness(title: Question, said: Question, distance: SpellingDistance): number {
  const isOther = title.asksFor.length > 0 && said.asksFor.length > 0;
  if (isOther && !title.asksFor.some((what) => said.asksFor.includes(what))) return 0;
  const common = title.roots.filter((root) => said.roots.some((other) => isSameWord(root, other, distance))).length;
  if (common < Math.min(FEWEST_IN_COMMON, Math.max(title.roots.length, 1))) return 0;
  const ofTitle = common / title.roots.length;
  const ofSaid = Math.min(1, common / Math.max(said.roots.length, 1));
  if (ofTitle < ENOUGH_OF_TITLE || ofSaid < ENOUGH_OF_WRITTEN) return 0;
  return ofTitle + ofSaid;
}
