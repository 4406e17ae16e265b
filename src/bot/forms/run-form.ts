// Moves a form: opens it, takes what a person did at the open question, and says what a draft is about.
import { isDeepStrictEqual } from "node:util";
import type { Message } from "../../domain/messages/message.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { OpenQuestion } from "../../ports/plans/forms.js";
import type { Draft } from "../../ports/queue/drafts.js";
import { textsFor } from "../../texts/index.js";
import { paragraphs } from "../../texts/rich.js";
import {
  findDraft,
  handedOverLibrary,
  noteLook,
  openDraft,
  recallNudge,
  throwDraftAway,
} from "../../use-cases/index.js";
import { menuButtons } from "../talk/main-menu.js";
import type { BotWorld } from "../world.js";
import { filledIn } from "./filled-in.js";
import {
  type Answers,
  answersOf,
  currentStep,
  type Form,
  type Input,
  type Step,
  SUMMARY,
  stepOf,
  versionFor,
  viewOf,
} from "./form.js";
import { askToLeave, putAsideMessage, throwAway } from "./leaving.js";
import type { Envelope } from "./standing.js";
import { takeAnswer } from "./take-answer.js";
import { ask, contextOf, keep, lookAt, type Over, type Taken, type Turn } from "./turn.js";

/** A form with its facts' type closed over, so that all forms fit one table. */
export interface FormRunner {
  /** The names of all that it can ask, but for what is configured. */
  questions: readonly string[];
  open(world: BotWorld, actor: KnownActor, subject: string): Promise<Taken>;
  /** Twice is once: an update that was taken before changes nothing and gets the same answer. */
  take(world: BotWorld, actor: KnownActor, subject: string, input: Input, envelope: Envelope): Promise<Taken>;
  /** Asks whether to keep or throw away, see leaving.ts. */
  leave(world: BotWorld, actor: KnownActor, subject: string, updateId: number): Promise<Taken>;
  /** The open question once more. */
  askAgain(world: BotWorld, actor: KnownActor, subject: string): Promise<Taken>;
  /** See Step.keeps, of what is open now. */
  keeps(world: BotWorld, actor: KnownActor, subject: string): Promise<Keeps>;
  openQuestion(world: BotWorld, actor: KnownActor, draft: Draft): Promise<OpenQuestion | null>;
  /** Null when there is nothing to go on with: the draft has ended, or is not theirs now. */
  about(world: BotWorld, actor: KnownActor, draft: Draft): Promise<string | null>;
  /** Ends it, whatever was filled in; returns what is said then. */
  throwAway(world: BotWorld, actor: KnownActor, draft: Draft, updateId: number): Promise<Message>;
  /** What was said when it was put aside. */
  putAsideMessage(world: BotWorld, actor: KnownActor, draft: Draft): Promise<Message>;
}

type Keeps = Step<unknown>["keeps"];

/** A draft begun under another version of the form is emptied, and says so with its first question. */
const STARTED_AGAIN: Answers = { view: { startedAgain: true } };

export function formRunner<Facts>(form: Form<Facts>): FormRunner {
  const load = async (world: BotWorld, actor: KnownActor, draft: Draft): Promise<Turn<Facts> | null> => {
    const facts = await form.load(world, actor, draft.subject, versionFor(form, world, draft));
    return facts === null || facts === "away" ? null : { world, form, actor, facts, draft, saidAt: null };
  };
  /** What is said in place of a question, where there is none to ask. */
  const nothingToAsk = async (world: BotWorld, actor: KnownActor, draft: Draft | null): Promise<Over> => {
    if (draft === null || draft.result !== null) return gone(world, actor);
    const facts = await form.load(world, actor, draft.subject, versionFor(form, world, draft));
    return facts === "away" ? away(actor) : gone(world, actor);
  };
  const isOvertaken = async ({ world, actor, facts, draft }: Turn<Facts>): Promise<boolean> =>
    (await form.isOvertaken?.(facts, draft, { world, actor })) === true;

  return {
    questions: Object.keys(form.steps),
    async open(world, actor, subject) {
      const known = await findDraft(world, actor, form.name, subject);
      const before = known === null || known.result !== null ? null : await load(world, actor, known);
      const isOver = before !== null && (await isOvertaken(before));
      if (before !== null && isOver) await throwDraftAway(world, before.draft, null);
      const version = versionFor(form, world, isOver ? null : known);
      const facts = await form.load(world, actor, subject, version);
      if (facts === "away") return known === null ? gone(world, actor) : away(actor);
      if (facts === null) return gone(world, actor);
      const look = form.look?.(facts) ?? null;
      if (look !== null) await noteLook(world, actor, look);
      const initial = form.initial?.(facts);
      const restart = { answers: STARTED_AGAIN, updateId: null };
      const draft = await openDraft(world, actor, { form: form.name, subject, version, restart, initial });
      const turn = await stayingIn({ world, form, actor, facts, draft, saidAt: null });
      // They have been here before: they are told what it is about, and what they said.
      const isTheSame = before !== null && !isOver && draft.version === known?.version;
      const isResumed = isTheSame && hasAnswers(draft, initial);
      return ask(turn, isResumed ? await resumed(turn) : undefined);
    },
    async take(world, actor, subject, input, envelope) {
      const { updateId } = envelope;
      const draft = await findDraft(world, actor, form.name, subject);
      const turn = draft === null || draft.result !== null ? null : await load(world, actor, draft);
      if (draft === null || turn === null) return nothingToAsk(world, actor, draft);
      const version = versionFor(form, world, draft);
      if (draft.version !== version) {
        // It answers a question of another version: taken for none of this one's.
        const restart = { answers: STARTED_AGAIN, updateId };
        const emptied = await openDraft(world, actor, { form: form.name, subject, version, restart });
        return ask({ ...turn, draft: emptied }, undefined, { below: true });
      }
      // The answer was kept and the process died before it could say so.
      if (draft.lastUpdateId === updateId) return { ...(await ask(turn)), taken: "more" };
      await recallNudge(world, draft);
      return takeAnswer({ ...turn, saidAt: envelope.saidAt }, input, envelope);
    },
    async leave(world, actor, subject, updateId) {
      const draft = await findDraft(world, actor, form.name, subject);
      const turn = draft === null || draft.result !== null ? null : await load(world, actor, draft);
      return turn === null ? nothingToAsk(world, actor, draft) : askToLeave(turn, updateId);
    },
    async askAgain(world, actor, subject) {
      const draft = await findDraft(world, actor, form.name, subject);
      const turn = draft === null || draft.result !== null ? null : await load(world, actor, draft);
      return turn === null ? nothingToAsk(world, actor, draft) : ask(turn, undefined, { below: true });
    },
    async keeps(world, actor, subject) {
      const draft = await findDraft(world, actor, form.name, subject);
      const turn = draft === null || draft.result !== null ? null : await load(world, actor, draft);
      // Nothing can be asked of it, or not as it was: the form itself says so when it takes the text.
      if (draft === null || turn === null || draft.version !== versionFor(form, world, draft)) return "words";
      const { leaving, parts } = viewOf(draft);
      // Asked whether to keep what they wrote, they write it to nobody.
      if (leaving === true) return undefined;
      // The rest of a text that the phone has cut.
      if (parts !== undefined) return "words";
      const step = currentStep(form, draft, turn.facts);
      return step === SUMMARY ? undefined : stepOf(form, step, turn.facts).keeps;
    },
    async openQuestion(world, actor, draft) {
      const loaded = await load(world, actor, draft);
      if (loaded === null || form.rescue === undefined) return null;
      if (form.rescue.isSilent?.(loaded.facts, draft) === true || (await isOvertaken(loaded))) return null;
      // Of an older version's answers none is kept: it begins with the first question.
      const answers = draft.version === versionFor(form, world, draft) ? answersOf(draft) : {};
      const turn = { ...loaded, draft: { ...draft, answers } };
      const step = currentStep(form, turn.draft, turn.facts);
      const texts = textsFor(actor.language);
      const about = form.about(texts, turn.facts);
      if (step === SUMMARY) return { about, question: null };
      const inShort = form.rescue.question?.(texts);
      if (inShort !== undefined) return { about, question: inShort };
      const asked = await stepOf(form, step, turn.facts).ask(contextOf(turn, step));
      return { about, question: questionIn(asked.text) };
    },
    async about(world, actor, draft) {
      const facts = await form.load(world, actor, draft.subject, versionFor(form, world, draft));
      // Kept for the day on which it is theirs again, and not offered until then.
      if (facts === "away") return null;
      if (facts === null || (await isOvertaken({ world, form, actor, facts, draft, saidAt: null }))) {
        await throwDraftAway(world, draft, null);
        return null;
      }
      return form.about(textsFor(actor.language), facts);
    },
    async throwAway(world, actor, draft, updateId) {
      const turn = await load(world, actor, draft);
      if (turn !== null) return (await throwAway(turn, updateId)).message;
      await throwDraftAway(world, draft, null);
      return (await gone(world, actor)).message;
    },
    async putAsideMessage(world, actor, draft) {
      const turn = await load(world, actor, draft);
      return turn === null ? (await gone(world, actor)).message : putAsideMessage(turn);
    },
  };
}

/** A person who opens it while being asked whether to leave it goes on with it. */
async function stayingIn<Facts>(turn: Turn<Facts>): Promise<Turn<Facts>> {
  const { leaving, ...view } = viewOf(turn.draft);
  if (leaving !== true) return turn;
  return keep(turn, { answers: lookAt(answersOf(turn.draft), view) }, turn.draft.lastUpdateId ?? 0);
}

/** What it was about is no longer there, or no longer theirs. */
async function gone(world: BotWorld, actor: KnownActor): Promise<Over> {
  const texts = textsFor(actor.language);
  const handedOver = await handedOverLibrary(world, actor);
  const said = handedOver === null ? texts.common.gone() : texts.handover.handedOver(handedOver);
  return { kind: "over", message: { ...said, buttons: menuButtons(actor, texts) } };
}

/** It is not theirs now; what they entered stays. */
function away(actor: KnownActor): Over {
  const texts = textsFor(actor.language);
  return { kind: "over", message: { ...texts.common.away(), buttons: menuButtons(actor, texts) } };
}

/** Of their own: what it began with they have not said, also where the process died before that was written down. */
function hasAnswers(draft: Draft, initial: Answers | undefined): boolean {
  const answers = answersOf(draft);
  return Object.keys(answers).length > 0 && !isDeepStrictEqual(answers, initial ?? {});
}

async function resumed<Facts>(turn: Turn<Facts>) {
  const { form, actor, facts, draft } = turn;
  const texts = textsFor(actor.language);
  const step = currentStep(form, draft, facts);
  // The summary says it all by itself.
  const filled = step === SUMMARY ? null : await filledIn(form, contextOf(turn, step));
  const about = form.about(texts, facts);
  return filled === null ? texts.common.resumedEmpty(about) : paragraphs(texts.common.resumed(about), filled);
}

/** The part of a question's text that asks; most have a heading above and a hint below. */
function questionIn(text: string): string {
  const parts = text.split(/\n{2,}/);
  return (parts.findLast((part) => part.includes("?")) ?? parts[0] ?? text).trim();
}
