// Somebody who was chosen to cover says that they cannot: the one who is away hears of it, and chooses another.
import { isOver } from "../../../domain/caseload/cover.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { AbsenceRecord } from "../../../ports/people/absences.js";
import type { World } from "../../../ports.js";
import { setUpAlone } from "../../set-up-alone.js";
import { tellOfNo } from "./tell-of-cover.js";

export type DeclineCoverOutcome = { kind: "declined"; absence: AbsenceRecord } | { kind: "over" | "not_yours" };

/** Twice is once: the second time it says the same, and nobody is told. */
export async function declineCover(world: World, asked: KnownActor, absenceId: number): Promise<DeclineCoverOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await setUpAlone(store, asked);
    const absence = await store.absences.find(absenceId);
    if (absence === null) return { kind: "not_yours" };
    const line = {
      ...{ action: "cover.decline" as const, subject: `person:${absence.personId}` },
      details: { absenceId, coverId: actor.person.id },
    };
    if (absence.coverId !== actor.person.id) {
      return (await store.audit.has(line)) ? { kind: "declined", absence } : { kind: "not_yours" };
    }
    if (isOver(absence, now)) return { kind: "over" };
    await store.absences.change(absenceId, { coverId: null });
    await store.audit.record({ actorId: actor.person.id, ...line }, now);
    await tellOfNo(inside, actor.person, absence);
    return { kind: "declined", absence };
  });
}
