// How a plan stands with those who follow it up, in SQL: the rules of domain/plans/deadline.ts and domain/caseload/follow-up.ts for many plans at
// once. No other file says them; test/storage/caseload/lateness.test.ts holds them to the domain, plan by plan.

import type { Lateness } from "../../domain/caseload/follow-up.js";
import { REST_DAYS } from "../../domain/caseload/follow-up.js";
import type { Day } from "../../domain/time/calendar.js";
import type { LateDay } from "../../ports/people/caseloads.js";
import { dayFromColumn } from "../days.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma } from "../generated/client.js";

/** What the rules ask about a plan besides its own columns. */
export interface StandingRow {
  restUntil: Date | null;
  putOffUntil: Date | null;
  lastHeardAt: Date | null;
  helpSinceAt: Date | null;
  isOpen: boolean;
  isStuck: boolean;
}

/** For FROM, beside a plan `wp` of a library `l`: `standing`. */
export const STANDING = Prisma.sql`CROSS JOIN LATERAL (
  SELECT max(f.rest_until) AS rest_until,
    max(f.resolved_at) FILTER (WHERE f.resolution = 'contacted') AS last_contact_at,
    min(f.raised_at) FILTER (WHERE f.resolved_at IS NULL AND f.reason = 'help') AS help_since_at,
    coalesce(bool_or(f.resolved_at IS NULL AND f.reason = 'overdue'), false) AS is_open,
    coalesce(bool_or(f.resolved_at IS NULL AND f.reason = 'stuck'), false) AS is_stuck
  FROM follow_ups f WHERE f.plan_id = wp.id
) standing`;

/** When the reminder about wp was put off to, since the last word about it; the latest of anybody. */
const PUT_OFF_UNTIL = Prisma.sql`(SELECT max(s.until) FROM snoozes s
  WHERE s.plan_id = wp.id AND (wp.last_report_at IS NULL OR s.at > wp.last_report_at))`;

/** When somebody of the library last reported on any of its plans, asked for help, or wrote to their trainers. */
const LAST_HEARD_AT = Prisma.sql`GREATEST(
  (SELECT max(o.last_report_at) FROM work_plans o WHERE o.library_id = wp.library_id AND o.cohort_id = wp.cohort_id),
  (SELECT max(f.raised_at) FROM follow_ups f JOIN work_plans o ON o.id = f.plan_id
   WHERE o.library_id = wp.library_id AND o.cohort_id = wp.cohort_id AND f.reason = 'help'),
  (SELECT max(m.sent_at) FROM participants a JOIN question_threads q ON q.participant_id = a.id
   JOIN thread_messages m ON m.thread_id = q.id AND m.author_id = a.person_id WHERE a.library_id = wp.library_id))`;

/** For SELECT, with STANDING in FROM. */
export const STANDING_COLUMNS = Prisma.sql`standing.rest_until AS "restUntil", ${PUT_OFF_UNTIL} AS "putOffUntil",
  ${LAST_HEARD_AT} AS "lastHeardAt", standing.help_since_at AS "helpSinceAt", standing.is_open AS "isOpen",
  standing.is_stuck AS "isStuck"`;

/** Of a plan with this state and due day, on this day of its class: as isOverdue(). */
export function isOverdue(state: Prisma.Sql, dueOn: Prisma.Sql, today: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${state} <> 'done' AND ${today} > ${dueOn})`;
}

/** For FROM: each zone's day, as `late_day` with zone, today and due_until. */
export function lateDays(days: readonly LateDay[]): Prisma.Sql {
  return Prisma.sql`(SELECT zone, today, "dueUntil" AS due_until
    FROM jsonb_to_recordset(${toJsonText(days)}::jsonb) AS d(zone text, today date, "dueUntil" date)) AS late_day`;
}

/** As latenessOf(), of a plan `wp` of a class `c`, with STANDING and a `late_day` of the class's zone in FROM. */
export const LATENESS = Prisma.sql`CASE
  WHEN NOT ${isOverdue(Prisma.sql`wp.state`, Prisma.sql`wp.due_on`, Prisma.sql`late_day.today`)} THEN 'in_time'
  WHEN GREATEST(standing.rest_until, ${localDay(PUT_OFF_UNTIL)} + 1,
    CASE WHEN ${localDay(Prisma.sql`wp.last_report_at`)} > wp.due_on THEN ${localDay(Prisma.sql`wp.last_report_at`)} + ${REST_DAYS}::int END
  ) > late_day.today THEN 'resting'
  WHEN wp.due_on <= late_day.due_until THEN 'owed'
  ELSE 'asked' END`;

function localDay(instant: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${instant} AT TIME ZONE 'UTC' AT TIME ZONE c.zone)::date`;
}

export interface LateCount {
  lateness: Exclude<Lateness, "in_time">;
  count: number;
}

export function restUntilOf({ restUntil }: Pick<StandingRow, "restUntil">): Day | null {
  return restUntil === null ? null : dayFromColumn(restUntil);
}
