// The account of what was done, and counters that name nobody.
import type { AuditEntry, AuditedChange, AuditPort } from "../../ports/own-data/audit.js";
import { chunksOf } from "../engine/chunks-of.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import type { Prisma } from "../generated/client.js";

/** Rows a statement: Prisma takes some 10 ms to put so many into words. */
const CHUNK = 100;

export function createAudit(db: Db): AuditPort {
  return {
    async record(entry, now) {
      await db.audit.create({ data: rowOf(entry, now) });
    },
    async recordAll(entries, now) {
      const rows = entries.map((entry) => rowOf(entry, now));
      for (const data of chunksOf(rows, CHUNK)) await db.audit.createMany({ data });
    },
    async recordLook({ actorId, action, subject, details = null }, sameWithin, now) {
      const since = new Date(now.getTime() - sameWithin);
      const kept = details === null ? null : toJsonText(details);
      await db.$executeRaw`
        INSERT INTO audits (at, actor_id, action, subject, details)
        SELECT ${now}::timestamp, ${actorId}::int, ${action}, ${subject}, ${kept}::jsonb
        WHERE NOT EXISTS (
          SELECT 1 FROM audits WHERE actor_id = ${actorId}::int AND at > ${since}::timestamp AND at <= ${now}::timestamp
            AND action = ${action} AND subject = ${subject} AND details IS NOT DISTINCT FROM ${kept}::jsonb)`;
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

function rowOf({ actorId, action, subject, details, purpose }: AuditEntry, now: Date): Prisma.AuditCreateManyInput {
  return {
    ...{ at: now, actorId, action, subject },
    ...(details && { details: details as Prisma.InputJsonObject }),
    ...(purpose !== undefined && { purpose }),
  };
}
