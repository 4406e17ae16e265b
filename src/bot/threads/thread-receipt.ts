// What somebody is told after writing in a thread: sent, to be sent in the morning, or why it cannot arrive.
import type { Message } from "../../domain/messages/message.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { QuestionThread } from "../../ports/plans/threads.js";
import { dayAndTime } from "../../texts/dates.js";
import { textsFor } from "../../texts/index.js";
import type { AskTrainersOutcome, ReplyInThreadOutcome } from "../../use-cases/index.js";
import { menuButtons } from "../talk/menu.js";

/** In characters: with our frame around it, well within Telegram's 4,096. */
export const LONGEST_TEXT = 3000;

/** `thread`: the one that was gone on in; null after a first question. */
export function threadReceipt(
  actor: KnownActor,
  outcome: AskTrainersOutcome | ReplyInThreadOutcome | { kind: "closed" },
  thread: QuestionThread | null,
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
    case "not_yours":
      return { ...threads.notYours(), buttons };
    case "province":
      return { ...threads.sentToProvince(), buttons };
    case "unreachable":
      return { ...(isAsker ? threads.questionStays() : threads.answerStays(thread.asker.name)), buttons };
    case "sent": {
      if (!isAsker) return { ...threads.replySent(outcome.to), buttons };
      const zone = actor.person.zone ?? thread?.zone ?? "Asia/Jakarta";
      const at = outcome.at === null ? null : dayAndTime(actor.language, zone, outcome.at);
      return { ...threads.sent(outcome.to, at), buttons };
    }
  }
}
