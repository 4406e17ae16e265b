// What somebody is told after writing in a thread: sent, to be sent in the morning, or why it cannot arrive.
import { action } from "../../domain/messages/action.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { isTrainer, type KnownActor } from "../../domain/people/person.js";
import { canBeQuick } from "../../domain/threads/quick-answer.js";
import type { QuestionThread } from "../../ports/plans/threads.js";
import { dayAndTime } from "../../texts/dates.js";
import { type Texts, textsFor } from "../../texts/index.js";
import { paragraphs } from "../../texts/rich.js";
import type { AskTrainersOutcome, CloseThreadOutcome, ReplyInThreadOutcome } from "../../use-cases/index.js";
import { menuButtons } from "../talk/main-menu.js";

/** `thread`: the one that was gone on in; null after a first question. */
export function threadReceipt(
  actor: KnownActor,
  outcome: AskTrainersOutcome | ReplyInThreadOutcome | CloseThreadOutcome,
  thread: QuestionThread | null,
  /** What was written: a trainer may keep it. */
  written: { text: string; files: readonly unknown[]; holds?: boolean } | null = null,
): Message {
  const texts = textsFor(actor.language);
  const { threads } = texts;
  const buttons = menuButtons(actor, texts);
  const isAsker = thread === null || thread.asker.id === actor.person.id;
  switch (outcome.kind) {
    case "no_class":
      return { ...threads.noClass(), buttons };
    case "closed":
      return { ...threads.closed(), buttons };
    case "wrote_again":
      return { ...threads.wroteAgain(thread?.asker.name ?? ""), buttons: [...answerButton(texts, thread), ...buttons] };
    case "not_yours":
      return { ...threads.notYours(), buttons };
    case "kept":
      return { ...threads.thanksKept(), buttons };
    case "province":
      return { ...threads.sentToProvince(), buttons };
    case "unreachable":
      return { ...(isAsker ? threads.questionStays() : threads.answerStays(thread.asker.name)), buttons };
    case "sent": {
      if (!isAsker && "wroteAgain" in outcome) {
        const words = paragraphs(threads.replySent(outcome.to), threads.wroteAgain(thread.asker.name));
        return { ...words, buttons: [...answerButton(texts, thread), ...buttons] };
      }
      if (!isAsker)
        return {
          ...threads.replySent(outcome.to),
          buttons: [...keepButton(texts, actor, thread, written), ...buttons],
        };
      const zone = actor.person.zone ?? thread?.zone ?? "Asia/Jakarta";
      const at = outcome.at === null ? null : dayAndTime(actor.language, zone, outcome.at);
      return { ...threads.sent(outcome.to, at), buttons };
    }
  }
}

function answerButton({ threads }: Texts, thread: QuestionThread | null): Button[][] {
  return thread === null ? [] : [[{ label: threads.answer, data: action("question", thread.id), tone: "primary" }]];
}

/** What stands below every question already needs not be kept. */
function keepButton(
  { quickAnswers, threads }: Texts,
  actor: KnownActor,
  thread: QuestionThread,
  written: { text: string; files: readonly unknown[]; holds?: boolean } | null,
): Button[][] {
  if (written === null || written.holds === true || written.files.length > 0 || !isTrainer(actor)) return [];
  const isThere = threads.quick.includes(written.text);
  return isThere || !canBeQuick(written.text)
    ? []
    : [[{ label: quickAnswers.keep, data: action("keep_answer", thread.id) }]];
}
