// The door to a file about people: whose rows it would hold, for somebody who may see them.
import type { PeopleScope } from "../../../domain/caseload/files/people-scope.js";
import { type Care, isOwnPractice, mayRunClass } from "../../../domain/people/permissions.js";
import { isAdmin, isTrainer, type KnownActor } from "../../../domain/people/person.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import type { World } from "../../../ports.js";
import { type Access, access } from "../../access.js";
import { careWanted, practiceSubject } from "../care-wanted.js";

export interface OpenedScope {
  care: Care;
  /** Null: everybody who is looked after. */
  trainingClass: TrainingClass | null;
  /** Under which the account knows it: class:5, people, practice:3. */
  subject: string;
}

export async function openPeopleScope(
  world: Pick<World, "clock" | "store">,
  actor: KnownActor,
  { classId, practice }: Pick<PeopleScope, "classId" | "practice">,
): Promise<Access<OpenedScope>> {
  const { classes } = world.store;
  return access(world, actor, {
    async find(): Promise<OpenedScope | null> {
      if (classId === null) {
        const subject = practice ? practiceSubject(actor) : "people";
        return { care: careWanted(actor, { practice }), trainingClass: null, subject };
      }
      const trainingClass = await classes.find(classId);
      if (trainingClass === null) return null;
      const care = careWanted(actor, { practice: isOwnPractice(actor, trainingClass.cohortId) });
      return { care, trainingClass, subject: `class:${classId}` };
    },
    async may({ trainingClass }) {
      if (trainingClass === null) return isTrainer(actor) || isAdmin(actor);
      return mayRunClass(actor, trainingClass, await classes.trainersOf(trainingClass.id));
    },
  });
}
