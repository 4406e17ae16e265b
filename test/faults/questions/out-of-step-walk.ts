// Somebody at a form who does not wait for our answers, on a line that is slow or away for hours; and what became of all they said.
import type { Update } from "grammy/types";
import type { FormName } from "../../../src/bot/forms/forms.js";
import { pressData } from "../../../src/bot/forms/presses/press.js";
import type { Json } from "../../../src/ports/queue/drafts.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import type { Chance } from "../../simulation/random.js";
import type { Stage } from "../../support/stage/stage.js";
import { openQuestion, type Question } from "./every-question.js";
import { TYPED } from "./typed-answers.js";

/** What was sent, and to which question its author said it. */
export interface Said {
  update: Update;
  what: string;
  /** Null: to none that is open, or to none at all. */
  step: string | null;
  means?: Json;
  /** Sent in its turn, and a good answer to what is asked. */
  isPlain?: boolean;
}

export interface Walker {
  stage: Stage;
  phone: Person;
  form: FormName;
  chance: Chance;
  /** What their phone has shown of this form: buttons by message. */
  shown: Map<string, { messageId: number; data: string; step: string }>;
  /** Of an album, still being sent. */
  held: Said[];
  serial: number;
  /** What stands in each message of their chat. */
  texts: Map<number, string>;
  /** Of each album whether its first part was kept. */
  albums: Map<string, boolean>;
}

const STEERS = /^(back|cancel|discard|menu|page\.|edit\.)/;
const LONGEST = 4096;

const inShort = (text: string) => text.slice(0, 30);

/** One to three acts at the question that they see. */
export function actAt(walker: Walker, question: Question): Said[] {
  const { chance, held } = walker;
  const late = held.splice(0);
  const acts = [
    plainAnswer,
    plainAnswer,
    plainAnswer,
    twice,
    replyToOlder,
    oldPress,
    inTwoParts,
    album,
    edit,
    replyToIt,
  ];
  const first = chance.oneOf(acts)(walker, question);
  const more = chance.happens(0.25) ? chance.oneOf(acts)(walker, question) : [];
  const all = [...first, ...more];
  // In company nothing is plain: what comes first may have changed the question.
  const isAlone = all.length === 1 && late.length === 0;
  return [...late, ...all.map((said) => (isAlone ? said : { ...said, isPlain: false }))];
}

function said(walker: Walker, update: Update, what: string, step: string | null, more: Partial<Said> = {}): Said {
  walker.stage.clock.advance(200 + walker.chance.below(4000));
  return { update, what, step, ...more };
}

/** Typed where something can be typed, else the words on a button; or the button is pressed. */
export function plainAnswer(walker: Walker, question: Question, calm = false): Said[] {
  const { phone, chance } = walker;
  const typed = typedAt(walker, question);
  const buttons = question.buttons.filter(({ value }) => !STEERS.test(value));
  const isAsked = viewOf(question).typed !== undefined || viewOf(question).days !== undefined;
  // Where there is nothing to choose, as in a province without classes, one goes back or looks at the whole list; or changes what cannot be
  // sent as it is.
  const ways = question.buttons.filter(({ value }) => /^(back$|page\.0$|edit\.)/.test(value));
  const isLost = isAsked && buttons.length === 0 && ways.length > 0;
  if (typed !== null && !isLost && (buttons.length === 0 || (!isAsked && chance.happens(0.8)))) {
    const isPlain = !isAsked && viewOf(question).parts === undefined;
    const update = phone.says(typed.text);
    return [said(walker, update, inShort(typed.text), question.step, { ...typed, isPlain })];
  }
  const button = chance.oneOf(buttons.length > 0 ? buttons : ways);
  if (button === undefined) throw new Error(`Nothing to answer at ${walker.form} ${question.step}.`);
  if (question.step !== "summary" && !calm && chance.happens(0.15)) {
    return [said(walker, phone.says(button.text), button.text, question.step)];
  }
  const { last = 0 } = question.draft.asked ?? {};
  const data = pressData(question.draft.id, question.step, button.value);
  return [said(walker, phone.pressesOn(last, data), `[${button.text}]`, question.step, { isPlain: true })];
}

function typedAt(walker: Walker, { step }: Question) {
  walker.serial += 1;
  const now = { chance: walker.chance, serial: walker.serial, at: walker.stage.clock.now() };
  return TYPED[walker.form][step]?.(step, now) ?? null;
}

const viewOf = ({ draft }: Question) =>
  (draft.answers.view ?? {}) as { typed?: string; days?: string[]; parts?: unknown; leaving?: boolean };

/** The same question twice, because no answer came. */
function twice(walker: Walker, question: Question): Said[] {
  return [...plainAnswer(walker, question), ...plainAnswer(walker, question)];
}

function replyToIt(walker: Walker, question: Question): Said[] {
  const typed = typedAt(walker, question);
  const { asked } = question.draft;
  if (typed === null || asked === null || walker.phone.chat().every(({ message_id: id }) => id !== asked.last)) {
    return plainAnswer(walker, question);
  }
  const update = walker.phone.repliesTo(asked.last, typed.text);
  const isPlain = viewOf(question).typed === undefined && viewOf(question).days === undefined;
  return [said(walker, update, `reply: ${inShort(typed.text)}`, question.step, { ...typed, isPlain })];
}

function replyToOlder(walker: Walker, question: Question): Said[] {
  const { first = 0 } = question.draft.asked ?? {};
  const older = walker.phone.received().filter(({ message_id: id }) => id < first);
  if (older.length === 0) return plainAnswer(walker, question);
  const { message_id: id } = walker.chance.oneOf(older);
  const text = typedAt(walker, question)?.text ?? question.answer;
  // A long one as well: only its first part carries the reply.
  if (walker.chance.happens(0.3)) {
    const long = longText(walker, question.step);
    const update = walker.phone.repliesTo(id, long);
    const rest = said(walker, update, "the beginning of a long reply to an older message", null);
    return [rest, said(walker, walker.phone.says(`ekor ${walker.serial}`), "the rest of that reply", null)];
  }
  return [said(walker, walker.phone.repliesTo(id, text), `reply to an older message: ${inShort(text)}`, null)];
}

function oldPress(walker: Walker, question: Question): Said[] {
  const { last = 0 } = question.draft.asked ?? {};
  const old = [...walker.shown.values()].filter(({ messageId, step }) => messageId !== last || step !== question.step);
  if (old.length === 0) return plainAnswer(walker, question);
  const { messageId, data, step } = walker.chance.oneOf(old);
  return [said(walker, walker.phone.pressesOn(messageId, data), `old press ${data}`, step)];
}

function longText(walker: Walker, step: string): string {
  walker.serial += 1;
  return `Panjang ${step} ${walker.serial} ${"kami membaca bersama ".repeat(250)}`.slice(0, LONGEST - 1).concat("x");
}

function inTwoParts(walker: Walker, question: Question): Said[] {
  if (question.step === "summary" || viewOf(question).parts !== undefined) return plainAnswer(walker, question);
  const text = longText(walker, question.step);
  const [first, rest] = [walker.phone.says(text), `ekor ${walker.serial}`];
  return [
    said(walker, first, "4,096 letters", question.step),
    said(walker, walker.phone.says(rest), "the rest of them", question.step, { means: `${text}${rest}` }),
  ];
}

function album(walker: Walker, question: Question): Said[] {
  const parts = walker.phone
    .sendsAlbum(Array.from({ length: 2 + walker.chance.below(2) }, () => ({})))
    .map((update, n) => said(walker, update, `photo ${n + 1}`, question.step));
  // The last one is still on its way when they go on.
  if (walker.chance.happens(0.5)) walker.held.push(...parts.splice(-1));
  return parts;
}

function edit(walker: Walker, question: Question): Said[] {
  const own = walker.phone.chat().filter(({ from, text }) => from?.id === walker.phone.id && text !== undefined);
  const message = own.at(-1);
  if (message === undefined) return plainAnswer(walker, question);
  const text = typedAt(walker, question)?.text ?? question.answer;
  return [said(walker, walker.phone.edits(message.message_id, text), `edit to ${inShort(text)}`, null)];
}

/** Where the form stands for them, and what their phone shows of it. */
export async function look(walker: Walker): Promise<Question | null> {
  const question = await openQuestion(walker.stage, walker.phone, walker.form);
  if (question === null) return null;
  for (const { message_id: messageId, reply_markup: markup } of walker.phone.received()) {
    for (const button of markup?.inline_keyboard.flat() ?? []) {
      const data = "callback_data" in button ? button.callback_data : "";
      const [mark, draft, step = "", value = ""] = data.split("|");
      if (mark !== "f" || Number.parseInt(draft ?? "", 36) !== question.draft.id || STEERS.test(value)) continue;
      if (step !== "leave") walker.shown.set(`${messageId} ${data}`, { messageId, data, step });
    }
  }
  return question;
}
