// An admin gives a trainer of the list several classes at once.
import { mayStaffClass } from "../../../domain/people/permissions.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";
import { setUpAlone } from "../../set-up-alone.js";
import { findStaffHolding } from "../find-staff-holding.js";
import { tellOfClasses } from "../tell-of-role.js";

/** Twice is once. `taught`: the classes that are new to them. */
export async function teachClasses(
  world: World,
  asked: KnownActor,
  { classIds, personId }: { classIds: readonly number[]; personId: number },
): Promise<{ kind: "done"; taught: number[] } | { kind: "not_allowed" }> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await setUpAlone(store, asked);
    const classes = await store.classes.findAll(classIds);
    const isAll = classes.length === new Set(classIds).size;
    if (!isAll || !classes.every((one) => mayStaffClass(actor, one))) return { kind: "not_allowed" };
    const record = await findStaffHolding(store, personId);
    const isTrainer = record?.bindings.some(({ role, revokedAt }) => role === "trainer" && revokedAt === null);
    if (record === null || isTrainer !== true) return { kind: "not_allowed" };
    const known = new Set(record.classes.map(({ id }) => id));
    const taught = classIds.filter((id) => !known.has(id));
    await store.staff.teachAll(taught.map((classId) => ({ classId, personId })));
    const entries = taught.map((classId) => ({
      ...{
        actorId: actor.person.id,
        action: "class.trainer-add" as const,
        subject: `class:${classId}`,
        details: { personId },
      },
    }));
    await store.audit.recordAll(entries, now);
    if (personId !== actor.person.id) {
      const fresh = classes.filter(({ id }) => taught.includes(id));
      await tellOfClasses(inside, record.person, { classes: fresh, given: true });
    }
    return { kind: "done", taught };
  });
}
