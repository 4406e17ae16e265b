// Who has been kept long enough, class by class.
import type { RetentionPort } from "../../ports/own-data/retention.js";
import { dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { withAuditLeave } from "../own-data/audit-leave.js";

/** In place of a name that a list must show. */
const NOBODY = "–";

/** Nothing younger holds them: no class, no role or invitation, no consent. Of people p. */
export function isDue(before: Date): Prisma.Sql {
  const at = Prisma.sql`${before}::timestamp`;
  return Prisma.sql`p.erased_at IS NULL AND p.created_at < ${at}
    AND NOT EXISTS (SELECT 1 FROM role_bindings r WHERE r.person_id = p.id AND (r.revoked_at IS NULL OR r.revoked_at >= ${at}))
    AND NOT EXISTS (SELECT 1 FROM invitations i WHERE i.person_id = p.id AND i.created_at >= ${at})
    AND NOT EXISTS (SELECT 1 FROM participants y JOIN training_classes yc ON yc.id = y.class_id
      WHERE y.person_id = p.id AND yc.ends_on >= (${at})::date)
    AND NOT EXISTS (SELECT 1 FROM class_trainers t JOIN training_classes tc ON tc.id = t.class_id
      WHERE t.person_id = p.id AND tc.ends_on >= (${at})::date)`;
}

/** Of people p who are due: they never were in a class, and their word is as old. */
export function isDueOfNoClass(before: Date): Prisma.Sql {
  return Prisma.sql`(NOT EXISTS (SELECT 1 FROM participants pa WHERE pa.person_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM consent_receipts cr WHERE cr.person_id = p.id AND cr.given_at >= ${before}::timestamp))`;
}

export function createRetention(db: Db): RetentionPort {
  return {
    async dueClasses(endedBefore, before, limit) {
      return db.$queryRaw<{ id: number; name: string; personIds: number[]; invited: number }[]>`
        SELECT * FROM (
          SELECT c.id, c.name, c.ends_on,
            ARRAY(SELECT DISTINCT p.id FROM participants pa JOIN people p ON p.id = pa.person_id
              WHERE pa.class_id = c.id AND ${isDue(before)} ORDER BY p.id) AS "personIds",
            (SELECT count(*)::int FROM roster_rows r WHERE r.class_id = c.id AND r.participant_id IS NULL
              AND (r.name <> ${NOBODY} OR r.phone IS NOT NULL OR r.library_name IS NOT NULL)) AS invited
          FROM training_classes c WHERE c.ends_on < ${dayToColumn(endedBefore)}::date
        ) due WHERE cardinality("personIds") > 0 OR invited > 0 ORDER BY ends_on, id LIMIT ${limit}`;
    },
    async duePeopleOfNoClass(before, limit) {
      const rows = await db.$queryRaw<{ id: number }[]>`
        SELECT p.id FROM people p WHERE ${isDue(before)} AND ${isDueOfNoClass(before)}
        ORDER BY p.id LIMIT ${limit}`;
      return rows.map(({ id }) => id);
    },
    async isStillDue(personId, before) {
      const rows = await db.$queryRaw<unknown[]>`
        SELECT 1 FROM people p WHERE p.id = ${personId} AND ${isDue(before)}
          AND (EXISTS (SELECT 1 FROM participants pa WHERE pa.person_id = p.id) OR ${isDueOfNoClass(before)})`;
      return rows.length === 1;
    },
    async forgetInvited(classId) {
      // A reading room is often called after the one who keeps it.
      const { count } = await db.rosterRow.updateMany({
        where: {
          ...{ classId, participantId: null },
          OR: [{ NOT: { name: NOBODY } }, { NOT: { phone: null } }, { NOT: { libraryName: null } }],
        },
        data: { name: NOBODY, phone: null, libraryName: null },
      });
      return count;
    },
    async forgetAudits(before) {
      return withAuditLeave(
        db,
        { kind: "older", than: before },
        () => db.$executeRaw`DELETE FROM audits WHERE at < ${before}::timestamp`,
      );
    },
  };
}
