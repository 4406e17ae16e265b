// An admin removes a class that nobody joined: made by mistake, or never held.
import { maySetUpClass } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";
import { setUpAlone } from "../set-up-alone.js";
import { tellOfClasses } from "../staff/tell-of-role.js";

export type RemoveClassOutcome =
  | { kind: "removed"; trainingClass: TrainingClass }
  /** has_participants: somebody joined, or libraries have plans by it; what people entered stays */
  | { kind: "refused"; reason: "has_participants" }
  | { kind: "not_allowed" };

/** Twice is once: what is gone is nobody's. */
export async function removeClass(world: World, asked: KnownActor, classId: number): Promise<RemoveClassOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await setUpAlone(store, asked);
    await store.schedule.hold([classId]);
    const trainingClass = await store.classes.find(classId);
    if (trainingClass === null || !maySetUpClass(actor, trainingClass)) return { kind: "not_allowed" };
    const contents = await store.programme.contents(classId);
    if (contents.participants + contents.plans > 0) return { kind: "refused", reason: "has_participants" };
    await tellTrainers(inside, actor, trainingClass);
    await store.programme.removeClass(classId);
    const details = { name: trainingClass.name, ...contents };
    await store.audit.record(
      {
        ...{ actorId: actor.person.id, action: "class.remove", subject: `class:${classId}`, details },
        place: { code: trainingClass.provinceCode, cohortId: trainingClass.cohortId },
      },
      now,
    );
    return { kind: "removed", trainingClass };
  });
}

/** Those to whom it was given hear that it is gone, and nothing else of it any more. */
async function tellTrainers(inside: World, actor: KnownActor, trainingClass: TrainingClass): Promise<void> {
  const { store, clock } = inside;
  const { id } = trainingClass;
  await store.outbox.takeBack({ subject: `class:${id}` }, "class removed", clock.now(), ["schedule_change"]);
  for (const trainer of await store.classes.trainersOf(id)) {
    if (trainer.id === actor.person.id) continue;
    await tellOfClasses(inside, trainer, { classes: [trainingClass], given: false });
  }
}
