// Leaving a form, the same for all of them: what was filled in is kept for later or thrown away, whichever the person says.
import { action } from "../../domain/messages/action.js";
import type { Message } from "../../domain/messages/message.js";
import { isOnTheWay } from "../../domain/people/person.js";
import { plainLetters, steeringWord } from "../../domain/words/steering-words.js";
import type { Draft } from "../../ports/queue/drafts.js";
import type { World } from "../../ports.js";
import { type Texts, textsFor } from "../../texts/index.js";
import { menuButtons } from "../talk/menu.js";
import { answersOf, leavesEmpty, viewOf } from "./form.js";
import { ask, keepAndAsk, lookAt, type Over, type Taken, type Turn } from "./turn.js";

export async function askToLeave<Facts>(turn: Turn<Facts>, updateId: number): Promise<Taken> {
  const { form, draft, facts, actor } = turn;
  const texts = textsFor(actor.language);
  const left = leavesEmpty(form, draft, facts, texts);
  if (left !== null) return end(turn, { ...left.say, buttons: menuButtons(actor, texts) }, updateId);
  return keepAndAsk(turn, { answers: lookAt(answersOf(draft), { ...viewOf(draft), leaving: true }) }, updateId);
}

/** `said`: the value of the button that was pressed, or what was written instead. */
export async function takeAtLeave<Facts>(turn: Turn<Facts>, said: string, updateId: number): Promise<Taken> {
  const { common } = textsFor(turn.actor.language);
  switch (choiceIn(said, common)) {
    case "save":
      return putAside(turn, updateId);
    case "discard":
      return throwAway(turn, updateId);
    case "stay": {
      const { leaving: _, ...view } = viewOf(turn.draft);
      return keepAndAsk(turn, { answers: lookAt(answersOf(turn.draft), view) }, updateId);
    }
    default:
      return ask(turn, common.pressAButton(), { below: true });
  }
}

function choiceIn(said: string, { saveForLater, throwAway, backToQuestion }: Texts["common"]): string | null {
  const labels = { save: saveForLater, discard: throwAway, stay: backToQuestion };
  for (const [value, label] of Object.entries(labels)) {
    if (said === value || isShortFor(said, label)) return value;
  }
  const word = steeringWord(said);
  return word === "back" || word === "next" ? "stay" : null;
}

/** What is written on a button, or its first words: "simpan", "buang". */
function isShortFor(said: string, label: string): boolean {
  const words = label.split(" ").map(plainLetters).filter(Boolean);
  return words.some((_, at) => words.slice(0, at + 1).join("") === plainLetters(said));
}

export async function putAside<Facts>(turn: Turn<Facts>, updateId: number): Promise<Over> {
  const { world, draft } = turn;
  const now = world.clock.now();
  await world.transaction(async ({ store }) => {
    // Come back to, it is at its question, not at how to leave it.
    await store.drafts.keep(draft, { answers: answersOf(draft), editing: draft.editing, updateId }, now);
    await store.drafts.putAside(draft.id, updateId, now);
  });
  return { kind: "over", message: putAsideMessage(turn), asked: turn.draft.asked };
}

export function putAsideMessage<Facts>({ form, actor, facts, draft }: Omit<Turn<Facts>, "world" | "saidAt">): Message {
  const texts = textsFor(actor.language);
  const goOn = { label: texts.common.goOn, data: action("resume", draft.id), tone: "primary" as const };
  // Who is not registered yet has nothing else to go to.
  const menu = isOnTheWay(actor) ? [] : menuButtons(actor, texts);
  return { ...texts.common.putAside(form.about(texts, facts)), buttons: [[goOn], ...menu] };
}

export async function throwAway<Facts>(turn: Turn<Facts>, updateId: number): Promise<Over> {
  const { form, actor, facts } = turn;
  const texts = textsFor(actor.language);
  return end(
    turn,
    { ...texts.common.thrownAway(form.about(texts, facts)), buttons: menuButtons(actor, texts) },
    updateId,
  );
}

async function end<Facts>(turn: Turn<Facts>, message: Message, updateId: number): Promise<Over> {
  const { actor, draft, facts, form, world } = turn;
  const said = { result: message, updateId };
  await removeDraft(world, draft, said, (inside) => form.afterThrowingAway?.(inside, actor, facts));
  return { kind: "over", message };
}

/** `said`: what is said about it, should this update be handled again; null: nothing, it just ends. */
export async function removeDraft(
  world: World,
  { id }: Draft,
  said: { result: Message; updateId: number } | null,
  andThen?: (inside: World) => Promise<void> | undefined,
): Promise<void> {
  await world.transaction(async (inside) => {
    await andThen?.(inside);
    const files = await inside.store.drafts.throwAway(id, said, world.clock.now());
    // Before the commit: when it fails all is tried again; after it nobody would know the paths any more.
    for (const path of files) await world.files.remove(path);
  });
}
