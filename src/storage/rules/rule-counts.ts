// Whom a change of the rules would concern: counted before it is put in force.
import type { Day } from "../../domain/time/calendar.js";
import type { RulesPort } from "../../ports/rules.js";
import { dayFromColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { isOfProgramme } from "../reach.js";
import { isReachable } from "../reachable.js";

type RuleCounts = Pick<
  RulesPort,
  "begunReports" | "openPlans" | "waitingByDay" | "sessionsOn" | "receivers" | "endedBefore"
>;

/** Of a wave w. */
const OURS = isOfProgramme(Prisma.sql`w.cohort_id`);

export function createRuleCounts(db: Db): RuleCounts {
  return {
    begunReports: () => db.draft.count({ where: { form: "report", result: { equals: Prisma.AnyNull } } }),
    async openPlans(from) {
      const rows = await db.$queryRaw<{ dueOn: Date; plans: number; people: number }[]>`
        SELECT p.due_on AS "dueOn", count(DISTINCT p.id)::int AS plans, count(DISTINCT m.person_id)::int AS people
        FROM work_plans p LEFT JOIN library_members m ON m.library_id = p.library_id AND m.until_at IS NULL
        WHERE p.state <> 'done' AND p.moved_to_id IS NULL AND p.due_on >= ${from}::date
          AND ${isOfProgramme(Prisma.sql`p.cohort_id`)}
        GROUP BY p.due_on ORDER BY p.due_on`;
      return rows.map(({ dueOn, ...counts }) => ({ dueOn: dayFromColumn(dueOn), ...counts }));
    },
    async waitingByDay(now) {
      return db.$queryRaw<{ day: Day; messages: number }[]>`
        SELECT to_char(due_at + interval '7 hours', 'YYYY-MM-DD') AS day, count(*)::int AS messages FROM outbox
        WHERE state = 'waiting' AND due_at > ${now}::timestamp GROUP BY 1 ORDER BY 1`;
    },
    async sessionsOn(days, now) {
      if (days.length === 0) return [];
      return db.$queryRaw<{ day: Day; sessions: number }[]>`
        SELECT day, count(*)::int AS sessions FROM (
          SELECT to_char(s.starts_at AT TIME ZONE 'UTC' AT TIME ZONE c.zone, 'YYYY-MM-DD') AS day
          FROM training_sessions s JOIN training_classes c ON c.id = s.class_id JOIN waves w ON w.id = c.wave_id
          WHERE s.cancelled_at IS NULL AND s.starts_at > ${now}::timestamp AND ${OURS}) AS coming
        WHERE day = ANY(${[...days]}::text[]) GROUP BY day ORDER BY day`;
    },
    async receivers() {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        SELECT count(DISTINCT p.id)::int AS count FROM people p JOIN participants pa ON pa.person_id = p.id
        JOIN training_classes c ON c.id = pa.class_id JOIN waves w ON w.id = c.wave_id
        WHERE pa.left_at IS NULL AND ${OURS} AND ${isReachable()}`;
      return row?.count ?? 0;
    },
    async endedBefore(day) {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM (
          SELECT pa.person_id FROM participants pa JOIN training_classes c ON c.id = pa.class_id
          JOIN waves w ON w.id = c.wave_id JOIN people p ON p.id = pa.person_id
          WHERE p.erased_at IS NULL AND ${OURS}
          GROUP BY pa.person_id HAVING max(c.ends_on) < ${day}::date) AS gone`;
      return row?.count ?? 0;
    },
  };
}
