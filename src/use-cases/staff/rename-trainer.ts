// An admin writes the name of a trainer otherwise, as when the list had it wrong.
import type { KnownActor } from "../../domain/people/person.js";
import { mayRenameTrainer } from "../../domain/programme/staff-rights.js";
import type { World } from "../../ports.js";
import { setUpAlone } from "../set-up-alone.js";
import { findStaffHolding } from "./find-staff-holding.js";

/** Twice is once: who is called so already is renamed into themselves, and no line is written. */
export async function renameTrainer(
  world: World,
  asked: KnownActor,
  { personId, name }: { personId: number; name: string },
): Promise<{ kind: "renamed" | "not_allowed" }> {
  const now = world.clock.now();
  return world.transaction(async ({ store }) => {
    const actor = await setUpAlone(store, asked);
    const record = await findStaffHolding(store, personId);
    if (record === null || !mayRenameTrainer(actor, record)) return { kind: "not_allowed" };
    if (record.person.name === name) return { kind: "renamed" };
    await store.people.change(personId, { name });
    const entry = {
      actorId: actor.person.id,
      action: "staff.rename" as const,
      subject: `person:${personId}`,
      details: {},
    };
    await store.audit.record(entry, now);
    return { kind: "renamed" };
  });
}
