// How a plan stands with those who follow it up, in SQL: the rules of domain/plans/deadline.ts, domain/caseload/follow-up.ts, silence.ts,
// urgency.ts and with-province.ts for many plans at once. No other file says them; test/storage/caseload/plan-facts.long.test.ts holds them to the domain, plan by plan.
//
// A statement names the plans it is about (PLAN), and joins what the rules ask about them (STANDING). Both are parts of WITH: for a few
// plans the database looks each of them up, for a hundred thousand it reads each table once.

import { NUDGED, REST_DAYS } from "../../domain/caseload/follow-up.js";
import { SILENT_DAYS } from "../../domain/caseload/silence.js";
import { CLOSE_DAYS, URGENCIES } from "../../domain/caseload/urgency.js";
import { ANSWER_DAYS } from "../../domain/caseload/with-province.js";
import { OFFICE_KINDS } from "../../domain/people/participant-kind.js";
import type { Care } from "../../domain/people/permissions.js";
import type { Day } from "../../domain/time/calendar.js";
import type { LateDay } from "../../ports/people/caseloads.js";
import { dayFromColumn } from "../days.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma } from "../generated/client.js";
import { isItself } from "../people/managers.js";
import { isInCare } from "../reach.js";

/** What the rules ask about a plan besides its own columns. */
export interface StandingRow {
  restUntil: Date | null;
  putOffUntil: Date | null;
  lastHeardAt: Date | null;
  helpSinceAt: Date | null;
  isOpen: boolean;
  isStuck: boolean;
}

/**
 * Of a library l, and not of entries kept apart from one. An office's plans are owed while somebody of it is flagged, who manages them; a
 * library's are always owed. The offices' members are read once, and only where one of the plans is an office's.
 */
export const IS_ASKED_FOR = Prisma.sql`${isItself(Prisma.sql`l`)} AND (l.kind::text <> ALL(${OFFICE_KINDS}::text[]) OR l.id IN (
  SELECT m.library_id FROM libraries office JOIN library_members m ON m.library_id = office.id AND m.until_at IS NULL
  WHERE office.kind::text = ANY(${OFFICE_KINDS}::text[])))`;

/**
 * For WITH: `plan`, those that are asked for and meet the condition on a plan wp, its class c, its library l, and, where days are given,
 * late_day of the class's zone.
 */
export function plansThat(condition: Prisma.Sql, days?: readonly LateDay[]): Prisma.Sql {
  const lateDay = days === undefined ? Prisma.empty : Prisma.sql`JOIN ${lateDays(days)} ON late_day.zone = c.zone`;
  return Prisma.sql`plan AS (
    SELECT wp.id, wp.library_id, wp.cohort_id, wp.class_id, wp.state, wp.due_on, wp.paused_until, wp.last_report_at, c.zone
    FROM work_plans wp
    JOIN training_classes c ON c.id = wp.class_id
    JOIN libraries l ON l.id = wp.library_id
    ${lateDay}
    WHERE ${condition} AND ${IS_ASKED_FOR})`;
}

/** For the condition of plansThat(): as mayFollowUp(). */
export function plansInCare(care: Care | null): Prisma.Sql {
  return isInCare(care, Prisma.sql`wp.class_id`, Prisma.sql`l.place_code`, Prisma.sql`wp.cohort_id`);
}

/** For WITH, behind a part that has a library_id: `wrote`, when somebody of each of these libraries last wrote to their trainers. */
export function wroteOf(part: "plan" | "in_care"): Prisma.Sql {
  return Prisma.sql`asker AS MATERIALIZED (
    SELECT a.id, a.person_id, a.library_id FROM participants a WHERE a.library_id IN (SELECT library_id FROM ${Prisma.raw(part)})
  ), wrote AS (
    SELECT asker.library_id, max(m.sent_at) AS at
    FROM asker
    JOIN question_threads t ON t.participant_id = asker.id
    JOIN thread_messages m ON m.thread_id = t.id AND m.author_id = asker.person_id
    GROUP BY asker.library_id
  )`;
}

/** Of a plan: the first moment after its pause, by the clock of its class. A pause puts its reminders off like a person does. */
const BACK_AT = Prisma.sql`((plan.paused_until + 1)::timestamp AT TIME ZONE plan.zone AT TIME ZONE 'UTC')`;

/**
 * For WITH, behind `plan`: `standing`, one row for each of them. heard_at: when somebody of the library last reported on any of its
 * plans, asked for help, or wrote to their trainers. put_off_until: to when the reminder was put off since the last word about the plan,
 * the latest of anybody, or by a pause; put_off_times: how often, the most of any.
 */
export const STANDING = Prisma.sql`
  followed AS (
    SELECT f.plan_id, max(f.rest_until) AS rest_until,
      max(f.resolved_at) FILTER (WHERE f.resolution = 'contacted') AS last_contact_at,
      min(f.raised_at) FILTER (WHERE f.resolved_at IS NULL AND f.reason = 'help') AS help_since_at,
      bool_or(f.resolved_at IS NULL AND f.reason = 'overdue') AS is_open,
      bool_or(f.resolved_at IS NULL AND f.reason = 'stuck') AS is_stuck
    FROM follow_ups f JOIN plan ON plan.id = f.plan_id GROUP BY f.plan_id
  ), put_off AS (
    SELECT plan_id, max(until) AS until, max(times)::int AS times FROM (
      SELECT s.plan_id, max(s.until) AS until, count(*) AS times
      FROM snoozes s JOIN plan ON plan.id = s.plan_id AND (plan.last_report_at IS NULL OR s.at > plan.last_report_at)
      GROUP BY s.plan_id, s.person_id
    ) AS of_person GROUP BY plan_id
  ), alike AS (
    SELECT o.id, o.library_id, o.cohort_id, o.last_report_at
    FROM work_plans o WHERE o.library_id IN (SELECT library_id FROM plan)
  ), heard AS (
    SELECT library_id, cohort_id, max(at) AS at FROM (
      SELECT library_id, cohort_id, last_report_at AS at FROM alike
      UNION ALL
      SELECT alike.library_id, alike.cohort_id, f.raised_at
      FROM follow_ups f JOIN alike ON alike.id = f.plan_id WHERE f.reason = 'help'
    ) AS words GROUP BY library_id, cohort_id
  ), ${wroteOf("plan")}, standing AS (
    SELECT plan.*, followed.rest_until, followed.last_contact_at, followed.help_since_at,
      coalesce(followed.is_open, false) AS is_open, coalesce(followed.is_stuck, false) AS is_stuck,
      GREATEST(put_off.until, ${BACK_AT}) AS put_off_until, coalesce(put_off.times, 0) AS put_off_times, GREATEST(heard.at, wrote.at) AS heard_at
    FROM plan
    LEFT JOIN followed ON followed.plan_id = plan.id
    LEFT JOIN put_off ON put_off.plan_id = plan.id
    LEFT JOIN heard ON heard.library_id = plan.library_id AND heard.cohort_id = plan.cohort_id
    LEFT JOIN wrote ON wrote.library_id = plan.library_id
  )`;

/** For SELECT, with `standing` in FROM. */
export const STANDING_COLUMNS = Prisma.sql`standing.rest_until AS "restUntil", standing.put_off_until AS "putOffUntil",
  standing.heard_at AS "lastHeardAt", standing.help_since_at AS "helpSinceAt", standing.is_open AS "isOpen",
  standing.is_stuck AS "isStuck"`;

/** Of a plan with this state and due day, on this day of its class: as isOverdue(). */
export function isOverdue(state: Prisma.Sql, dueOn: Prisma.Sql, today: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${state} <> 'done' AND ${today} > ${dueOn})`;
}

/** The same of a plan wp in the condition of plansThat(). */
export const IS_OVERDUE = isOverdue(Prisma.sql`wp.state`, Prisma.sql`wp.due_on`, Prisma.sql`late_day.today`);

/** For FROM: each zone's day, as `late_day` with zone, today, due_until, late_days and tries. */
export function lateDays(days: readonly LateDay[]): Prisma.Sql {
  return Prisma.sql`(SELECT zone, today, "dueUntil" AS due_until, "lateDays" AS late_days, tries
    FROM jsonb_to_recordset(${toJsonText(days)}::jsonb) AS d(zone text, today date, "dueUntil" date, "lateDays" int, tries int)) AS late_day`;
}

/** Of a follow-up f: it says that staff reminded or spoke to the people of its plan. */
export const IS_TRY = Prisma.sql`(f.resolution = 'contacted' OR starts_with(f.key, ${NUDGED}))`;

/** The same, for SELECT, of a plan. */
export const triesOf = (planId: Prisma.Sql) => Prisma.sql`ARRAY(
  SELECT f.resolved_at FROM follow_ups f WHERE f.plan_id = ${planId} AND ${IS_TRY} ORDER BY 1)`;

/**
 * For WITH: `with_province`, a row for each library and cohort of which a plan meets the condition (as in plansThat()) and is with the
 * province soon or now, and `since` when; as withProvinceFrom(). Whose today is asked, decides: theirs may be a day before the plan's.
 */
export function withProvince(condition: Prisma.Sql, days: readonly LateDay[]): Prisma.Sql {
  const isMeant = Prisma.sql`wp.state <> 'done' AND wp.due_on <= late_day.today + 1 - late_day.late_days AND ${condition}
      AND EXISTS (SELECT 1 FROM follow_ups f WHERE f.plan_id = wp.id AND ${IS_TRY})`;
  return Prisma.sql`with_province AS (
    WITH ${plansThat(isMeant, days)}, ${STANDING}, in_vain AS (
      SELECT standing.library_id, standing.cohort_id, standing.due_on + late_day.late_days AS late_on, late_day.tries,
        ${localDay(Prisma.sql`standing.put_off_until`)} AS put_off_to, ARRAY(
          SELECT DISTINCT ${localDay(Prisma.sql`f.resolved_at`)} AS day FROM follow_ups f
          WHERE f.plan_id = standing.id AND ${IS_TRY} AND (standing.heard_at IS NULL OR f.resolved_at > standing.heard_at)
          ORDER BY day) AS tried_on
      FROM standing JOIN ${lateDays(days)} ON late_day.zone = standing.zone
    )
    SELECT library_id, cohort_id, min(GREATEST(late_on, tried_on[tries] + ${ANSWER_DAYS}::int, put_off_to + 1)) AS since
    FROM in_vain WHERE cardinality(tried_on) >= tries GROUP BY library_id, cohort_id
  )`;
}

/**
 * For FROM: `judged`, each row of `standing` on the day of its class: with `lateness` as latenessOf(), with `urgency`, the place of
 * urgencyOf()'s kind in URGENCIES (NULL: nobody has to do anything today), and with `pressing`, what byUrgency() sorts by within a kind.
 * OFFSET 0 keeps the database from working out the local days again wherever they are named.
 */
export function judgedOn(days: readonly LateDay[]): Prisma.Sql {
  return Prisma.sql`(
    SELECT late.*, ${URGENCY} AS urgency, ${PRESSING} AS pressing FROM (
      SELECT dated.*, ${LATENESS} AS lateness FROM (
        SELECT standing.*, late_day.today, late_day.due_until, ${ofStanding("put_off_until")} AS put_off_to,
          ${ofStanding("last_report_at")} AS reported_on, ${ofStanding("heard_at")} AS heard_on, ${ofStanding("help_since_at")} AS help_since
        FROM standing JOIN ${lateDays(days)} ON late_day.zone = standing.zone OFFSET 0
      ) AS dated OFFSET 0
    ) AS late OFFSET 0
  ) AS judged`;
}

/** Of `judged`, the order of byUrgency(): most urgent first; equals by due day. */
export const BY_URGENCY = Prisma.sql`urgency, pressing, due_on, id`;

const LATENESS = Prisma.sql`CASE
  WHEN NOT ${isOverdue(Prisma.sql`state`, Prisma.sql`due_on`, Prisma.sql`today`)} THEN 'in_time'
  WHEN GREATEST(rest_until, put_off_to + 1, CASE WHEN reported_on > due_on THEN reported_on + ${REST_DAYS}::int END) > today
    THEN 'resting'
  WHEN due_on <= due_until THEN 'owed'
  ELSE 'asked' END`;

const URGENCY = Prisma.sql`CASE
  WHEN state = 'done' THEN NULL
  WHEN help_since IS NOT NULL THEN ${placeOf("help")}
  WHEN rest_until > today OR put_off_to > today THEN NULL
  WHEN is_stuck THEN ${placeOf("stuck")}
  WHEN lateness = 'owed' AND today - heard_on < ${SILENT_DAYS}::int THEN ${placeOf("moving")}
  WHEN lateness = 'owed' THEN ${placeOf("silent")}
  WHEN lateness = 'in_time' AND due_on - today <= ${CLOSE_DAYS}::int AND state NOT IN ('in_progress', 'stuck')
    THEN ${placeOf("close")}
  END`;

/** Who asked first for help; nearest deadline, longest late. */
const PRESSING = Prisma.sql`CASE
  WHEN help_since IS NOT NULL THEN help_since - DATE '2000-01-01'
  WHEN is_stuck THEN 0
  ELSE due_on - today END`;

function placeOf(kind: (typeof URGENCIES)[number]): Prisma.Sql {
  return Prisma.raw(String(URGENCIES.indexOf(kind)));
}

function localDay(instant: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${instant} AT TIME ZONE 'UTC' AT TIME ZONE standing.zone)::date`;
}

function ofStanding(instant: string): Prisma.Sql {
  return localDay(Prisma.raw(`standing.${instant}`));
}

export function restUntilOf({ restUntil }: Pick<StandingRow, "restUntil">): Day | null {
  return restUntil === null ? null : dayFromColumn(restUntil);
}
