// An admin gives a class another trainer from the list, or takes one from it.
import { maySetUpClass, mayStaffClass } from "../../../domain/people/permissions.js";
import type { KnownActor, Person } from "../../../domain/people/person.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import type { World } from "../../../ports.js";
import { setUpAlone } from "../../set-up-alone.js";
import { findStaffHolding } from "../find-staff-holding.js";
import { tellOfClasses } from "../tell-of-role.js";
import { isInReach } from "../view-staff.js";

export type TeachClassOutcome =
  | { kind: "done"; person: Person; trainingClass: TrainingClass }
  | { kind: "not_allowed" };

/** Twice is once, and says the same. */
export async function teachClass(
  world: World,
  asked: KnownActor,
  { classId, personId, teaches }: { classId: number; personId: number; teaches: boolean },
): Promise<TeachClassOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await setUpAlone(store, asked);
    const trainingClass = await store.classes.find(classId);
    if (trainingClass === null || !maySetUpClass(actor, trainingClass)) return { kind: "not_allowed" };
    if (teaches && !mayStaffClass(actor, trainingClass)) return { kind: "not_allowed" };
    const record = await findStaffHolding(store, personId);
    const isTrainer = record?.bindings.some(({ role, revokedAt }) => role === "trainer" && revokedAt === null);
    if (record === null || (teaches && isTrainer !== true)) return { kind: "not_allowed" };
    const subject = `class:${classId}`;
    const isTaught = record.classes.some(({ id }) => id === classId);
    // A trainer of another province is not on this admin's list, and their name is not said. Where the first press took them from this
    // class, it said their name, and the second press says the same.
    const wasTaken = async () =>
      !teaches && (await store.audit.has({ action: "class.trainer-remove", subject, details: { personId } }));
    if (!isTaught && !isInReach(actor, record) && !(await wasTaken())) return { kind: "not_allowed" };
    if (isTaught !== teaches) {
      await (teaches ? store.staff.teach(classId, personId) : store.staff.stopTeaching(classId, personId));
      const action = teaches ? "class.trainer-add" : "class.trainer-remove";
      const details = { personId };
      await store.audit.record({ actorId: actor.person.id, action, subject, details }, now);
      // Who does it to themselves knows; a former trainer has heard of more than this class.
      const isToTell = isTrainer === true && personId !== actor.person.id;
      if (isToTell) await tellOfClasses(inside, record.person, { classes: [trainingClass], given: teaches });
    }
    return { kind: "done", person: record.person, trainingClass };
  });
}
