// Job: a class whose people nobody looks after who can be reached is told to its province, once, until somebody does again.
import { action } from "../../../domain/messages/action.js";
import type { Person } from "../../../domain/people/person.js";
import type { UntendedClass } from "../../../ports/people/absences.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import type { World } from "../../../ports.js";
import { postTo } from "../../posting.js";

/** A tick looks at so many; the next ones follow with the next. */
const BATCH = 200;
/** More classes than that in one message are not read. */
const SHOWN = 3;

interface Untended extends UntendedClass {
  trainingClass: TrainingClass;
}

/** Twice is once: a class is marked with its telling. One message an admin, however many classes it is about. */
export async function tellOfUntended(world: World): Promise<{ untended: number }> {
  await world.store.absences.unmarkTended(world.clock.now());
  if ((await world.store.absences.untended(world.clock.now(), BATCH)).length === 0) return { untended: 0 };
  return world.transaction(async (inside) => {
    const { store, clock } = inside;
    const now = clock.now();
    const toTell = new Map<number, { to: Person; classes: Untended[] }>();
    let untended = 0;
    for (const found of await store.absences.untended(now, BATCH)) {
      const trainingClass = await store.classes.find(found.classId);
      const admins = await store.classes.adminsOver(found.classId);
      // Nobody could be told now: it is tried again.
      if (trainingClass === null || admins.length === 0) continue;
      if (!(await store.absences.markUntended(found.classId, now))) continue;
      untended += 1;
      for (const to of admins) {
        const before = toTell.get(to.id)?.classes ?? [];
        toTell.set(to.id, { to, classes: [...before, { ...found, trainingClass }] });
      }
    }
    await postTo(
      inside,
      [...toTell.values()].map(({ to, classes }) => ({
        key: `untended:${to.id}:${now.getTime()}`,
        kind: "untended" as const,
        to: { ...to, zone: to.zone ?? classes[0]?.trainingClass.zone ?? null },
        names: classes.flatMap(({ trainers }) => trainers.map(({ id }) => id)),
        subjects: classes.map(({ classId }) => `class:${classId}`),
        say: ({ cover }) => ({
          ...cover.untended(
            classes.slice(0, SHOWN).map(({ trainingClass, people, trainers }) => ({
              ...{ className: trainingClass.name, people, trainers },
            })),
            classes.length,
          ),
          buttons: classes
            .slice(0, SHOWN)
            .map(({ classId, trainingClass }) => [
              { label: cover.trainersOf(trainingClass.name), data: action("class_staff", classId, 0) },
            ]),
        }),
      })),
    );
    return { untended };
  });
}
