// Leaving a form, the same for all of them: what was filled in is kept for later or thrown away, whichever the person says.
import { action } from "../../domain/messages/action.js";
import type { Message } from "../../domain/messages/message.js";
import { isOnTheWay } from "../../domain/people/person.js";
import { plainLetters, steeringWord } from "../../domain/words/steering-words.js";
import { type Texts, textsFor } from "../../texts/index.js";
import { putDraftAside, throwDraftAway } from "../../use-cases/index.js";
import { menuButtons } from "../talk/main-menu.js";
import { withoutStore } from "../world.js";
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
  await putDraftAside(world, draft, answersOf(draft), updateId);
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
  await throwDraftAway(world, draft, said, (inside) => form.afterThrowingAway?.(withoutStore(inside), actor, facts));
  return { kind: "over", message };
}
