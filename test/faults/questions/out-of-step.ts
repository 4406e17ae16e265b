// What is out of step at a question: sent before it was there, a reply to another message, a text that the phone has cut.
import type { Message, Update } from "grammy/types";
import type { Person } from "../../../src/sandbox/shapes.js";
import { textsFor } from "../../../src/texts/index.js";
import type { Stage } from "../../support/stage/stage.js";
import { openQuestion, type Question, type Step, take } from "./every-question.js";

const { common } = textsFor("id");

/** What the phone has just sent arrives as this instead. */
function arrivesAs(stage: Stage, sent: Update, changes: Partial<Message>): void {
  const others = stage.sandbox.takeUpdates().filter(({ update_id: id }) => id !== sent.update_id);
  const changed = { ...sent, message: { ...sent.message, ...changes } } as Update;
  stage.sandbox.updates.redeliver(...others, changed);
}

export interface OutOfStep {
  what: string;
  act: (question: Question) => Step;
  said: string;
}

const LONGEST = "Kami membaca bersama. ".repeat(200).slice(0, 4096);

export const OLDER_OR_ELSEWHERE: OutOfStep[] = [
  {
    what: "sent before the question was there",
    act:
      ({ answer, draft: { asked } }) =>
      (phone, stage) => {
        const sent = phone.says(answer);
        const { editedAt = null, first = 1 } = asked ?? {};
        // Put in place of an older message, the question is younger than its number.
        const before = editedAt === null ? { message_id: first - 1 } : { date: editedAt - 5 };
        arrivesAs(stage, sent, before as Partial<Message>);
      },
    said: common.sentBefore().text,
  },
  {
    what: "a reply to an older message",
    act:
      ({ answer }) =>
      (phone) =>
        phone.repliesTo(phone.received()[0]?.message_id ?? 0, answer),
    said: common.repliedElsewhere().text,
  },
];

export const CUT_BY_THE_PHONE: OutOfStep[] = [
  {
    what: "4,096 letters",
    act: () => (phone) => phone.says(LONGEST),
    said: common.waitingForTheRest().text,
  },
  {
    what: "the rest of them",
    act:
      ({ answer }) =>
      (phone) =>
        phone.says(answer),
    said: "",
  },
];

const answersIn = (question: Question | null) => {
  const { view: _, ...answers } = question?.draft.answers ?? {};
  return answers;
};

/** What was taken all the same, or not explained; the question is as it was after each. */
export async function sendOutOfStep(
  stage: Stage,
  phone: Person,
  question: Question,
  which: OutOfStep[],
): Promise<string[]> {
  const { form } = question.draft;
  const wrong: string[] = [];
  for (const { what, act, said } of which) {
    // At a summary nothing is typed that could be cut.
    if (question.step === "summary" && what.includes("4,096")) break;
    const heard = phone.received().length;
    await take(stage, phone, act((await openQuestion(stage, phone, form)) ?? question));
    const after = await openQuestion(stage, phone, form);
    const text = phone.received().at(-1)?.text ?? "";
    if (JSON.stringify(answersIn(after)) !== JSON.stringify(answersIn(question)))
      wrong.push(`${what} at ${question.step} is taken: ${JSON.stringify(answersIn(after))}`);
    else if (after?.step !== question.step) wrong.push(`${what} at ${question.step} leads to ${after?.step}`);
    else if (phone.received().length === heard || !text.includes(said))
      wrong.push(`${what} at ${question.step}: ${text}`);
  }
  return wrong;
}
