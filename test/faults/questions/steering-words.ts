// Words that steer, typed at a question: none is ever an answer, and each does what it says or is told why not.
import { steeringWord } from "../../../src/domain/words/steering-words.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { textsFor } from "../../../src/texts/index.js";
import { putBack, type Snapshot, takeSnapshot } from "../../support/stage/snapshot.js";
import type { Stage } from "../../support/stage/stage.js";
import { openQuestion, type Question, says, take } from "./every-question.js";

/** As each word is typed on phones. */
const AS_TYPED: ((word: string) => string)[] = [
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => [...word].map((letter, at) => (at % 2 === 0 ? letter.toUpperCase() : letter)).join(""),
  (word) => `  ${word} `,
  (word) => `${word}.`,
  (word) => `🙏 ${word} !!`,
  (word) => `...${word[0]?.toUpperCase()}${word.slice(1)} ya 😊`,
];
const WORDS = [
  ...[
    ["batal", "cancel"],
    ["kembali", "back"],
    ["lewati", "skip"],
    ["selesai", "done"],
    ["lanjut", "next"],
  ],
  ...[
    ["bantuan", "help"],
    ["menu", "menu"],
  ],
];
/** Of each meaning one, another at each question; `most`: only so many of them. */
export function someTypings(at: number, most: number): string[] {
  const all = WORDS.map((words, nth) => AS_TYPED[(at + nth) % AS_TYPED.length]?.(words[(at + nth) % 2] ?? "") ?? "");
  return Array.from({ length: Math.min(most, all.length) }, (_, n) => all[(at * most + n) % all.length] ?? "");
}

/** Every word, each in another way of typing at each question. */
export function allTypings(at: number): string[] {
  return WORDS.flat().map((word, nth) => AS_TYPED[(at + nth) % AS_TYPED.length]?.(word) ?? word);
}

const { common, reports } = textsFor("id");

/** What says plainly why a word did nothing. */
const SENTENCES = [
  ...(["back", "skip", "next"] as const).map((word) => common.wordHasNoUse(word, false)),
  ...[common.wordHasNoUse("next", true), reports.chooseOne(), reports.chooseSeveral()],
].map(({ text }) => text);

type Buttons = Question["buttons"];

/** Until these are filled in they stand in the menu's place. */
const NO_MENU = ["registration", "staff_name"];

/** Questions that take one thing after another: all words for going on mean their button. */
const COLLECTING = ["files", "paper", "q.changed", "q.met", "people", "photos"];

/** "Belum tahu": a number is left out by it. */
const isNotKnown = (value: string, word: string) => word === "skip" && value === "unknown";

/** Whether the screen has a button that says what the word says. */
const isOnScreen = (step: string, buttons: Buttons, word: string) =>
  buttons.some(
    ({ text, value }) =>
      steeringWord(text) === word || isNotKnown(value, word) || (COLLECTING.includes(step) && value === "done"),
  );

const answersIn = ({ draft: { answers } }: Question) => {
  const { view: _, ...rest } = answers;
  return JSON.stringify(rest);
};

/** What has gone wrong with this word at this question; nothing where all is well. */
function wrongWith(word: string, phone: Person, buttons: Buttons, before: Question, after: Question | null) {
  const said = phone.received().at(-1)?.text ?? "";
  const isSame = after !== null && answersIn(after) === answersIn(before);
  const isPressed = isOnScreen(before.step, buttons, word);
  if (phone.keyboard() !== undefined && after?.step !== "phone") return "the keyboard stays";
  switch (word) {
    case "cancel":
      // What holds nothing yet is left at once.
      if (after === null && answersIn(before) === "{}" && said.includes("Tidak ada isian yang disimpan")) return null;
      return after?.step === "leave" && isSame && said.includes("disimpan atau dibuang?") ? null : "asks nothing";
    case "help":
      return isSame && said.includes("Yang bisa saya bantu") ? null : "no help";
    case "menu":
      return isSame && (said.includes("Ada yang bisa dibantu") || NO_MENU.includes(before.draft.form))
        ? null
        : "no menu";
    case "back":
      if (after !== null && after.step !== before.step) return null;
      // A page that everything comes back to has nothing before it either.
      return isSame && [true, false].some((atTheEnd) => said.includes(common.wordHasNoUse("back", atTheEnd).text))
        ? null
        : "goes nowhere";
    default:
      if (isPressed && !isSame) return null;
      return isSame && SENTENCES.some((sentence) => said.includes(sentence)) ? null : "no clear sentence";
  }
}

/** Where a form keeps what is typed before it ends. */
const OF_FORMS = ["drafts", "conversation_states", "taps"];

/** In how many rows of these tables it stands as a whole value. */
const holds = (rows: Snapshot, tables: string[], typed: string): number =>
  tables.flatMap((table) => rows[table] ?? []).filter((row) => row.includes(JSON.stringify(typed))).length;

/** What has gone wrong with which of them; the question is as it was after each. */
export async function typeWords(stage: Stage, phone: Person, question: Question, typings: string[]): Promise<string[]> {
  const before = await takeSnapshot(stage.db);
  const keys = phone.keyboard()?.keyboard.flat() ?? [];
  const words = keys.map((key) => ({ text: typeof key === "string" ? key : key.text, value: "" }));
  const buttons = [...question.buttons, ...words];
  const chat = stage.sandbox.chats.get(phone.id);
  const { replyKeyboard } = chat ?? {};
  const wrong: string[] = [];
  for (const typed of typings) {
    const heard = phone.received().length;
    await take(stage, phone, says(typed));
    const after = await openQuestion(stage, phone, question.draft.form);
    // Before its end a form writes nowhere else.
    const now = await takeSnapshot(stage.db, after === null ? undefined : OF_FORMS);
    const tables = Object.keys(now);
    const kept = typed.replace(/\s+/g, " ").trim();
    const isStored =
      holds(now, tables, kept) > holds(before, tables, kept) && !buttons.some(({ value }) => value === kept);
    const what =
      phone.received().length === heard
        ? "unanswered"
        : isStored
          ? "stored"
          : wrongWith(steeringWord(typed) ?? "", phone, buttons, question, after);
    if (what !== null) wrong.push(`${question.step} “${typed}”: ${what} · ${phone.received().at(-1)?.text}`);
    await putBack(stage.db, before, now);
    if (chat !== undefined) chat.replyKeyboard = replyKeyboard;
  }
  return wrong;
}
