// One turn of a form: what is at hand while one update moves it, and how its next screen comes about.
import type { Message, RichText } from "../../domain/messages/message.js";
import type { KnownActor } from "../../domain/people/person.js";
import { type Asked, asJson, type Draft, type Json } from "../../ports/queue/drafts.js";
import { textsFor } from "../../texts/index.js";
import { keepDraft } from "../../use-cases/index.js";
import type { BotWorld } from "../world.js";
import {
  type Answers,
  currentStep,
  type Form,
  LEAVE,
  type StepContext,
  SUMMARY,
  stepOf,
  type View,
  viewOf,
} from "./form.js";
import { emergencyScreen, leaveScreen, screenOf } from "./form-screen.js";
import { pressData } from "./presses/press.js";

export interface Turn<Facts> {
  world: BotWorld;
  form: Form<Facts>;
  actor: KnownActor;
  facts: Facts;
  draft: Draft;
  /** When what it answers was said; null where nothing is answered. */
  saidAt: Date | null;
}

export interface Ask {
  kind: "ask";
  message: Message;
  draft: Draft;
  /** Which question it is, see Asked in ports/queue/drafts.ts. */
  key: string;
  /** What was taken: an answer, or one more bit of it. Nothing where something has to be said about it. */
  taken?: "answer" | "more";
  /** Never in place of another message: either what was above must stay, or what is typed is judged by the question's place. */
  below: boolean;
  /** Put anew: nothing that was written before it stands there answers it, though it was asked before. */
  anew?: boolean;
  /** Of a summary, see Summary in form.ts. */
  shown?: Json | undefined;
  /** Messages of their own to send above it. */
  before: Message[];
  /** What is shown should Telegram refuse the screen. */
  instead: Message;
}

export interface Over {
  kind: "over";
  message: Message;
  /** Which message asked its last question; missing where none is known. */
  asked?: Asked | null;
  /** Told which message it became. */
  shown?: (messageId: number) => Promise<void>;
}

export type Taken =
  /** Show this and wait on. */
  | Ask
  /** The form is over: say this. */
  | Over;

export function contextOf<Facts>(
  { world, actor, facts, draft, saidAt }: Turn<Facts>,
  step: string,
): StepContext<Facts> {
  return {
    world,
    actor,
    texts: textsFor(actor.language),
    facts,
    answers: draft.answers,
    view: viewOf(draft),
    saidAt: saidAt ?? world.clock.now(),
    keptAt: draft.updatedAt,
    press: (value) => pressData(draft.id, step, value),
  };
}

/** The next screen, below all else where `below` says so. */
export async function ask<Facts>(
  turn: Turn<Facts>,
  problem?: RichText,
  { below = false, anew = false, above = [] as Message[] } = {},
): Promise<Ask> {
  const { form, draft, facts } = turn;
  const step = currentStep(form, draft, facts);
  // What is offered is offered now, however long the answer before it has lain.
  const context = contextOf({ ...turn, saidAt: null }, step);
  const { common } = context.texts;
  const isFirst = draft.editing === null && form.order(draft.answers, facts).indexOf(step) === 0;
  const shared = { kind: "ask" as const, draft, key: keyOf(step, context.view), anew };
  const instead = emergencyScreen(context.texts, draft.id, step, isFirst);
  if (context.view.leaving === true) {
    return { ...shared, below, before: [], instead, message: leaveScreen(context, draft.id, form, problem) };
  }
  const startedAgain = context.view.startedAgain === true ? common.startedAgain() : undefined;
  const cutOff = context.view.parts === undefined ? undefined : common.waitingForTheRest();
  const { message, shown } = await screenOf(form, draft, context, problem ?? startedAgain ?? cutOff);
  const before = step === SUMMARY ? [...above, ...((await form.preview?.(context)) ?? [])] : above;
  const isTyped = step !== SUMMARY && stepOf(form, step, facts).typed === true;
  // Only another page of the same question may take its place.
  const isPage = isTyped && draft.asked !== null && samePlace(draft.asked.key, shared.key);
  return { ...shared, message, shown, before, instead, below: below || before.length > 0 || (isTyped && !isPage) };
}

export async function keepAndAsk<Facts>(
  turn: Turn<Facts>,
  change: { answers: Answers; editing?: string | null },
  updateId: number,
  problem?: RichText,
): Promise<Ask> {
  return ask(await keep(turn, change, updateId), problem);
}

/** Returns the turn as it is then. */
export async function keep<Facts>(
  turn: Turn<Facts>,
  change: { answers: Answers; editing?: string | null },
  updateId: number,
): Promise<Turn<Facts>> {
  const { world, draft } = turn;
  const after = { ...draft, ...change, lastUpdateId: updateId };
  const updatedAt = await keepDraft(world, draft, { answers: after.answers, editing: after.editing, updateId });
  return { ...turn, draft: { ...after, updatedAt } };
}

/** The same answers, looked at in another way. */
export function lookAt(answers: Answers, view: View): Answers {
  return { ...answers, view: asJson(view) };
}

function keyOf(step: string, { leaving, page, typed, parts, days }: View): string {
  if (leaving === true) return LEAVE;
  return [step, typed ?? "", days?.join() ?? "", parts?.text.length ?? "", page ?? ""].join("|");
}

/** But for the page. */
function samePlace(one: string, other: string): boolean {
  return one.split("|").slice(0, -1).join("|") === other.split("|").slice(0, -1).join("|");
}
