// Moves a form: opens it, and takes what a person did at the open question into the draft.
import type { Message, RichText } from "../../domain/message.js";
import type { KnownActor } from "../../domain/person.js";
import type { Draft } from "../../ports/drafts.js";
import type { OpenQuestion } from "../../ports/forms.js";
import type { World } from "../../ports.js";
import { textsFor } from "../../texts/index.js";
import { menuButtons } from "../menu.js";
import {
  type Answers,
  currentStep,
  type Form,
  type Input,
  pressData,
  readPress,
  type StepContext,
  SUMMARY,
  stepOf,
  versionFor,
  viewOf,
} from "./form.js";
import { screenOf } from "./form-screen.js";

export type Taken =
  /**
   * Show this and wait on. `keyboardOver`: the phone's own keyboard comes back first. `below`: not in place of an old screen.
   * `before`: messages of their own to send above it.
   */
  | { kind: "ask"; message: Message; keyboardOver?: boolean; below?: boolean; before?: Message[] }
  /** Wait on without a word. */
  | { kind: "quiet" }
  /** The form is over: say this. */
  | { kind: "over"; message: Message; keyboardOver?: boolean };

/** A form with its facts' type closed over, so that all forms fit one table. */
export interface FormRunner {
  open(world: World, actor: KnownActor, subject: string): Promise<Taken>;
  /** Twice is once: an update that was taken before changes nothing and gets the same answer. */
  take(world: World, actor: KnownActor, subject: string, input: Input, updateId: number): Promise<Taken>;
  openQuestion(world: World, actor: KnownActor, draft: Draft): Promise<OpenQuestion | null>;
  /** Forgets the draft once its result has been told. */
  close(world: World, actor: KnownActor, subject: string): Promise<void>;
}

interface Turn<Facts> {
  world: World;
  form: Form<Facts>;
  actor: KnownActor;
  facts: Facts;
  draft: Draft;
}

export function formRunner<Facts>(form: Form<Facts>): FormRunner {
  return {
    async open(world, actor, subject) {
      const known = await world.store.drafts.find(actor.telegramId, form.name, subject);
      const version = versionFor(form, world, known);
      const facts = await form.load(world, actor, subject, version);
      if (facts === null) return gone(actor);
      const draft = await openDraft(world, form.name, actor, subject, version, null);
      return ask({ world, form, actor, facts, draft });
    },
    async take(world, actor, subject, input, updateId) {
      const draft = await world.store.drafts.find(actor.telegramId, form.name, subject);
      const version = versionFor(form, world, draft);
      const facts = await form.load(world, actor, subject, version);
      if (draft === null || facts === null) return gone(actor);
      const turn = { world, form, actor, facts, draft };
      // The answer was kept and the process died before it could say so.
      const isRepeated = draft.lastUpdateId === updateId;
      if (isRepeated && draft.result !== null) return { kind: "over", message: draft.result as unknown as Message };
      if (draft.version !== version) {
        // It answers a question of another version: taken for none of this one's.
        const emptied = await openDraft(world, form.name, actor, subject, version, updateId);
        return { ...(await ask({ ...turn, draft: emptied })), below: true };
      }
      return isRepeated ? ask(turn) : takeNew(turn, input, updateId);
    },
    async openQuestion(world, actor, draft) {
      const version = versionFor(form, world, draft);
      const facts = await form.load(world, actor, draft.subject, version);
      if (facts === null || form.rescue === undefined) return null;
      if (await form.rescue.isOvertaken(facts, draft, { world, actor })) return null;
      // Of an older version's answers none is kept: it begins with the first question.
      const answers = draft.version === version ? draft.answers : {};
      const turn = { world, form, actor, facts, draft: { ...draft, answers } };
      const step = currentStep(form, turn.draft, facts);
      const about = form.rescue.about(textsFor(actor.language), facts);
      if (step === SUMMARY) return { about, question: null };
      const inShort = form.rescue.question?.(textsFor(actor.language));
      if (inShort !== undefined) return { about, question: inShort };
      return { about, question: questionIn((await stepOf(form, step, facts).ask(contextOf(turn, step))).text) };
    },
    async close(world, actor, subject) {
      const draft = await world.store.drafts.find(actor.telegramId, form.name, subject);
      if (draft !== null && draft.result !== null) await world.store.drafts.remove(draft.id);
    },
  };
}

/** What it was about is no longer there, or no longer theirs. */
function gone(actor: KnownActor): Taken {
  const texts = textsFor(actor.language);
  return { kind: "over", message: { ...texts.common.gone(), buttons: menuButtons(actor, texts) } };
}

/** The open draft; one begun under another version of the form is emptied, and says so with its first question. */
async function openDraft(
  { store, clock }: World,
  name: string,
  { telegramId }: KnownActor,
  subject: string,
  version: number,
  updateId: number | null,
): Promise<Draft> {
  const answers: Answers = { view: { startedAgain: true } };
  return store.drafts.open(telegramId, name, subject, version, clock.now(), { answers, updateId });
}

async function takeNew<Facts>(turn: Turn<Facts>, input: Input, updateId: number): Promise<Taken> {
  const { draft, world } = turn;
  // They are here: a nudge that still waits has lost its point.
  if (draft.nudgedAt !== null)
    await world.store.outbox.cancelAbout(`draft:${draft.id}`, "continued", world.clock.now());
  const { common } = textsFor(turn.actor.language);
  const step = currentStep(turn.form, turn.draft, turn.facts);
  const hadKeyboard = step !== SUMMARY && stepOf(turn.form, step, turn.facts).usesKeyboard === true;
  const meant = meaningOf(input, step, turn.actor);
  // Far up in the chat an edit would not be seen.
  if (meant === "stale") return { ...(await ask(turn, common.oldMenu())), below: true };
  if (meant === "cancel") {
    // Whoever says so is not asked again; the draft itself stays.
    await turn.world.store.drafts.markNudged(turn.draft, turn.world.clock.now());
    return { kind: "over", message: common.stopped(), keyboardOver: hadKeyboard };
  }
  const taken =
    meant === "back"
      ? await goBack(turn, updateId)
      : step === SUMMARY
        ? await takeAtSummary(turn, meant, updateId)
        : await takeAtStep(turn, step, meant, updateId);
  const leavesKeyboard = taken.kind !== "quiet" && taken.message.keyboard === undefined;
  return hadKeyboard && leavesKeyboard ? { ...taken, keyboardOver: true } : taken;
}

/** Buttons of the form's frame are told apart here, so that no step ever sees "back" as an answer. */
function meaningOf(input: Input, step: string, actor: KnownActor): Input | "back" | "cancel" | "stale" {
  const { common } = textsFor(actor.language);
  if (input.kind === "text" && input.text.trim() === common.cancel) return "cancel";
  if (input.kind === "text" && input.text.trim() === common.back) return "back";
  if (input.kind !== "press") return input;
  const press = readPress(input.value);
  if (press === null || press.step !== step) return "stale";
  if (press.value === "back" || press.value === "cancel") return press.value;
  return { kind: "press", value: press.value };
}

async function takeAtStep<Facts>(turn: Turn<Facts>, step: string, input: Input, updateId: number): Promise<Taken> {
  const { form, draft, facts } = turn;
  const { view: _, ...answers } = draft.answers;
  const reading = await stepOf(form, step, facts).read(contextOf(turn, step), input);
  switch (reading.kind) {
    case "problem":
      return ask(turn, reading.say);
    case "view":
      return keepAndAsk(turn, { answers: { ...answers, view: { ...reading.view } } }, updateId);
    case "kept": {
      const taken = await keepAndAsk(turn, { answers: { ...answers, ...reading.answers } }, updateId);
      return reading.quiet === true ? { kind: "quiet" } : taken;
    }
    case "answer": {
      for (const gone of form.clears?.[step] ?? []) delete answers[gone];
      const answered = { answers: { ...answers, [step]: reading.value, ...reading.also }, editing: null };
      const draftAfter = { ...draft, ...answered };
      const endsAtOnce = form.summary === undefined || form.endsAtOnce?.(draftAfter.answers, facts) === true;
      if (endsAtOnce && currentStep(form, draftAfter, facts) === SUMMARY) {
        // Kept by finish, in its transaction: kept before it, a crash between the two would lose the finishing.
        return finish({ ...turn, draft: draftAfter }, updateId);
      }
      return keepAndAsk(turn, answered, updateId);
    }
  }
}

async function takeAtSummary<Facts>(turn: Turn<Facts>, input: Input, updateId: number): Promise<Taken> {
  const { common } = textsFor(turn.actor.language);
  if (input.kind !== "press") return ask(turn, common.pressAButton());
  if (input.value === "confirm") return finish(turn, updateId);
  const step = input.value.replace(/^edit\./, "");
  const { form, draft, facts } = turn;
  // Only what is offered: a forged button names questions that this person is not asked, or none at all.
  if (!(form.changeable ?? form.order)(draft.answers, facts).includes(step)) return ask(turn, common.oldMenu());
  return keepAndAsk(turn, { answers: turn.draft.answers, editing: step }, updateId);
}

async function goBack<Facts>(turn: Turn<Facts>, updateId: number): Promise<Taken> {
  const { form, draft, facts } = turn;
  const { view: _, ...answers } = draft.answers;
  if (draft.editing !== null) return keepAndAsk(turn, { answers, editing: null }, updateId);
  const order = form.order(answers, facts);
  const step = currentStep(form, draft, facts);
  const previous = order[(step === SUMMARY ? order.length : order.indexOf(step)) - 1];
  if (previous !== undefined) delete answers[previous];
  return keepAndAsk(turn, { answers }, updateId);
}

async function finish<Facts>(turn: Turn<Facts>, updateId: number): Promise<Taken> {
  const result = await turn.form.finish(contextOf(turn, SUMMARY), turn.draft, updateId);
  if (result.kind === "done") return { kind: "over", message: result.message };
  return keepAndAsk(turn, { answers: result.answers ?? turn.draft.answers, editing: null }, updateId, result.say);
}

async function keepAndAsk<Facts>(
  turn: Turn<Facts>,
  change: { answers: Answers; editing?: string | null },
  updateId: number,
  problem?: RichText,
): Promise<Taken> {
  const { world, draft } = turn;
  const after = { ...draft, ...change };
  await world.store.drafts.keep(
    draft.id,
    { answers: after.answers, editing: after.editing, updateId },
    world.clock.now(),
  );
  return ask({ ...turn, draft: after }, problem);
}

async function ask<Facts>(turn: Turn<Facts>, problem?: RichText): Promise<Taken & { kind: "ask" }> {
  const step = currentStep(turn.form, turn.draft, turn.facts);
  const context = contextOf(turn, step);
  const startedAgain = context.view.startedAgain === true ? context.texts.common.startedAgain() : undefined;
  const message = await screenOf(turn.form, turn.draft, context, problem ?? startedAgain);
  const before = step === SUMMARY ? await turn.form.preview?.(context) : undefined;
  return { kind: "ask", message, ...(before !== undefined && { before, below: true }) };
}

/** The part of a question's text that asks; most have a heading above and a hint below. */
function questionIn(text: string): string {
  const parts = text.split(/\n{2,}/);
  return (parts.findLast((part) => part.includes("?")) ?? parts[0] ?? text).trim();
}

function contextOf<Facts>({ world, actor, facts, draft }: Turn<Facts>, step: string): StepContext<Facts> {
  return {
    world,
    actor,
    texts: textsFor(actor.language),
    facts,
    answers: draft.answers,
    view: viewOf(draft),
    press: (value) => pressData(step, value),
  };
}
