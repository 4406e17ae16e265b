// A class, for those who may run it.
import { mayRunClass } from "../../domain/people/permissions.js";
import type { Actor } from "../../domain/people/person.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";
import { type Access, access } from "../access.js";

export function findClassToRun(
  world: World,
  actor: Actor,
  classId: number,
): Promise<Access<{ trainingClass: TrainingClass }>> {
  const { classes } = world.store;
  return access(world, actor, {
    async find() {
      const trainingClass = await classes.find(classId);
      return trainingClass === null ? null : { trainingClass };
    },
    may: async ({ trainingClass }) => mayRunClass(actor, trainingClass, await classes.trainersOf(classId)),
  });
}
