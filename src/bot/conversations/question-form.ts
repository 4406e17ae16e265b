// /tanya: one message to the trainers, or one more in a thread. Text, or a photo with words.
import type { RichText } from "../../domain/message.js";
import type { Json } from "../../ports/drafts.js";
import type { QuestionThread } from "../../ports/questions.js";
import type { Texts } from "../../texts/index.js";
import { paragraphs } from "../../texts/rich.js";
import { askTrainers, closeThread, replyInThread, sideOfThread } from "../../use-cases/index.js";
import { LONGEST_CAPTION, LONGEST_TEXT, threadReceipt } from "../thread-receipt.js";
import type { Form, Step } from "./form.js";

interface QuestionFacts {
  /** The thread to go on in; null for a new question. */
  thread: QuestionThread | null;
  asTrainer: boolean;
}

/** Enough of a long question to know which it was. */
const QUOTED = 300;

const NO_ANSWER = "none";

const message: Step<QuestionFacts> = {
  typed: true,
  value: (_, answer) => (answer as { text: string } | null)?.text ?? null,
  label: ({ questions }) => questions.label,
  async ask({ world, actor, texts, facts, press }) {
    const { questions } = texts;
    const { thread } = facts;
    if (thread === null) {
      const [participant] = await world.store.participants.ofPerson(actor.person.id);
      const trainers =
        participant === undefined ? [] : await world.store.classes.trainersOf(participant.trainingClass.id);
      const last = await world.store.questions.latestOf(actor.person.id);
      return paragraphs(last !== null && stateOf(texts, last), questions.ask(trainers.map(({ name }) => name)));
    }
    const quoted = shortened(thread.last.text === "" ? questions.photoOnly : thread.last.text);
    if (!facts.asTrainer) return questions.goingOn(quoted);
    const { asker, libraryName, className } = thread;
    return {
      ...questions.answering({ askerName: asker.name, libraryName, className, text: quoted }),
      buttons: [
        ...questions.quick.map((label, index) => [{ label, data: press(`quick.${index}`) }]),
        [{ label: questions.noAnswerNeeded, data: press(NO_ANSWER) }],
      ],
    };
  },
  read({ texts, facts }, input) {
    const { questions, common } = texts;
    if (input.kind === "press") {
      if (facts.asTrainer && input.value === NO_ANSWER) return { kind: "answer", value: null };
      const quick = facts.asTrainer ? questions.quick[Number(/^quick\.(\d)$/.exec(input.value)?.[1])] : undefined;
      if (quick === undefined) return { kind: "problem", say: common.oldMenu() };
      return { kind: "answer", value: { text: quick, photoId: null } };
    }
    if (input.kind === "text") {
      const text = input.text.trim();
      if (text.length > LONGEST_TEXT) return { kind: "problem", say: common.tooLong(LONGEST_TEXT) };
      if (text.length < 2) return { kind: "problem", say: common.notUnderstoodHere(questions.example) };
      return { kind: "answer", value: { text, photoId: null } };
    }
    if (input.kind !== "file" || input.file.kind !== "photo") return { kind: "problem", say: questions.textOrPhoto() };
    const text = input.file.caption?.trim() ?? "";
    if (text.length > LONGEST_CAPTION) return { kind: "problem", say: common.tooLong(LONGEST_CAPTION) };
    return { kind: "answer", value: { text, photoId: input.file.fileId } };
  },
};

export const questionForm: Form<QuestionFacts> = {
  name: "question",
  version: 1,
  async load(world, actor, subject) {
    const id = /^thread:(\d+)$/.exec(subject)?.[1];
    if (id === undefined) return { thread: null, asTrainer: false };
    const thread = await world.store.questions.find(Number(id));
    if (thread === null) return null;
    const side = await sideOfThread(world.store, actor, thread);
    return side === null ? null : { thread, asTrainer: side !== "asker" };
  },
  about: ({ questions }, { thread, asTrainer }) =>
    asTrainer && thread !== null ? questions.aboutAnswer(thread.asker.name) : questions.about,
  look: ({ thread, asTrainer }) =>
    asTrainer && thread !== null ? { action: "question.view", subject: `thread:${thread.id}` } : null,
  // They have written in it in another way, by a reply of Telegram's own.
  isOvertaken: ({ thread }, draft, { actor }) =>
    thread !== null && thread.lastAt > draft.updatedAt && thread.last.authorId === actor.person.id,
  rescue: {
    question: ({ questions }) => questions.inShort,
    // What waits for a trainer's answer stands in their summary.
    isSilent: ({ asTrainer, thread }, draft) => asTrainer || (thread !== null && thread.lastAt > draft.updatedAt),
  },
  order: () => ["message"],
  steps: { message },
  async finish({ world, actor, facts }, draft, updateId) {
    const written = draft.answers.message as { text: string; photoId: string | null } | null;
    return world.store.transaction(async (store) => {
      const inside = { ...world, store };
      const { thread } = facts;
      const outcome = await (thread === null
        ? askTrainers(inside, actor, { text: "", photoId: null, ...written, updateId })
        : written === null
          ? closeThread(inside, actor, thread.id)
          : replyInThread(inside, actor, { ...written, updateId, threadId: thread.id }));
      const said = threadReceipt(actor, outcome, thread);
      await store.drafts.finish(draft.id, said as unknown as Json, updateId, world.clock.now());
      return { kind: "done", message: said };
    });
  },
};

/** What became of the last question; an answer that could not be delivered is read here. */
function stateOf({ questions }: Texts, { state, last }: QuestionThread): string | RichText {
  if (state !== "answered") return questions.lastState[state];
  return questions.lastAnswer(last.authorName, shortened(last.text === "" ? questions.photoOnly : last.text));
}

function shortened(text: string): string {
  return text.length <= QUOTED ? text : `${text.slice(0, QUOTED).trimEnd()}…`;
}
