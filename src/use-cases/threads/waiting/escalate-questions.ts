// Job: a question or a plea for help that no trainer answered for two days is told to the province's admins, once.
import { UNANSWERED_HOURS } from "../../../domain/threads/waiting.js";
import type { QuestionThread } from "../../../ports/plans/threads.js";
import type { World } from "../../../ports.js";
import { postTo } from "../../posting.js";
import { provinceButtons } from "../thread-messages.js";
import { unansweredSubject } from "./end-notices.js";

/** A tick looks at so many; the next ones follow with the next. */
const BATCH = 200;

/** Twice is once: a thread is marked with its telling, and an answer takes the mark away for the next question in it. */
export async function escalateQuestions(world: World): Promise<{ escalated: number }> {
  const now = world.clock.now();
  const before = new Date(now.getTime() - UNANSWERED_HOURS * 3_600_000);
  let escalated = 0;
  for (const thread of await world.store.threads.unansweredSince(before, BATCH)) {
    escalated += await world.transaction((inside) => escalate(inside, thread));
  }
  return { escalated };
}

async function escalate(inside: World, thread: QuestionThread): Promise<number> {
  const now = inside.clock.now();
  if ((await inside.store.people.hold([thread.asker.id])).size > 0) return 0;
  const admins = await inside.store.classes.adminsOver(thread.classId);
  // Nobody could be told now: it is tried again, and the asker does not read that they were.
  if (admins.length === 0 || !(await inside.store.threads.markEscalated(thread.id, now))) return 0;
  const trainers = await inside.store.classes.carersOf(thread.classId, inside.clock.now());
  // The asker sees in their own data who was told.
  await inside.store.audit.record(
    { actorId: null, action: "question.escalate", subject: `person:${thread.asker.id}` },
    now,
  );
  const posted = await postTo(
    inside,
    admins.map((to) => ({
      key: `escalation:${thread.id}:${thread.askedAt.getTime()}:${to.id}`,
      kind: "escalation" as const,
      to: { ...to, zone: to.zone ?? thread.zone },
      names: [thread.asker.id, ...trainers.map(({ id }) => id)],
      subjects: [`thread:${thread.id}`, unansweredSubject(thread.id)],
      say: ({ threads }) => ({
        ...threads.escalated({
          askerName: thread.asker.name,
          libraryName: thread.libraryName,
          className: thread.className,
          text: thread.asked.text,
          trainers: trainers.map(({ name }) => name),
          zone: thread.zone,
          sinceAt: thread.askedAt,
        }),
        buttons: provinceButtons(threads, thread, trainers.length > 0),
      }),
    })),
  );
  return posted === 0 ? 0 : 1;
}
