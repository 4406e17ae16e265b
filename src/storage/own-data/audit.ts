// The account of what was done, and counters that name nobody.

import { chunksOf } from "../../domain/chunks-of.js";
import type { AuditEntry, AuditedChange, AuditPort } from "../../ports/own-data/audit.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma } from "../generated/client.js";
import { PLACE_OF_LINE } from "./audit-place.js";

/** Lines a statement. */
const CHUNK = 500;

export function createAudit(db: Db): AuditPort {
  return {
    record: (entry, now) => write(db, [entry], now),
    recordAll: (entries, now) => write(db, entries, now),
    async recordLooks(entries, sameWithin, now) {
      const since = new Date(now.getTime() - sameWithin);
      await write(
        ...([db, entries, now] as const),
        Prisma.sql`NOT EXISTS (
          SELECT 1 FROM audits a WHERE a.actor_id = l.actor_id AND a.at > ${since}::timestamp AND a.at <= ${now}::timestamp
            AND a.action = l.action AND a.subject = l.subject AND a.details IS NOT DISTINCT FROM l.details)`,
      );
    },
    async recordOnce(entry, updateId, now) {
      await write(
        ...([db, [{ ...entry, details: { ...entry.details, update: updateId } }], now] as const),
        Prisma.sql`NOT EXISTS (
          SELECT 1 FROM audits a WHERE a.actor_id = l.actor_id AND a.action = l.action AND a.subject = l.subject
            AND a.details ->> 'update' = l.details ->> 'update')`,
      );
    },
    async latestOf(actorId, action) {
      return db.audit.findFirst({
        where: { actorId, action },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        select: { at: true, details: true },
      });
    },
    async has({ action, subject, details = {} }) {
      const [row] = await db.$queryRaw<unknown[]>`
        SELECT 1 FROM audits WHERE action = ${action} AND subject = ${subject} AND details @> ${toJsonText(details)}::jsonb
        LIMIT 1`;
      return row !== undefined;
    },
    async changesAfter(line, { actions, subjects }) {
      return db.$queryRaw<AuditedChange[]>`
        SELECT action, subject, coalesce(details, '{}'::jsonb) AS details FROM audits
        WHERE id > coalesce((SELECT max(id) FROM audits WHERE action = ${line.action} AND subject = ${line.subject}), 0)
          AND action = ANY(${[...actions]}::text[]) AND subject = ANY(${[...subjects]}::text[])
        ORDER BY id`;
    },
    async count(name) {
      await db.counter.upsert({ where: { name }, create: { name, count: 1 }, update: { count: { increment: 1 } } });
    },
    async takeCount(name) {
      const [row] = await db.$queryRaw<{ count: number }[]>`DELETE FROM counters WHERE name = ${name} RETURNING count`;
      return row?.count ?? 0;
    },
    async countsLike(beginning) {
      const rows = await db.counter.findMany({ where: { name: { startsWith: beginning } }, orderBy: { name: "asc" } });
      return rows.map(({ name }) => name);
    },
  };
}

/** `unless`: a condition on the line l. */
async function write(db: Db, entries: readonly AuditEntry[], now: Date, unless = Prisma.sql`TRUE`): Promise<void> {
  for (const some of chunksOf(entries, CHUNK)) {
    await db.$executeRaw`
      INSERT INTO audits (at, actor_id, action, subject, details, purpose, about, province_code, regency_code, cohort_id)
      SELECT ${now}::timestamp, l.actor_id, l.action, l.subject, l.details, l.purpose,
        ARRAY[l.subject] || ARRAY(SELECT jsonb_array_elements_text(l.details -> 'shown')),
        coalesce(left(l.place, 2), placed.province_code), placed.regency_code, coalesce(l.cohort_id, placed.cohort_id)
      FROM (
        SELECT line.*, split_part(line.subject, ':', 1) AS kind, substring(line.subject FROM ':(.*)$') AS rest,
          substring(line.subject FROM '^[^:]+:([0-9]{1,9})$')::int AS number
        FROM jsonb_to_recordset(${toJsonText(some.map(rowOf))}::jsonb)
          AS line (n int, actor_id int, action text, subject text, details jsonb, purpose text, place text, cohort_id int)
      ) AS l, ${PLACE_OF_LINE}
      WHERE ${unless} ORDER BY l.n`;
  }
}

function rowOf({ actorId, action, subject, details, purpose, place }: AuditEntry, n: number) {
  return { n, actor_id: actorId, action, subject, details, purpose, place: place?.code, cohort_id: place?.cohortId };
}
