// When a trainer is away, who covers for them, and for whom they cover: for themselves, and for admins.
import type { KnownActor, Person } from "../../../domain/people/person.js";
import type { AbsenceRecord } from "../../../ports/people/absences.js";
import type { World } from "../../../ports.js";
import type { Refusal } from "../../access.js";
import { findTrainer } from "./find-absence.js";

export interface AwayView {
  person: Person;
  isSelf: boolean;
  /** Theirs, and those in which they cover; none that is over or was called off. */
  absences: AbsenceRecord[];
  covering: AbsenceRecord[];
}

export async function viewAway(
  world: World,
  actor: KnownActor,
  personId: number,
): Promise<({ kind: "found" } & AwayView) | Refusal> {
  const found = await findTrainer(world, actor, personId);
  if (found.kind !== "found") return found;
  const now = world.clock.now();
  const { absences } = world.store;
  return {
    ...{ kind: "found" as const, person: found.record.person, isSelf: found.isSelf },
    absences: await absences.openOf(personId, now),
    covering: await absences.openCoversOf(personId, now),
  };
}
