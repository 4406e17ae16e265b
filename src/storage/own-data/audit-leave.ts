// What may be done to lines of the account besides adding them: a trigger of the database refuses the rest (prisma/migrations,
// append_only_audits). The leave is asked for by name, holds for the work inside, and ends with it or with its transaction.
import type { Db } from "../engine/database.js";

export type AuditLeave =
  /** Lines from before this instant may be deleted: they have been kept for as long as the notices promise. */
  | { kind: "older"; than: Date }
  /** Lines about this practice may be deleted: nobody real is in it. */
  | { kind: "practice"; cohortId: number }
  /** Details and purpose may be emptied: somebody is forgotten. */
  | { kind: "blank" };

/** `tx`: of a transaction; outside of one the leave would end before the work begins. */
export async function withAuditLeave<T>(tx: Db, leave: AuditLeave, work: () => Promise<T>): Promise<T> {
  await tx.$queryRaw`SELECT set_config('audits.leave', ${nameOf(leave)}, true)`;
  const result = await work();
  // A failure ends the transaction, and the leave with it.
  await tx.$queryRaw`SELECT set_config('audits.leave', '', true)`;
  return result;
}

function nameOf(leave: AuditLeave): string {
  switch (leave.kind) {
    case "older":
      return `older:${leave.than.toISOString().replace("Z", "")}`;
    case "practice":
      return `practice:${leave.cohortId}`;
    case "blank":
      return "blank";
  }
}
