// A trainer is back earlier than they said, or is not going to be away at all: everything returns at once.
import { isOver } from "../../../domain/caseload/cover.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { AbsenceRecord } from "../../../ports/people/absences.js";
import type { World } from "../../../ports.js";
import { setUpAlone } from "../../set-up-alone.js";
import { findAbsence } from "./find-absence.js";
import { tellBack, tellCoverNoMore } from "./tell-of-cover.js";

export type EndAbsenceOutcome = { kind: "ended"; absence: AbsenceRecord } | { kind: "not_yours" };

/** Twice is once. */
export async function endAbsence(world: World, asked: KnownActor, absenceId: number): Promise<EndAbsenceOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await setUpAlone(store, asked);
    const found = await findAbsence(inside, actor, absenceId);
    if (found.kind !== "found") return { kind: "not_yours" };
    const { absence } = found;
    if (isOver(absence, now)) return { kind: "ended", absence };
    // One that has not begun ends when it begins: it never was.
    await store.absences.change(absenceId, { endsAt: absence.startsAt > now ? absence.startsAt : now });
    const subject = `person:${absence.personId}`;
    await store.audit.record({ actorId: actor.person.id, action: "absence.end", subject }, now);
    await tellCoverNoMore(inside, absence);
    if (actor.person.id !== absence.personId) await tellBack(inside, actor.person, absence);
    return { kind: "ended", absence };
  });
}
