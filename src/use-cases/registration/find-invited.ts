// Who on the roster has this phone number: a hit spares them every question.

import { INVITED_LATE_DAYS } from "../../domain/programme/new-class.js";
import { addDays, dayIn } from "../../domain/time/calendar.js";
import type { RosterRow } from "../../ports/people/participants.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";

export interface Invited {
  row: RosterRow;
  trainingClass: TrainingClass;
}

/**
 * Rows that nobody has taken yet: with a link of its class alone, because the link decides which class it is; without one, in classes that
 * are not long over.
 */
export async function findInvited(world: World, phone: string, linkClassId: number | null): Promise<Invited[]> {
  const rows = await world.store.participants.rosterByPhone(phone, linkClassId);
  const found = await Promise.all(rows.map((row) => withClass(world, row)));
  return found.filter(({ trainingClass }) => linkClassId !== null || isOpen(trainingClass, world.clock.now()));
}

function isOpen({ zone, plansDueOn }: TrainingClass, now: Date): boolean {
  return addDays(plansDueOn, INVITED_LATE_DAYS) >= dayIn(zone, now);
}

/** The one that was chosen among several. */
export async function findInvitedRow(world: Pick<World, "store">, id: number): Promise<Invited | null> {
  const row = await world.store.participants.findRosterRow(id);
  return row === null ? null : withClass(world, row);
}

async function withClass({ store }: Pick<World, "store">, row: RosterRow): Promise<Invited> {
  const trainingClass = await store.classes.find(row.classId);
  if (trainingClass === null) throw new Error(`The class ${row.classId} of a roster row is gone.`);
  return { row, trainingClass };
}
