// Job: a question whose trainers are trainers of the class no more goes to those who are left, or to the province, and its asker is
// told who has it now.
import { action } from "../../../domain/messages/action.js";
import type { Message } from "../../../domain/messages/message.js";
import type { QuestionThread } from "../../../ports/plans/threads.js";
import type { World } from "../../../ports.js";
import { dayAndTime } from "../../../texts/dates.js";
import type { Texts } from "../../../texts/index.js";
import { postTo } from "../../posting.js";
import { type PassedOn, passOn } from "../pass-on.js";

type Became = Exclude<PassedOn, { kind: "kept" }>;

/** A tick looks at so many; the next ones follow with the next. */
const BATCH = 200;

/** Twice is once: what was taken back is noted as passed on, and a thread that the province has is not found again. */
export async function passOnAnew(world: World): Promise<{ passedOn: number }> {
  let passedOn = 0;
  for (const { id } of await world.store.threads.withoutReaders(BATCH, world.clock.now())) {
    passedOn += await world.transaction((inside) => passThreadOn(inside, id));
  }
  return { passedOn };
}

async function passThreadOn(inside: World, threadId: number): Promise<number> {
  const now = inside.clock.now();
  const subject = `thread:${threadId}`;
  const seen = await inside.store.threads.find(threadId);
  if (seen === null || (await inside.store.people.hold([seen.asker.id])).size > 0) return 0;
  // Read again: an answer may have come while the asker was waited for.
  const thread = (await inside.store.threads.find(threadId)) ?? seen;
  if (thread.state === "answered" || thread.escalatedAt !== null) return 0;
  const hasTrainers = (await inside.store.classes.carersOf(thread.classId, inside.clock.now())).length > 0;
  if (!hasTrainers) await inside.store.outbox.takeBack({ subject }, "passed on", now, ["question"]);
  const takenBack = await inside.store.outbox.notePassedOn(subject);
  if (hasTrainers && takenBack === 0) return 0;
  let last: Became | null = null;
  let key = "";
  for (const written of await inside.store.threads.unheard(threadId)) {
    const became = await passOn(inside, thread, { ...written, author: thread.asker });
    if (became.kind === "kept") continue;
    last = became;
    // Nobody there yet: anyone who asks at the next minute shall not tell it again.
    key = last.kind === "unreachable" ? `${written.messageId}:nobody` : `${written.messageId}:${now.getTime()}`;
  }
  if (last === null) return 0;
  const became = last;
  return postTo(inside, [
    {
      key: `passed-on:${key}`,
      kind: "answer",
      to: thread.asker,
      names: [],
      subjects: [subject],
      say: (texts) => passedOnMessage(texts, thread, became),
    },
  ]);
}

function passedOnMessage(texts: Texts, { id, asker, zone }: QuestionThread, became: Became): Message {
  const { threads, language } = texts;
  if (became.kind === "unreachable") return threads.questionStays();
  const at = became.kind === "sent" && became.at !== null ? dayAndTime(language, asker.zone ?? zone, became.at) : null;
  const said = became.kind === "province" ? threads.nowAtProvince() : threads.nowAt(became.to, at);
  return { ...said, buttons: [[{ label: threads.askedOpen, data: action("asked", id) }]] };
}
