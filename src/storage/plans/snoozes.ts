// Reminders that were put off: a row for each plan that the message was about.
import type { Snooze, SnoozesPort } from "../../ports/plans/snoozes.js";
import type { Db } from "../engine/database.js";
import { POSTS } from "../upkeep/posts.js";

export function createSnoozes(db: Db): SnoozesPort {
  return {
    async add({ personId, messageId, planIds, until }, now) {
      await db.snooze.createMany({
        data: planIds.map((planId) => ({ planId, personId, messageId, until, at: now })),
        skipDuplicates: true,
      });
    },
    async find(personId, messageId) {
      const rows = await db.snooze.findMany({ where: { personId, messageId }, orderBy: { planId: "asc" } });
      return bundled(rows)[0] ?? null;
    },
    async reminderBehind(chatId, messageId) {
      const rows = await db.$queryRaw<{ subjects: string[]; settledAt: Date | null }[]>`
        SELECT subjects, settled_at AS "settledAt" FROM ${POSTS} o
        WHERE chat_id = ${chatId}::bigint AND state = 'sent' AND telegram_message_id = ${messageId}::bigint`;
      const planIds = rows
        .flatMap(({ subjects }) => subjects)
        .flatMap((subject) => /^plan:(\d+)$/.exec(subject)?.[1] ?? [])
        .map(Number);
      const sentAt = rows[0]?.settledAt;
      return sentAt == null || planIds.length === 0 ? null : { planIds, sentAt };
    },
    async countsOf(planIds) {
      if (planIds.length === 0) return [];
      return db.$queryRaw<{ planId: number; personId: number; count: number }[]>`
        SELECT s.plan_id AS "planId", s.person_id AS "personId", count(*)::int AS count
        FROM snoozes s JOIN work_plans wp ON wp.id = s.plan_id
        WHERE s.plan_id = ANY(${planIds}::int[]) AND (wp.last_report_at IS NULL OR s.at > wp.last_report_at)
        GROUP BY s.plan_id, s.person_id`;
    },
    async running(planIds, now) {
      return db.snooze.findMany({
        where: { planId: { in: planIds }, until: { gt: now } },
        select: { planId: true, personId: true, until: true },
      });
    },
    async due(now, limit) {
      const rows = await db.$queryRaw<Row[]>`
        SELECT plan_id AS "planId", person_id AS "personId", message_id AS "messageId", until, at FROM snoozes
        WHERE reminded_at IS NULL AND (person_id, message_id) IN (
          SELECT person_id, message_id FROM snoozes
          WHERE reminded_at IS NULL AND until <= ${now}::timestamp ORDER BY until, id LIMIT ${limit})
        ORDER BY until, id`;
      return bundled(rows);
    },
    async markReminded(snoozes, now) {
      await db.$executeRaw`
        UPDATE snoozes SET reminded_at = ${now}::timestamp
        WHERE (person_id, message_id) IN (
          SELECT * FROM unnest(${snoozes.map(({ personId }) => personId)}::int[], ${snoozes.map(({ messageId }) => messageId)}::bigint[]))`;
    },
    async moveClock(personId, hours, now) {
      await db.$executeRaw`
        UPDATE snoozes SET until = GREATEST(until + make_interval(hours => ${hours}::int), ${now}::timestamp)
        WHERE person_id = ${personId} AND reminded_at IS NULL AND until > ${now}::timestamp`;
    },
    async remindAgain(planIds) {
      await db.$executeRaw`
        UPDATE snoozes SET reminded_at = NULL WHERE reminded_at IS NOT NULL AND plan_id IN (
          SELECT id FROM work_plans
          WHERE (library_id, cohort_id) IN (SELECT library_id, cohort_id FROM work_plans WHERE id = ANY(${planIds}::int[]))
            AND state <> 'done')`;
    },
  };
}

interface Row {
  personId: number;
  messageId: bigint;
  planId: number;
  until: Date;
  at: Date;
}

function bundled(rows: Row[]): Snooze[] {
  const byMessage = new Map<string, Snooze>();
  for (const { personId, messageId, planId, until, at } of rows) {
    const key = `${personId} ${messageId}`;
    const known = byMessage.get(key);
    if (known === undefined)
      byMessage.set(key, { personId, messageId: Number(messageId), planIds: [planId], until, at });
    else known.planIds.push(planId);
  }
  return [...byMessage.values()];
}
