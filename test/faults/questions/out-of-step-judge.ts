// Whether what somebody said at a form became an answer to its own question and to no other, and whether they heard of it where it did not.
import type { Update } from "grammy/types";
import { FORMS, type FormName } from "../../../src/bot/forms/forms.js";
import type { Json } from "../../../src/ports/queue/drafts.js";
import { textsFor } from "../../../src/texts/index.js";
import type { Question } from "./every-question.js";
import type { Said } from "./out-of-step-walk.js";

const inShort = (text: string) => text.slice(0, 60);

const { announcement, common, threads } = textsFor("id");
const TOLD = [
  common.sentBefore(),
  common.repliedElsewhere(),
  common.oldMenu(),
  common.gone(),
  common.editedMessage(),
  announcement.draft.editedMessage(),
];
const isTold = (heard: string) => TOLD.some(({ text }) => heard.includes(text.split("\n")[0] ?? text));

/** A reply to a message of a thread is no answer to the form: it goes into that thread, and its receipt begins like one of these. */
const RECEIPTS = [threads.replySent([""]), threads.sent([""], "")].map(({ text }) => text.split(/[ .]/, 2).join(" "));
const isPassedOn = ({ message }: Update, heard: string) =>
  message?.reply_to_message !== undefined && RECEIPTS.some((receipt) => heard.includes(receipt));

/** Steps that take a photo which was still on its way when they were answered. */
const TAKE_PHOTOS = ["files", "paper", "activity", "add", "message", "content", "photos"];

export interface Handled {
  before: Question;
  after: Question | null;
  /** What came into the chat meanwhile. */
  heard: string;
}

/** What is not as it must be after this was handled; nothing where all is well. */
export function judge(form: FormName, { update, what, step, means, isPlain }: Said, handled: Handled): string[] {
  const { before, after, heard } = handled;
  const isPhoto = update.message?.photo !== undefined;
  const changed = changedSteps(form, before, after);
  const allowed = isPhoto ? [step, ...TAKE_PHOTOS] : [step];
  const wrong = changed
    .filter((one) => !allowed.includes(one))
    .map((one) => `stored for ${one}: ${JSON.stringify(after?.draft.answers[one])}`);
  const taken = step === null ? undefined : after?.draft.answers[step];
  if (step !== null && changed.includes(step) && means !== undefined && !isSame(taken, means)) {
    wrong.push(`kept as ${inShort(JSON.stringify(taken))}`);
  }
  // Ended by an answer, it was ended by one to its last question.
  if (after === null && step !== before.step && !isTold(heard)) wrong.push("has ended the form");
  const isTaken = after === null || progressOf(after) !== progressOf(before);
  const isOutOfStep = step !== before.step;
  // Pressed once more, what the screen says already need not be said again.
  const isSaid = update.callback_query !== undefined && !isOutOfStep;
  if (!isTaken && !isPhoto && !isSaid && heard === "") wrong.push("is not answered");
  const isExplained = isTold(heard) || isPassedOn(update, heard);
  if (!isTaken && isOutOfStep && !isPhoto && !isExplained) wrong.push(`is lost: ${inShort(heard)}`);
  if (isPlain === true && isTold(heard)) wrong.push(`is refused: ${inShort(heard)}`);
  return wrong.map((one) => `${what} for ${step}, read at ${before.step}, ${one}`);
}

/** Answers that are there now and were not, or are others. */
function changedSteps(form: FormName, before: Question, after: Question | null): string[] {
  if (after === null) return [];
  const steps = Object.keys(after.draft.answers).filter(
    (key) => FORMS[form].questions.includes(key) || (key.startsWith("q.") && !key.endsWith(".ticked")),
  );
  return steps.filter((key) => !isSame(before.draft.answers[key], after.draft.answers[key] as Json));
}

/** But for blanks: a phone cuts between words. */
function isSame(one: Json | undefined, other: Json): boolean {
  const plain = (value: Json | undefined) => JSON.stringify(value)?.replace(/\s+/g, "");
  return plain(one) === plain(other);
}

const progressOf = ({ draft: { answers, editing } }: Question) => JSON.stringify([answers, editing]);
