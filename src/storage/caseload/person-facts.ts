// How everybody of a class is doing, in SQL: the rules of domain/caseload/diagnosis.ts for many people at once. No other file says them;
// test/storage/caseload/people-page.test.ts holds them to the domain, person by person.
import { REPORTING_FORMS, SETTLING_DAYS, type STANDINGS } from "../../domain/caseload/diagnosis.js";
import { SILENT_DAYS } from "../../domain/caseload/silence.js";
import { OFFICE_KINDS } from "../../domain/people/participant-kind.js";
import type { Care } from "../../domain/people/permissions.js";
import type { LateDay } from "../../ports/people/caseloads.js";
import { Prisma } from "../generated/client.js";
import { isInCare } from "../reach.js";
import { IS_ASKED_FOR, lateDays, plansInCare, wroteOf } from "./plan-facts.js";

/**
 * For WITH: `everybody`, one row for each person on a roster or in a class who is looked after. standing: as standingOf(). late: one of
 * their plans is. help_since, asked_since: when they asked for help or wrote, and wait for an answer. matches: `search`, a condition
 * on a participant's person pe and library l, on an invited one's row rr, and on the place of either.
 */
export function everybodyIn(
  care: Care,
  days: readonly LateDay[],
  search: { joined: Prisma.Sql; invited: Prisma.Sql },
): Prisma.Sql {
  return Prisma.sql`${ofLibraryIn(care)}, ${WAITS}, ${wroteOf("in_care")},
  everybody AS MATERIALIZED (
    SELECT pa.id AS participant_id, NULL::int AS roster_row_id, pe.name, pa.kind, ${STANDING_OF_PERSON} AS standing,
      coalesce(own.late_from <= late_day.today, false) AS late, own.help_since, waits.since AS asked_since,
      ${search.joined} AS matches
    FROM participants pa
    JOIN people pe ON pe.id = pa.person_id
    JOIN training_classes c ON c.id = pa.class_id
    JOIN waves w ON w.id = c.wave_id
    JOIN ${lateDays(days)} ON late_day.zone = c.zone
    LEFT JOIN libraries l ON l.id = pa.library_id
    LEFT JOIN places place ON place.code = l.place_code
    LEFT JOIN of_library own
      ON own.library_id = l.id AND own.cohort_id = w.cohort_id AND ${CARRIES_OUT_PLANS} AND ${IS_ASKED_FOR}
    LEFT JOIN waits ON waits.participant_id = pa.id
    LEFT JOIN wrote ON wrote.library_id = l.id
    WHERE pa.left_at IS NULL
      AND ${isInCare(care, Prisma.sql`c.id`, Prisma.sql`coalesce(l.place_code, c.province_code)`, Prisma.sql`w.cohort_id`)}
    UNION ALL
    SELECT NULL, rr.id, rr.name, rr.kind, 'not_joined', false, NULL, NULL, ${search.invited}
    FROM roster_rows rr
    JOIN training_classes c ON c.id = rr.class_id
    JOIN waves w ON w.id = c.wave_id
    LEFT JOIN places place ON place.code = rr.place_code
    WHERE rr.participant_id IS NULL
      AND ${isInCare(care, Prisma.sql`c.id`, Prisma.sql`coalesce(rr.place_code, c.province_code)`, Prisma.sql`w.cohort_id`)}
  )`;
}

/** Of the person pe: a plan or a report was begun and not sent. */
export const HAS_DRAFT = Prisma.sql`EXISTS (SELECT 1 FROM drafts d WHERE d.telegram_id = pe.telegram_id AND d.result IS NULL
  AND d.form IN (${Prisma.join([...REPORTING_FORMS])}))`;

/**
 * For WITH: `of_library`, one row for each library and cohort with plans in care, of a library that is asked for them (IS_ASKED_FOR) or
 * not. late_from: the first day on which one of the plans is late (isOverdue()). has_obstacle: as standingOf(). heard_at: the last
 * report or plea for help. Where nobody's reach names a place, the plans and their follow-ups alone are read.
 */
function ofLibraryIn(care: Care): Prisma.Sql {
  const ofPlace = care.regions.some(({ regionCode }) => regionCode !== null);
  return Prisma.sql`in_care AS MATERIALIZED (
    SELECT wp.id, wp.library_id, wp.cohort_id, wp.state, wp.due_on, wp.last_report_at
    FROM work_plans wp ${ofPlace ? Prisma.sql`JOIN libraries l ON l.id = wp.library_id` : Prisma.empty}
    WHERE ${plansInCare(care)}
  ), asked AS (
    SELECT f.plan_id, min(f.raised_at) FILTER (WHERE f.resolved_at IS NULL AND f.reason = 'help') AS help_since,
      bool_or(f.resolved_at IS NULL) AS is_open, max(f.raised_at) FILTER (WHERE f.reason = 'help') AS asked_at
    FROM follow_ups f JOIN in_care ON in_care.id = f.plan_id WHERE f.reason IN ('help', 'stuck') GROUP BY f.plan_id
  ), of_library AS (
    SELECT p.library_id, p.cohort_id, bool_and(p.state = 'done') AS is_done,
      min(p.due_on) FILTER (WHERE p.state <> 'done') + 1 AS late_from,
      min(asked.help_since) FILTER (WHERE p.state <> 'done') AS help_since,
      bool_or(p.state <> 'done' AND (p.state = 'stuck' OR coalesce(asked.is_open, false))) AS has_obstacle,
      GREATEST(max(p.last_report_at), max(asked.asked_at)) AS heard_at
    FROM in_care p LEFT JOIN asked ON asked.plan_id = p.id GROUP BY p.library_id, p.cohort_id
  )`;
}

/** For WITH: `waits`, which participants wait for an answer. */
const WAITS = Prisma.sql`waits AS (
    SELECT t.participant_id, min(t.last_at) AS since FROM question_threads t
    WHERE t.state IN ('unread', 'read') GROUP BY t.participant_id
  )`;

/** As carriesOutPlans(). */
const CARRIES_OUT_PLANS = Prisma.sql`(pa.flagged OR pa.kind::text <> ALL(${OFFICE_KINDS}::text[]))`;

function localDay(instant: string): Prisma.Sql {
  return Prisma.sql`(${Prisma.raw(instant)} AT TIME ZONE 'UTC' AT TIME ZONE c.zone)::date`;
}

/** No trainer has looked at the last report of one of the library's plans that are not done. */
const AWAITS_REVIEW = Prisma.sql`EXISTS (
  SELECT 1 FROM in_care p WHERE p.library_id = own.library_id AND p.cohort_id = own.cohort_id AND p.state <> 'done' AND (
    SELECT r.reviewed_at IS NULL FROM progress_reports r WHERE r.plan_id = p.id
    ORDER BY r.reported_at DESC, r.version DESC LIMIT 1))`;

const word = (standing: (typeof STANDINGS)[number]) => Prisma.raw(`'${standing}'`);

const STANDING_OF_PERSON = Prisma.sql`CASE
  WHEN own.is_done THEN ${word("finished")}
  WHEN pe.unreachable_cause IS NOT NULL THEN ${word("blocked")}
  WHEN late_day.today < ${localDay("pe.quiet_until")} THEN ${word("paused")}
  WHEN own.has_obstacle THEN ${word("obstacle")}
  WHEN own.library_id IS NULL OR late_day.today < c.ends_on + ${SETTLING_DAYS}::int THEN ${word("on_course")}
  WHEN late_day.today - ${localDay("GREATEST(own.heard_at, wrote.at)")} < ${SILENT_DAYS}::int THEN ${word("on_course")}
  WHEN ${AWAITS_REVIEW} THEN ${word("awaiting_review")}
  WHEN ${HAS_DRAFT} THEN ${word("stopped_midway")}
  ELSE ${word("silent")} END`;
