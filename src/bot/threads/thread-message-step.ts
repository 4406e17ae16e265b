// One message of a thread: words, with the photos, documents and voice that came before or with them.

import { fitLabel } from "../../domain/messages/button-label.js";
import type { RichText } from "../../domain/messages/message.js";
import { MOST_FILES_OF_A_QUESTION, type ThreadFile } from "../../domain/threads/thread-file.js";
import { LONGEST_LETTER, SHOWN_ON_OPENING } from "../../domain/threads/waiting.js";
import { cutTo } from "../../domain/words/cut-to.js";
import type { QuestionThread, ThreadWord } from "../../ports/plans/threads.js";
import { asJson } from "../../ports/queue/drafts.js";
import type { Texts } from "../../texts/index.js";
import { paragraphs } from "../../texts/rich.js";
import { listQuickAnswers, viewAsking } from "../../use-cases/index.js";
import type { Answers, Reading, Step, StepContext } from "../forms/form.js";
import { isChosen } from "../forms/steps/choice-step.js";
import { likelyButtons, meantBy, offeredPage, takeAtOffered } from "./frequent-questions.js";
import { captionIn, notPassedOn, threadFileIn } from "./thread-files.js";

export interface QuestionFacts {
  /** The thread to go on in; null for a new question. */
  thread: QuestionThread | null;
  asTrainer: boolean;
  /** Nobody has answered yet, and the asker may add something. */
  mayAdd: boolean;
}

type Context = StepContext<QuestionFacts>;

/** `holds`: the answer itself is still to come. `own`: one of the quick answers that they keep. */
export type WrittenAnswer = { text: string; files: ThreadFile[]; holds?: true; own?: true };

/** What came before the words. */
type Collected = WrittenAnswer & {
  albumId: string | null;
  /** The frequent question that is offered for it: it is sent only when the asker says so. */
  found?: number;
};

/** holdsAlbum() of files-step.ts knows it by its end. */
const COLLECTED = "message.received";

const NO_ANSWER = "none";
/** "Let me check first." */
const HOLD = "hold";

export const threadMessageStep: Step<QuestionFacts> = {
  typed: true,
  keeps: "words",
  collects: true,
  value: (_, answer) => (answer as { text: string } | null)?.text ?? null,
  label: ({ threads }) => threads.label,
  async ask(context) {
    const { texts, answers, press } = context;
    const { files, found } = collectedIn(answers);
    const offered = context.facts.thread === null ? await offeredPage(context, found) : null;
    if (offered !== null) return offered;
    const question = await questionOf(context);
    if (files.length === 0) return question;
    const photos = files.filter(({ kind }) => kind === "photo").length;
    const words = paragraphs(
      texts.reports.files.received({ photos, documents: files.length - photos }),
      texts.threads.nowWrite(),
    );
    return { ...words, buttons: [[{ label: texts.threads.send, data: press("done"), tone: "success" }]] };
  },
  /** Sent before the question was there: kept with it. */
  late({ answers }, file) {
    const sent = threadFileIn({ kind: "file", file });
    const kept = sent === null ? {} : collect(answers, sent, file.caption ?? "");
    return Promise.resolve({ answers: kept, say: undefined });
  },
  async read(context, input): Promise<Reading> {
    const { texts, answers, facts } = context;
    const { threads, common } = texts;
    const before = collectedIn(answers);
    const taken = facts.thread === null ? await takeAtOffered(context, input, before.found) : null;
    if (taken === "send") return answer(before);
    if (taken !== null) return taken;
    const own = input.kind === "press" && facts.asTrainer ? await ownAnswer(context, input.value) : null;
    if (own !== null) return answer({ text: own, files: [], own: true });
    if (input.kind === "press") return pressed(context, input.value, before);
    if (isChosen({ value: NO_ANSWER, label: threads.noAnswerNeeded }, input) && facts.asTrainer) {
      return { kind: "answer", value: null };
    }
    if (isChosen({ value: "done", label: threads.send }, input) && before.files.length > 0) return answer(before);
    if (input.kind === "text") {
      const text = joined(before.text, input.text);
      if (text.length > LONGEST_LETTER) return { kind: "problem", say: common.tooLong(LONGEST_LETTER) };
      if (text.length < 2) return { kind: "problem", say: common.notUnderstoodHere(threads.example) };
      return answerOrOffer(context, { ...before, text });
    }
    const file = threadFileIn(input);
    if (file === null) return { kind: "problem", say: notPassedOn(texts, input) };
    if (before.files.length >= MOST_FILES_OF_A_QUESTION)
      return { kind: "problem", say: threads.tooMany(MOST_FILES_OF_A_QUESTION) };
    const caption = captionIn(input);
    // Of a photo alone nobody can tell what is asked; in a thread the question is there.
    const isWhole = facts.thread !== null || file.kind === "voice" || caption !== "";
    if (!isWhole) return { kind: "kept", answers: collect(answers, file, caption) };
    const written = { text: joined(before.text, caption), files: [...before.files, file], albumId: file.albumId };
    return answerOrOffer(context, { ...before, ...written });
  },
};

/** A new question that a frequent one may answer is kept, and waits until its asker has seen that. */
async function answerOrOffer(context: Context, written: Collected): Promise<Reading> {
  const found = context.facts.thread === null ? await meantBy(context, written.text, written.found) : null;
  return found === null ? answer(written) : { kind: "kept", answers: { [COLLECTED]: asJson({ ...written, found }) } };
}

function pressed({ texts, facts }: Context, value: string, written: Collected): Reading {
  if (value === "done" && written.files.length > 0) return answer(written);
  if (facts.asTrainer && value === NO_ANSWER) return { kind: "answer", value: null };
  if (facts.asTrainer && value === HOLD) return answer({ text: texts.threads.hold, files: [], holds: true });
  const quick = facts.asTrainer ? texts.threads.quick[Number(/^quick\.(\d)$/.exec(value)?.[1])] : undefined;
  return quick === undefined ? { kind: "problem", say: texts.common.oldMenu() } : answer({ text: quick, files: [] });
}

/** One that the trainer keeps; null where the button is another, or it is kept no more. */
async function ownAnswer({ world, actor }: Context, value: string): Promise<string | null> {
  const id = Number(/^own\.(\d{1,9})$/.exec(value)?.[1]);
  return (await listQuickAnswers(world, actor)).find((one) => one.id === id)?.text ?? null;
}

function answer({ text, files, holds, own }: WrittenAnswer): Reading {
  const marks = { ...(holds === true && { holds }), ...(own === true && { own }) };
  return { kind: "answer", value: asJson({ text, files, ...marks }) };
}

async function questionOf(context: Context) {
  const { world, actor, texts, facts, press } = context;
  const { threads } = texts;
  const { thread } = facts;
  if (thread === null) {
    const { trainers, last } = await viewAsking(world, actor);
    const words = paragraphs(last !== null && stateOf(texts, last), threads.ask(trainers));
    return { ...words, buttons: await likelyButtons(context) };
  }
  if (facts.mayAdd) return threads.addHere();
  const word = facts.asTrainer ? toBeAnswered(thread) : thread.last;
  const quoted = cutTo(wordsOf(texts, word), SHOWN_ON_OPENING);
  if (!facts.asTrainer) return threads.goingOn(quoted);
  const { asker, libraryName, className } = thread;
  const by = word.authorId === actor.person.id ? null : word.authorName;
  const said =
    word.authorId === asker.id
      ? threads.answering({ askerName: asker.name, libraryName, className, text: quoted })
      : threads.answeringToo({ by, askerName: asker.name, text: quoted });
  return {
    ...said,
    buttons: [
      [{ label: threads.hold, data: press(HOLD) }],
      ...(await listQuickAnswers(world, actor)).map(({ id, text }) => [
        { label: fitLabel(text, undefined, { before: "⚡ " }), data: press(`own.${id}`) },
      ]),
      ...threads.quick.map((label, index) => [{ label, data: press(`quick.${index}`) }]),
      [{ label: threads.noAnswerNeeded, data: press(NO_ANSWER) }],
    ],
  };
}

/** What became of the last question; an answer that could not be delivered is read here. */
function stateOf(texts: Texts, thread: QuestionThread): string | RichText {
  const { threads } = texts;
  if (thread.state !== "answered") return threads.lastState[thread.state];
  // Found to need no answer, talked over, or its author is forgotten.
  if (thread.answer === null) return threads.lastState.answered;
  return threads.lastAnswer(thread.answer.authorName, cutTo(wordsOf(texts, thread.answer), SHOWN_ON_OPENING));
}

/** What a trainer is to answer; of what is answered, what was written last. */
export function toBeAnswered({ state, asked, last }: QuestionThread): ThreadWord {
  return state === "answered" ? last : asked;
}

/** Of what has no words, what it is; empty where nothing is left of it. */
export function wordsOf({ threads }: Texts, { text, files }: ThreadWord): string {
  const [first] = files;
  return text !== "" || first === undefined ? text : threads.wordless[first];
}

function collectedIn(answers: Answers): Collected {
  const { text = "", files = [], albumId = null, found } = (answers[COLLECTED] ?? {}) as Partial<Collected>;
  return { text, files, albumId, ...(found !== undefined && { found }) };
}

function collect(answers: Answers, file: ThreadFile, caption: string): Answers {
  const { text, files, ...before } = collectedIn(answers);
  const isKnown = files.some(({ fileId }) => fileId === file.fileId) || files.length >= MOST_FILES_OF_A_QUESTION;
  const all = isKnown ? files : [...files, file];
  const collected: Collected = { ...before, text: joined(text, caption), files: all, albumId: file.albumId };
  return { [COLLECTED]: asJson(collected) };
}

function joined(...parts: string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join("\n\n");
}
