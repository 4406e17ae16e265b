// An admin who was told of a question without an answer hurries the class's trainers by a button. What a job tells them again: repeat-questions.ts.
import { action } from "../../../domain/messages/action.js";
import { isReachable, type KnownActor } from "../../../domain/people/person.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { World } from "../../../ports.js";
import { postTo } from "../../posting.js";
import { findThread } from "../find-thread.js";
import { unansweredSubject } from "./end-notices.js";

export type HurryTrainersOutcome =
  /** `unreachable`: they have blocked the bot, are gone, or never came. */
  | { kind: "hurried"; names: string[]; unreachable: string[] }
  /** nobody: the class has no trainer, or all are away and nobody covers for them. */
  | { kind: "answered" | "not_yours" | "nobody" };

/** Once a trainer and day, however often and by however many it is pressed. */
export async function hurryTrainers(world: World, actor: KnownActor, threadId: number): Promise<HurryTrainersOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const found = await findThread(inside, actor, threadId);
    if (found.kind !== "found" || found.side !== "province") return { kind: "not_yours" };
    const { thread } = found;
    if (thread.state === "answered") return { kind: "answered" };
    const trainers = await store.classes.carersOf(thread.classId, now);
    if (trainers.length === 0) return { kind: "nobody" };
    const reachable = trainers.filter(isReachable);
    const posted = await postTo(
      inside,
      reachable.map((to) => ({
        key: `thread-reminder:${threadId}:${to.id}:${dayIn(thread.zone, now)}`,
        kind: "question" as const,
        to: { ...to, zone: to.zone ?? thread.zone },
        names: [thread.asker.id, actor.person.id],
        subjects: [`thread:${threadId}`, unansweredSubject(threadId)],
        say: ({ threads }) => ({
          ...threads.hurried({
            adminName: actor.person.name,
            askerName: thread.asker.name,
            libraryName: thread.libraryName,
            className: thread.className,
            text: thread.asked.text,
            sinceOn: dayIn(thread.zone, thread.askedAt),
          }),
          buttons: [[{ label: threads.answer, data: action("question", threadId), tone: "primary" }]],
        }),
      })),
    );
    if (posted > 0) {
      const subject = `thread:${threadId}`;
      await store.audit.record({ actorId: actor.person.id, action: "question.remind", subject }, now);
    }
    const nameOf = ({ name }: { name: string }) => name;
    return {
      kind: "hurried",
      names: reachable.map(nameOf),
      unreachable: trainers.filter((trainer) => !isReachable(trainer)).map(nameOf),
    };
  });
}
