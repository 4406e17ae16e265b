// /tanya: one message to the trainers, or one more in a thread: words, photos, a document, a voice message.
import type { KnownActor } from "../../domain/people/person.js";
import type { QuestionThread } from "../../ports/plans/threads.js";
import type { Draft } from "../../ports/queue/drafts.js";
import { textsFor } from "../../texts/index.js";
import { paragraphs } from "../../texts/rich.js";
import { askTrainers, closeThread, findThread, noteHelped, replyInThread } from "../../use-cases/index.js";
import type { Form } from "../forms/form.js";
import { menuButtons } from "../talk/main-menu.js";
import { type QuestionFacts, threadMessageStep, type WrittenAnswer } from "./thread-message-step.js";
import { threadReceipt } from "./thread-receipt.js";

/** Whether they wrote in it last, and may add something before the answer. */
export function mayAddTo({ asker, last }: QuestionThread, { person }: KnownActor): boolean {
  return asker.id === person.id && last.authorId === person.id;
}

/** The thread that a draft of this form goes on in; null for a new question. */
export function threadIdOf(subject: string): number | null {
  const id = /^thread:(\d+)$/.exec(subject)?.[1];
  return id === undefined ? null : Number(id);
}

/** When the question stood before them as it was. */
function shownAt({ asked, createdAt }: Draft): Date {
  return asked?.at === undefined ? createdAt : new Date(asked.at);
}

export const questionForm: Form<QuestionFacts> = {
  name: "question",
  version: 1,
  async load(world, actor, subject) {
    const id = threadIdOf(subject);
    if (id === null) return { thread: null, asTrainer: false, mayAdd: false };
    const found = await findThread(world, actor, id);
    if (found.kind !== "found") return null;
    const { thread, side } = found;
    return { thread, asTrainer: side !== "asker", mayAdd: side === "asker" && mayAddTo(thread, actor) };
  },
  about: ({ threads }, { thread, asTrainer }) =>
    asTrainer && thread !== null ? threads.aboutAnswer(thread.asker.name) : threads.about,
  look: ({ thread, asTrainer }) =>
    asTrainer && thread !== null ? { action: "question.view", subject: `thread:${thread.id}` } : null,
  // They have written in it in another way, by a reply of Telegram's own.
  isOvertaken: ({ thread }, draft, { actor }) =>
    thread !== null && thread.lastAt > draft.updatedAt && thread.last.authorId === actor.person.id,
  rescue: {
    question: ({ threads }) => threads.inShort,
    // What waits for a trainer's answer stands in their summary; nobody has to add anything.
    isSilent: ({ asTrainer, thread, mayAdd }, draft) =>
      asTrainer || mayAdd || (thread !== null && thread.lastAt > draft.updatedAt),
  },
  leftEmpty: ({ threads }, { mayAdd }) => (mayAdd ? { label: threads.nothingMore, say: threads.nothingAdded() } : null),
  order: () => ["message"],
  steps: { message: threadMessageStep },
  async finish({ world, actor, facts }, { draft, updateId }) {
    const written = draft.answers.message as WrittenAnswer | null;
    const { thread } = facts;
    const { helpedBy } = draft.answers;
    if (thread === null && written === null && typeof helpedBy === "number") {
      await noteHelped(world, helpedBy);
      const { materials } = textsFor(actor.language);
      return { ...materials.glad(), buttons: menuButtons(actor, textsFor(actor.language)) };
    }
    const { own = false, ...letter } = written ?? { text: "", files: [] };
    const outcome = await (thread === null
      ? askTrainers(world, actor, { ...letter, updateId })
      : written === null
        ? closeThread(world, actor, thread.id, shownAt(draft))
        : replyInThread(world, actor, { ...letter, updateId, threadId: thread.id, shownAt: shownAt(draft) }));
    const said = threadReceipt(actor, outcome, thread, own ? null : written);
    if (outcome.kind !== "sent" || !("onHold" in outcome)) return said;
    return { ...said, ...paragraphs(said, textsFor(actor.language).threads.stillWaits()) };
  },
};
