// What a person did at the open question, taken into the draft: an answer, a word or button that steers, or none of it.
import type { Mark } from "../../domain/messages/message.js";
import { plainLetters, type SteeringWord, steeringWord } from "../../domain/words/steering-words.js";
import { textsFor } from "../../texts/index.js";
import { finishForm } from "./finish-form.js";
import {
  type Answers,
  answersOf,
  currentStep,
  type IncomingFile,
  type Input,
  LEAVE,
  leavesEmpty,
  SUMMARY,
  stepOf,
  viewOf,
} from "./form.js";
import { WHOLE } from "./form-screen.js";
import { askToLeave, putAside, takeAtLeave, throwAway } from "./leaving.js";
import { readConfirm, readPress } from "./presses/press.js";
import { pressMeant } from "./presses/press-meant.js";
import { type Envelope, hasTurnedAside, standingOf } from "./standing.js";
import { UNKNOWN_PRESS } from "./steps/amount-step.js";
import { ask, contextOf, keep, keepAndAsk, lookAt, type Taken, type Turn } from "./turn.js";

/** A phone cuts a longer text here and sends the rest behind it. */
const LONGEST_MESSAGE = 4096;

/** Parts that are joined: more is no answer to anything. */
const MOST_JOINED = 5 * LONGEST_MESSAGE;

export async function takeAnswer<Facts>(turn: Turn<Facts>, input: Input, envelope: Envelope): Promise<Taken> {
  const { draft, form, facts } = turn;
  const { updateId } = envelope;
  const { common } = textsFor(turn.actor.language);
  const view = viewOf(draft);
  const word = input.kind === "text" ? steeringWord(input.text) : null;
  const step = currentStep(form, draft, facts);
  const press = input.kind === "press" ? readPress(input.value) : null;
  if (input.kind === "press") {
    const isOurs = press?.draftId === draft.id;
    if (isOurs && press?.step === LEAVE && view.leaving === true) return takeAtLeave(turn, press.value, updateId);
    // Far up in the chat an edit would not be seen.
    if (!isOurs || press?.step !== step) return ask(turn, common.oldMenu(), { below: true });
    if (press.value === "discard") return throwAway(turn, updateId);
    if (press.value === "menu") return putAside(turn, updateId);
  }
  if (word === "cancel" || press?.value === "cancel" || isNothing(turn, input)) return askToLeave(turn, updateId);
  const late = input.kind === "file" ? await takeLate(turn, step, input.file, envelope) : null;
  if (late !== null) return late;
  // Anyone who presses a button of the question has thought better of leaving.
  if (view.leaving === true && press === null)
    return takeAtLeave(turn, input.kind === "text" ? input.text : "", updateId);

  const isRest = view.parts !== undefined && input.kind === "text" && envelope.replyTo === null;
  const standing = standingOf(draft.asked, envelope);
  if (standing !== "answer" && !isRest) {
    const say = { older: common.sentBefore, elsewhere: common.repliedElsewhere, unseen: common.pressAButton }[standing];
    // What the phone cut off behind it is under way already, and no answer either.
    return ask(turn, say(), { below: true, anew: isCutOff(input) });
  }
  const goesOn = word === "back" || word === "next";
  if (goesOn && hasTurnedAside(draft.asked, envelope)) return ask(turn, undefined, { below: true });
  if (word === "back" || press?.value === "back") return goBack(turn, updateId);
  const meant = word === null ? meaningOf(input) : await buttonFor(turn, step, word);
  if (meant === null) return ask(turn, common.wordHasNoUse(word ?? "next", step === SUMMARY));
  if (step === SUMMARY) return takeAtSummary(turn, meant, updateId);
  const parts = partsWith(view.parts, meant);
  if (parts === null) return takeAtStep(turn, step, meant, updateId);
  const isAll = meant.kind === "press" || parts.text.length > MOST_JOINED || !isCutOff(meant);
  if (isAll) return takeAtStep(turn, step, { kind: "text", ...parts }, updateId);
  return keepAndAsk(turn, { answers: lookAt(draft.answers, { parts }) }, updateId);
}

/** Where nothing has to be answered, words for going on leave the form, and so do the button's own, typed. */
function isNothing<Facts>({ form, draft, facts, actor }: Turn<Facts>, input: Input): boolean {
  const left = leavesEmpty(form, draft, facts, textsFor(actor.language));
  if (left?.label === undefined || input.kind !== "text") return false;
  const goesOn = ["skip", "done", "next"].includes(steeringWord(input.text) ?? "");
  return goesOn || plainLetters(input.text) === plainLetters(left.label);
}

function meaningOf(input: Input): Input {
  const press = input.kind === "press" ? readPress(input.value) : null;
  return press === null ? input : { kind: "press", value: press.value };
}

/** The button that says what the word says, where there is one on the screen. */
async function buttonFor<Facts>(turn: Turn<Facts>, step: string, word: SteeringWord): Promise<Input | null> {
  if (step === SUMMARY) return null;
  const open = stepOf(turn.form, step, turn.facts);
  const { buttons = [], keyboard } = await open.ask(contextOf(turn, step));
  const presses = buttons.flat().flatMap((button) => {
    const press = "data" in button ? readPress(button.data) : null;
    return press === null ? [] : [{ value: press.value, says: steeringWord(button.label) }];
  });
  const ends = open.collects === true ? presses.find(({ value }) => value === "done") : undefined;
  const found = presses.find(({ says, value }) => says === word || value === word) ?? ends ?? leftOut(presses, word);
  if (found !== undefined) return { kind: "press", value: found.value };
  const choices = typeof keyboard === "object" ? keyboard.choices : [];
  const choice = choices.find((label) => steeringWord(label) === word);
  return choice === undefined ? null : { kind: "text", text: choice };
}

/** Where a question is left out by saying that it is not known, leaving it out says so. */
function leftOut<Press extends { value: string }>(presses: Press[], word: SteeringWord): Press | undefined {
  return word === "skip" ? presses.find(({ value }) => value === UNKNOWN_PRESS) : undefined;
}

/** A text of exactly the longest length goes on in the next message. Null where nothing was cut. */
function partsWith(before: { text: string; marks: Mark[] } | undefined, input: Input) {
  if (input.kind === "press") return input.value === WHOLE ? (before ?? null) : null;
  if (input.kind !== "text" || (before === undefined && !isCutOff(input))) return null;
  const { text, marks } = before ?? { text: "", marks: [] };
  const moved = (input.marks ?? []).map((mark) => ({ ...mark, offset: mark.offset + text.length }));
  return { text: text + input.text, marks: [...marks, ...moved] };
}

function isCutOff(input: Input): boolean {
  return input.kind === "text" && (input.sentLength ?? input.text.length) >= LONGEST_MESSAGE;
}

/** A file that comes where none is asked for belongs to the question before that asked for files: it was still on its way. */
async function takeLate<Facts>(
  turn: Turn<Facts>,
  step: string,
  file: IncomingFile,
  envelope: Envelope,
): Promise<Taken | null> {
  const { form, draft, facts } = turn;
  const takesFiles = step !== SUMMARY && stepOf(form, step, facts).late !== undefined;
  const isAnswer = standingOf(draft.asked, envelope) === "answer" && viewOf(draft).leaving !== true;
  if (takesFiles && isAnswer) return null;
  const met = form.order(draft.answers, facts).filter((name) => name === step || name in draft.answers);
  const name = met.findLast((one) => stepOf(form, one, facts).late !== undefined);
  const late = name === undefined ? undefined : await stepOf(form, name, facts).late?.(contextOf(turn, name), file);
  if (late === undefined) return null;
  const after = await keep(turn, { answers: { ...draft.answers, ...late.answers } }, envelope.updateId);
  return { ...(await ask(after, late.say, { below: true })), taken: "more" };
}

async function takeAtStep<Facts>(turn: Turn<Facts>, step: string, input: Input, updateId: number): Promise<Taken> {
  const { form, draft, facts } = turn;
  const answers = answersOf(draft);
  const reading = await stepOf(form, step, facts).read(contextOf(turn, step), input);
  switch (reading.kind) {
    case "problem":
      // What was joined is read once.
      if (viewOf(draft).parts !== undefined) return keepAndAsk(turn, { answers }, updateId, reading.say);
      return ask(turn, reading.say, { above: reading.show ?? [] });
    case "view":
      return keepAndAsk(turn, { answers: lookAt(answers, reading.view) }, updateId);
    case "kept": {
      const taken = await keepAndAsk(turn, { answers: { ...answers, ...reading.answers } }, updateId);
      return { ...taken, taken: "more" };
    }
    case "answer": {
      for (const gone of form.clears?.[step] ?? []) delete answers[gone];
      const answered = { answers: { ...answers, [step]: reading.value, ...reading.also }, editing: null };
      const after = { ...turn, draft: { ...draft, ...answered } };
      const endsAtOnce = form.summary === undefined || form.endsAtOnce?.(answered.answers, facts) === true;
      // Kept by finish, in its transaction: kept before it, a crash between the two would lose the finishing.
      if (endsAtOnce && currentStep(form, after.draft, facts) === SUMMARY) return finishForm(after, updateId);
      return { ...(await keepAndAsk(turn, answered, updateId)), taken: "answer" };
    }
  }
}

async function takeAtSummary<Facts>(turn: Turn<Facts>, input: Input, updateId: number): Promise<Taken> {
  const { common } = textsFor(turn.actor.language);
  const { form, draft, facts } = turn;
  const value = input.kind === "press" ? input.value : await meantAtSummary(turn, input);
  if (value === null) return ask(turn, common.pressAButton());
  const confirmed = readConfirm(value);
  if (confirmed !== null) return finishForm(turn, updateId, confirmed);
  const turned = (await form.page?.press(contextOf(turn, SUMMARY), value)) ?? null;
  if (turned !== null) {
    const after = await keep(
      turn,
      { answers: lookAt({ ...answersOf(draft), ...turned.answers }, turned.view) },
      updateId,
    );
    return ask(after, undefined, { above: turned.show ?? [] });
  }
  const step = value.replace(/^edit\./, "");
  // Only what is offered: a forged button names questions that this person is not asked, or none at all.
  const offered = [...(form.changeable ?? form.order)(draft.answers, facts), ...(form.onlyFromSummary ?? [])];
  if (!offered.includes(step)) return ask(turn, common.oldMenu());
  return keepAndAsk(turn, { answers: answersOf(draft), editing: step }, updateId);
}

/** What goes to others as it was previewed is confirmed by its button alone. */
async function meantAtSummary<Facts>(turn: Turn<Facts>, input: Input): Promise<string | null> {
  if (input.kind !== "text" || turn.form.preview !== undefined || turn.form.page !== undefined) return null;
  const { message } = await ask(turn);
  return pressMeant(input.text, message.buttons ?? []);
}

async function goBack<Facts>(turn: Turn<Facts>, updateId: number): Promise<Taken> {
  const { form, draft, facts } = turn;
  const answers: Answers = answersOf(draft);
  const { at } = viewOf(draft);
  // From a list behind the question to what it is behind of.
  if (draft.editing !== null && at !== undefined) {
    const before = at.split(".").slice(0, -1).join(".");
    return keepAndAsk(turn, { answers: lookAt(answers, before === "" ? {} : { at: before }) }, updateId);
  }
  if (draft.editing !== null) return keepAndAsk(turn, { answers, editing: null }, updateId);
  const order = form.order(answers, facts);
  const step = currentStep(form, draft, facts);
  if (form.page !== undefined) return goBackOnPage(turn, form.page, step, updateId);
  const previous = order[(step === SUMMARY ? order.length : order.indexOf(step)) - 1];
  const { common } = textsFor(turn.actor.language);
  if (previous === undefined) return ask(turn, common.wordHasNoUse("back", false));
  delete answers[previous];
  return keepAndAsk(turn, { answers }, updateId);
}

async function goBackOnPage<Facts>(
  turn: Turn<Facts>,
  { back }: NonNullable<Turn<Facts>["form"]["page"]>,
  step: string,
  updateId: number,
): Promise<Taken> {
  const { common } = textsFor(turn.actor.language);
  const answers = answersOf(turn.draft);
  const isTurned = Object.keys(viewOf(turn.draft)).length > 0;
  const before = step === SUMMARY ? (isTurned ? answers : null) : back(answers, step);
  if (before === null) return ask(turn, common.wordHasNoUse("back", step === SUMMARY));
  return keepAndAsk(turn, { answers: before }, updateId);
}
