// Frequent questions before a trainer is asked: a few to press, and the one that somebody means by what they have written.
import type { Material } from "../../domain/materials/material.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { labelMeant } from "../../domain/words/label-meant.js";
import { waitsForNoAnswer } from "../../domain/words/small-talk.js";
import { answerTo, findMaterial, likelyQuestionsOf } from "../../use-cases/index.js";
import type { Input, Reading, StepContext } from "../forms/form.js";

/** Its value is no steering word: "sudah" sends nothing, as it may mean that all is answered. */
const SEND = "send";
const WRITE = "write";

/** What stands on the screen in place of the bare question. `isMeant`: found for words that wait to be sent; else it was pressed. */
interface Offered {
  id: number;
  isMeant: boolean;
}

function offeredIn<Facts>({ view }: StepContext<Facts>, foundId: number | undefined): Offered | null {
  if (foundId !== undefined) return { id: foundId, isMeant: true };
  const id = /^faq\.(\d{1,9})$/.exec(view.at ?? "")?.[1];
  return id === undefined ? null : { id: Number(id), isMeant: false };
}

export async function likelyButtons<Facts>({ world, actor, press }: StepContext<Facts>): Promise<Button[][]> {
  return (await likelyQuestionsOf(world, actor)).map(({ id, title }) => [
    { label: fitLabel(title, undefined, { before: "❓ " }), data: press(`faq.${id}`) },
  ]);
}

/** Null where nothing is offered. */
export async function offeredPage<Facts>(
  context: StepContext<Facts>,
  foundId: number | undefined,
): Promise<Message | null> {
  const offered = offeredIn(context, foundId);
  if (offered === null) return null;
  const { texts, world, press } = context;
  const { materials: words } = texts;
  const found = await answerOf(world, offered.id);
  const goOn = offered.isMeant
    ? { label: words.sendAnyway, data: press(SEND) }
    : { label: words.askAnyway, data: press(WRITE) };
  // Removed meanwhile: what was written waits all the same.
  if (found === null) return offered.isMeant ? { ...words.answerGone(), buttons: [[goOn]] } : null;
  const said = offered.isMeant ? words.perhaps(found.title, found.content) : words.answer(found.title, found.content);
  return { ...said, buttons: [[{ label: words.solved, data: press(`helped.${found.id}`), tone: "success" }], [goOn]] };
}

/** The frequent question that is meant, offered once: what is written below it goes to the trainers. */
export async function meantBy<Facts>(
  { world }: StepContext<Facts>,
  text: string,
  foundId: number | undefined,
): Promise<number | null> {
  return foundId === undefined ? ((await answerTo(world, text))?.id ?? null) : null;
}

/** Null where it is about none of these. send: what was written waits no more. */
export async function takeAtOffered<Facts>(
  context: StepContext<Facts>,
  input: Input,
  foundId: number | undefined,
): Promise<Reading | "send" | null> {
  const { texts, world } = context;
  const offered = offeredIn(context, foundId);
  const value = input.kind === "press" ? input.value : meantAt(context, input, offered);
  if (value === null) {
    // Thanks may be for the answer on the screen, or belong to the question: one press says which.
    const isOpen = offered?.isMeant === true && input.kind === "text" && waitsForNoAnswer(input.text);
    return isOpen ? { kind: "problem", say: texts.common.pressAButton() } : null;
  }
  const opened = /^faq\.(\d{1,9})$/.exec(value)?.[1];
  if (opened !== undefined && offered?.isMeant !== true) {
    const isThere = (await answerOf(world, Number(opened))) !== null;
    return isThere ? { kind: "view", view: { at: value } } : { kind: "problem", say: texts.materials.gone() };
  }
  if (value === WRITE && offered?.isMeant === false) return { kind: "view", view: {} };
  if (value === SEND && offered?.isMeant === true) return "send";
  if (offered !== null && value === `helped.${offered.id}`) {
    return { kind: "answer", value: null, also: { helpedBy: offered.id } };
  }
  return null;
}

function meantAt<Facts>({ texts }: StepContext<Facts>, input: Input, offered: Offered | null): string | null {
  if (input.kind !== "text" || offered === null) return null;
  const { solved, sendAnyway, askAnyway } = texts.materials;
  const at = labelMeant(input.text, [solved, offered.isMeant ? sendAnyway : askAnyway]);
  if (at === null) return null;
  return at === 0 ? `helped.${offered.id}` : offered.isMeant ? SEND : WRITE;
}

async function answerOf(world: StepContext<unknown>["world"], id: number): Promise<Material | null> {
  const found = await findMaterial(world, id);
  return found?.kind === "answer" ? found : null;
}
