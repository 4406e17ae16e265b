// What somebody says of their class after its last day: once, without a name unless they want to put it there.
import { type FeedbackAnswers, withAnswers } from "../../domain/feedback/feedback.js";
import type { KnownActor } from "../../domain/people/person.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";

export type FeedbackOpening =
  | { kind: "open"; trainingClass: TrainingClass }
  | { kind: "given" | "too_soon" | "not_yours" };

/** Whether they may say something of this class now: they took part, it is over, and they have not answered yet. */
export async function openFeedback(world: World, { person }: KnownActor, classId: number): Promise<FeedbackOpening> {
  const { feedback, participants } = world.store;
  const own = (await participants.ofPerson(person.id)).find((one) => one.trainingClass.id === classId);
  if (own === undefined) return { kind: "not_yours" };
  const { trainingClass } = own;
  if (dayIn(trainingClass.zone, world.clock.now()) <= trainingClass.endsOn) return { kind: "too_soon" };
  return (await feedback.hasGiven(classId, person.id)) ? { kind: "given" } : { kind: "open", trainingClass };
}

/** Twice is once: the second time nothing is added. No line of the account says that they answered, or when. */
export async function giveFeedback(
  world: World,
  actor: KnownActor,
  { classId, answers, named }: { classId: number; answers: FeedbackAnswers; named: boolean },
): Promise<{ kind: "given" | "given_before" | "not_yours" }> {
  const { id } = actor.person;
  return world.transaction(async (inside) => {
    const { feedback, people } = inside.store;
    if ((await people.hold([id])).has(id)) return { kind: "not_yours" };
    const pool = await feedback.hold(classId);
    if (pool.givenBy.includes(id)) return { kind: "given_before" };
    if ((await openFeedback(inside, actor, classId)).kind !== "open") return { kind: "not_yours" };
    await feedback.keep(classId, withAnswers(pool, id, named ? null : answers));
    if (named) await feedback.keepNamed(classId, id, answers);
    return { kind: "given" };
  });
}
