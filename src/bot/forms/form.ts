// What a form is, and how it moves: one question at a time, every answer kept in the draft before the next is asked.
// Nothing here speaks to Telegram; fill-in-form.ts does.
import { rowsThatFit } from "../../domain/messages/button-label.js";
import type { Mark, Message, RichText } from "../../domain/messages/message.js";
import type { LookName } from "../../domain/own-data/look.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Draft, Json } from "../../ports/queue/drafts.js";
import type { Texts } from "../../texts/index.js";
import type { BotWorld } from "../world.js";

export type Answers = Record<string, Json>;

/** What a person did at a question. */
export type Input =
  | { kind: "press"; value: string }
  /** `marks`: how they formatted it. `sentLength`: how long it was before it was cleaned, where that differs. */
  | { kind: "text"; text: string; marks?: Mark[]; sentLength?: number }
  | { kind: "contact"; phone: string; own: boolean }
  | { kind: "file"; file: IncomingFile }
  /** `voiceId`: of a voice message, by which it can be passed on. */
  | { kind: "other"; what: OtherKind; albumId: string | null; voiceId?: string };

/** What cannot be read. `unknown`: whatever else Telegram carries. */
export type OtherKind = "voice" | "video" | "sticker" | "location" | "unknown";

export interface IncomingFile {
  kind: "photo" | "document";
  fileId: string;
  fileUniqueId: string;
  albumId: string | null;
  caption: string | null;
  captionMarks?: Mark[];
  mimeType: string | null;
  byteSize: number | null;
  name?: string | null;
}

/** How the question is being looked at (a page, a search); forgotten with the answer. */
export interface View {
  page?: number;
  typed?: string;
  /** The days that what they typed may mean: they are asked which. */
  days?: Day[];
  /** They are asked whether to keep or throw away what they have filled in. */
  leaving?: boolean;
  /** The beginning of a text that their phone has cut, until its end is there. */
  parts?: { text: string; marks: Mark[] };
  /** A page behind the question or the summary: one of the lists of an audience, what comes before sending. */
  at?: string;
  /** On a page of its own: an example has been shown, and there are more. */
  sampled?: boolean;
  /** The form has changed since it was begun: said with the first question, until it is answered. */
  startedAgain?: boolean;
}

export interface StepContext<Facts> {
  world: BotWorld;
  actor: KnownActor;
  texts: Texts;
  facts: Facts;
  answers: Answers;
  view: View;
  /** When what is being read was said: "yesterday" is the day before that, whenever it is read. Where something is asked, now. */
  saidAt: Date;
  /** When an answer was kept last. */
  keptAt: Date;
  /** The data of this step's button that stands for the value. It names the draft: no other form takes it for its own. */
  press(value: string): string;
}

export type Reading =
  /** The answer, and others that follow from it. */
  | { kind: "answer"; value: Json; also?: Answers }
  /** Not an answer: the same question again, with a sentence about what to do. `show`: messages of their own, above it. */
  | { kind: "problem"; say: RichText; show?: Message[] }
  /** The same question looked at differently. */
  | { kind: "view"; view: View }
  /** Kept, but the question stays open. */
  | { kind: "kept"; answers: Answers };

/** Kept for a question that was answered already. `say`: that it was, above the question that is open. */
export interface Late {
  answers: Answers;
  say: RichText | undefined;
}

export interface Step<Facts> {
  /** What people write or send can be the answer: the question is a message of its own, so that its place in the chat dates theirs. */
  typed?: boolean;
  /** What of thanks and greetings is an answer here: all, where others read what is written; or those that are names. */
  keeps?: "words" | "names";
  /** Takes one thing after another until a button says that this is all. A typed word for going on means that button. */
  collects?: true;
  /** What its "change" button on the summary calls it. */
  label(texts: Texts): string;
  ask(context: StepContext<Facts>): Promise<Message> | Message;
  read(context: StepContext<Facts>, input: Input): Promise<Reading> | Reading;
  /** An answer of this step in words: what a person reads of what they have filled in. Nothing where it says nothing. */
  value?(context: StepContext<Facts>, answer: Json): Promise<string | null> | string | null;
  /** Takes a file that was still on its way when this step's question was put anew or answered. */
  late?(context: StepContext<Facts>, file: IncomingFile): Promise<Late>;
}

export interface Form<Facts> {
  name: string;
  /** Raise it when a question is added, removed or changes its meaning: open drafts then start again. */
  version: number;
  /** The version in force, where it depends on more than the code. */
  versionIn?(world: BotWorld): number;
  /** Whether a draft begun under this other version can be gone on with as it is. */
  reads?(world: BotWorld, version: number): boolean;
  /**
   * What the questions need to know; null when what it is about is gone. away: it is there and not theirs now, which may change back,
   * as when a trainer takes back a no.
   */
  load(world: BotWorld, actor: KnownActor, subject: string, version: number): Promise<Facts | "away" | null>;
  /** What a form of trainers and admins shows of others: opened or come back to, it leaves the line of a look. */
  look?(facts: Facts): { action: LookName; subject: string } | null;
  /** Which questions this person meets, given what they answered so far, in order. */
  order(answers: Answers, facts: Facts): string[];
  /** What the summary offers to change; all that was asked, when missing. */
  changeable?(answers: Answers, facts: Facts): string[];
  /** Questions that nobody is asked unless the summary has a button of its own for them (`edit.<step>`). */
  onlyFromSummary?: readonly string[];
  steps: Record<string, Step<Facts>>;
  /** More steps, where what is asked is not known to the code. */
  stepsFor?(facts: Facts): Record<string, Step<Facts>>;
  /** The answers that stop being true when this step's answer changes. */
  clears?: Record<string, string[]>;
  /** Which form it is, and about what, in the middle of a sentence. */
  about(texts: Texts, facts: Facts): string;
  /** Whether what it was for has happened in another way since the draft was left: then the draft ends. */
  isOvertaken?(facts: Facts, draft: Draft, context: { world: BotWorld; actor: KnownActor }): boolean | Promise<boolean>;
  /** The answers with which it begins, where something is being changed. */
  initial?(facts: Facts): Answers | undefined;
  /** Forms of participants: anyone who leaves one unfinished is told of it once (use-cases/operations/rescue-drafts.ts). */
  rescue?: {
    /** The question in short, where it is not one sentence of what was asked. */
    question?(texts: Texts): string;
    /** Whether this draft is none to be told of. */
    isSilent?(facts: Facts, draft: Draft): boolean;
  };
  /** What outlives the answers when they are thrown away; in the same transaction. */
  afterThrowingAway?(inside: BotWorld, actor: KnownActor, facts: Facts): Promise<void>;
  /** What is shown when every question is answered; the last row of buttons is added. Without it the form ends at once. */
  summary?(context: StepContext<Facts>): Promise<Summary> | Summary;
  /**
   * The summary is a page that everything comes back to, with ways out of its own: each part is changed by its own button, going back takes
   * no answer away, and nothing is confirmed by words. Its steps stand in onlyFromSummary.
   */
  page?: {
    /** What one of its own buttons does; null: it has no such button. `answers`: what changes. `show`: above it. */
    press(
      context: StepContext<Facts>,
      value: string,
    ): Promise<{ view: View; answers?: Answers; show?: Message[] } | null>;
    /** The answers without the one that led to this question: where there is none, the question is the first. */
    back(answers: Answers, step: string): Answers | null;
  };
  /** Where the answers are so few that nothing needs to be looked over: then it ends at once, summary or not. */
  endsAtOnce?(answers: Answers, facts: Facts): boolean;
  /**
   * What is said when it is left with nothing filled in: nobody is asked whether to keep that. `label`: of a question that nobody has to
   * answer, the button by which it is left; words for going on mean that one. Else it is left by the usual button alone.
   */
  leftEmpty?(texts: Texts, facts: Facts): { label?: string; say: RichText } | null;
  /** Its one question has an answer that ends it with nothing kept ("No"): a second button to leave by would be one too many. */
  leftByAnswer?: true;
  /** Messages of their own, sent above the summary: what others will see when it is confirmed. */
  preview?(context: StepContext<Facts>): Promise<Message[]> | Message[];
  confirmLabel?(texts: Texts): string;
  /**
   * What takes seconds, such as judging a file: before the transaction, so that nobody waits for its locks meanwhile. Returns the facts
   * with what it found.
   */
  beforeFinish?(context: StepContext<Facts>, ending: { updateId: number }): Promise<Facts>;
  /** Does what the form was for. Its world is inside the transaction in which the engine ends the draft with what is said. */
  finish(context: StepContext<Facts>, ending: { draft: Draft; updateId: number; seen?: number }): Promise<Finished>;
  /** Told in which message its end is shown. An end that is told once more after a crash stands where nobody knows. */
  ended?(context: StepContext<Facts>, end: { draft: Draft; message: Message; messageId: number }): Promise<void>;
}

export interface Summary extends Message {
  /** In place of the form's own words on the button; null where nothing can be confirmed yet. */
  confirm?: string | null;
  /** The version of what it was compared with: the button carries it, so that `finish` knows what was read before it was pressed. */
  seen?: number;
  /** The same where it is more than a button holds: `finish` finds it in the draft's `asked`. */
  shown?: Json;
}

export type Finished =
  /** Done: this is said. */
  | Message
  /** Nothing was done, and nothing of the draft stays, neither answers nor files: this is said. */
  | { kind: "thrown_away"; message: Message }
  /** Something must be answered differently first: what to do, and the answers that stay. */
  | { kind: "not_yet"; say?: RichText; answers?: Answers };

export const SUMMARY = "summary";

/** In place of a step: whether to keep or throw away what was filled in. */
export const LEAVE = "leave";

export function viewOf(draft: Draft): View {
  return (draft.answers.view as unknown as View | undefined) ?? {};
}

/** What was answered, without how the question is looked at. */
export function answersOf({ answers: { view: _, ...answers } }: Draft): Answers {
  return answers;
}

/** See Form.leftEmpty; null where something is filled in. */
export function leavesEmpty<Facts>(form: Form<Facts>, draft: Draft, facts: Facts, texts: Texts) {
  return Object.keys(answersOf(draft)).length > 0 ? null : (form.leftEmpty?.(texts, facts) ?? null);
}

/** The question that is open: the one being corrected, else the first without an answer, else the summary. */
export function currentStep<Facts>(form: Form<Facts>, draft: Draft, facts: Facts): string {
  if (draft.editing !== null) return draft.editing;
  return form.order(draft.answers, facts).find((step) => !(step in draft.answers)) ?? SUMMARY;
}

/** Under which version a draft is gone on with; the one in force where there is none, or none that can be read. */
export function versionFor<Facts>(form: Form<Facts>, world: BotWorld, draft: Draft | null): number {
  const isReadable = draft !== null && draft.result === null && form.reads?.(world, draft.version) === true;
  return isReadable ? draft.version : (form.versionIn?.(world) ?? form.version);
}

export function stepOf<Facts>(form: Form<Facts>, step: string, facts: Facts): Step<Facts> {
  const found = form.steps[step] ?? form.stepsFor?.(facts)[step];
  if (found === undefined) throw new Error(`The form ${form.name} has no step ${step}.`);
  return found;
}

/** The question with its likely answers as buttons, above those it has already. */
export function withChoices<Facts>(
  message: Message,
  choices: { value: string; label: string }[],
  { press }: StepContext<Facts>,
  perRow: 1 | 2 | 3,
): Message {
  const buttons = choices.map(({ value, label }) => ({ label, data: press(value) }));
  return { ...message, buttons: [...rowsThatFit(buttons, perRow), ...(message.buttons ?? [])] };
}
