// Who on the roster has this phone number: a hit spares them every question.

import type { RosterRow } from "../../ports/people/participants.js";
import type { World } from "../../ports.js";

export interface Invited {
  row: RosterRow;
  className: string;
}

/** Rows that nobody has taken yet, in classes that can still be joined; the link's class first. */
export async function findInvited(world: World, phone: string, classId: number | null): Promise<Invited[]> {
  const rows = await world.store.participants.rosterByPhone(phone, classId);
  const invited = await Promise.all(
    rows.map(async (row) => ({ row, className: (await world.store.classes.find(row.classId))?.name ?? "" })),
  );
  const ofLink = invited.filter(({ row }) => row.classId === classId);
  return ofLink.length > 0 ? ofLink : invited;
}

/** The one that was chosen among several. */
export function findInvitedRow({ store }: Pick<World, "store">, id: number): Promise<RosterRow | null> {
  return store.participants.findRosterRow(id);
}
