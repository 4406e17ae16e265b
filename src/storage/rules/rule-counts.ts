// Whom a change of the rules would concern: counted before it is put in force.
import { POST_KINDS } from "../../domain/messages/post-kind.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import type { RulesPort } from "../../ports/rules.js";
import { dayFromColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { isOfProgramme } from "../reach.js";
import { hasOptedOut, isReachable } from "../reachable.js";
import { isDue, isDueOfNoClass } from "../upkeep/retention.js";

type RuleCounts = Pick<
  RulesPort,
  "begunReports" | "openPlans" | "waitingByDay" | "sessionsOn" | "receivers" | "forgottenBefore"
>;

/** Kinds that leave in working hours alone. */
const BY_DAY = Object.entries(POST_KINDS).flatMap(([kind, { hours }]) => (hours === "working" ? [kind] : []));

const REMINDERS = Prisma.sql`${POST_KINDS.plan_reminder.optOut}::text`;

/** Of a wave w. */
const OURS = isOfProgramme(Prisma.sql`w.cohort_id`);

export function createRuleCounts(db: Db): RuleCounts {
  return {
    async begunReports() {
      // A draft is about a plan, or about a report that is corrected.
      const [row] = await db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM (
          SELECT CASE WHEN d.subject ~ '^plan:[0-9]{1,9}$' THEN split_part(d.subject, ':', 2)::int
            ELSE (SELECT r.plan_id FROM progress_reports r WHERE r.number = split_part(d.subject, ':', 2) LIMIT 1) END AS plan_id
          FROM drafts d WHERE d.form = 'report' AND (d.result IS NULL OR d.result = 'null'::jsonb)
        ) begun JOIN work_plans p ON p.id = begun.plan_id WHERE ${isOfProgramme(Prisma.sql`p.cohort_id`)}`;
      return row?.count ?? 0;
    },
    async openPlans(from) {
      const rows = await db.$queryRaw<
        { dueOn: Date; classEndsOn: Date; zone: Zone; remindedOn: Date | null; personIds: number[] }[]
      >`
        SELECT w.due_on AS "dueOn", c.ends_on AS "classEndsOn", c.zone, w.reminded_on AS "remindedOn",
          array_agg(DISTINCT p.id) AS "personIds"
        FROM work_plans w JOIN training_classes c ON c.id = w.class_id
        JOIN libraries l ON l.id = w.library_id AND l.holder_id = 0
        JOIN library_members m ON m.library_id = w.library_id AND m.until_at IS NULL
        JOIN people p ON p.id = m.person_id AND p.zone IS NOT NULL AND ${isReachable()} AND NOT ${hasOptedOut(REMINDERS)}
        WHERE w.state <> 'done' AND w.moved_to_id IS NULL AND w.due_on >= ${from}::date
          AND ${isOfProgramme(Prisma.sql`w.cohort_id`)}
        GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;
      return rows.map(({ dueOn, classEndsOn, remindedOn, ...row }) => ({
        ...row,
        ...{ dueOn: dayFromColumn(dueOn), classEndsOn: dayFromColumn(classEndsOn) },
        remindedOn: remindedOn === null ? null : dayFromColumn(remindedOn),
      }));
    },
    async waitingByDay(now) {
      return db.$queryRaw<{ day: Day; messages: number }[]>`
        SELECT to_char(due_at + interval '7 hours', 'YYYY-MM-DD') AS day, count(*)::int AS messages FROM outbox
        WHERE state = 'waiting' AND due_at > ${now}::timestamp AND kind = ANY(${BY_DAY}::text[]) GROUP BY 1 ORDER BY 1`;
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
    async forgottenBefore(before) {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM people p WHERE ${isDue(before)} AND (
          EXISTS (SELECT 1 FROM participants pa JOIN training_classes c ON c.id = pa.class_id
            JOIN waves w ON w.id = c.wave_id WHERE pa.person_id = p.id AND ${OURS})
          OR ${isDueOfNoClass(before)})`;
      return row?.count ?? 0;
    },
  };
}
