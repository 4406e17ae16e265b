// Somebody else covers for a trainer who is away or will be; or nobody does.
import { isOver } from "../../../domain/caseload/cover.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { AbsenceRecord } from "../../../ports/people/absences.js";
import type { World } from "../../../ports.js";
import { setUpAlone } from "../../set-up-alone.js";
import { findAbsence } from "./find-absence.js";
import { tellAway, tellCover, tellCoverNoMore } from "./tell-of-cover.js";

export type ChooseCoverOutcome =
  | { kind: "chosen"; absence: AbsenceRecord }
  | { kind: "over" | "cover_unable" | "not_yours" };

/** Twice is once: who covers already is not told again. */
export async function chooseCover(
  world: World,
  asked: KnownActor,
  { absenceId, coverId }: { absenceId: number; coverId: number | null },
): Promise<ChooseCoverOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await setUpAlone(store, asked);
    const found = await findAbsence(inside, actor, absenceId);
    if (found.kind !== "found") return { kind: "not_yours" };
    const { absence: before } = found;
    if (isOver(before, now)) return { kind: "over" };
    if (before.coverId === coverId) return { kind: "chosen", absence: before };
    const possible = await store.absences.possibleCovers(before.personId, before);
    if (coverId !== null && !possible.some((one) => one.person.id === coverId)) return { kind: "cover_unable" };
    await store.absences.change(absenceId, { coverId });
    const subject = `person:${before.personId}`;
    const entry = { actorId: actor.person.id, action: "cover.choose" as const, subject, details: { coverId } };
    await store.audit.record(entry, now);
    await tellCoverNoMore(inside, before);
    const absence = (await store.absences.find(absenceId)) ?? before;
    await tellCover(inside, absence);
    if (actor.person.id !== absence.personId) await tellAway(inside, actor.person, absence);
    return { kind: "chosen", absence };
  });
}

/** Colleagues who can, for the question who it shall be. Empty for the one who may not ask. */
export async function listPossibleCovers(
  world: World,
  personId: number,
  span: Pick<AbsenceRecord, "startsAt" | "endsAt">,
): Promise<Awaited<ReturnType<World["store"]["absences"]["possibleCovers"]>>> {
  return world.store.absences.possibleCovers(personId, span);
}
