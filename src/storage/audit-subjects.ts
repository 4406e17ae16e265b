// Under which subjects the account of what was done speaks of a person.
import type { Db } from "./database.js";

export async function auditSubjects(db: Db, personId: number, participantIds: number[]): Promise<string[]> {
  const rows = await db.rosterRow.findMany({ where: { participantId: { in: participantIds } } });
  return [
    `person:${personId}`,
    ...participantIds.map((id) => `participant:${id}`),
    ...rows.map(({ id }) => `roster_row:${id}`),
  ];
}
