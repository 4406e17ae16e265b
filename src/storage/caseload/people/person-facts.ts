// How everybody of a class is doing, in SQL: the rules of domain/caseload/diagnosis.ts and with-province.ts for many people at once. No other file says them;
// test/storage/caseload/list-people.long.test.ts holds them to the domain, person by person.
import { REPORTING_FORMS, SETTLING_DAYS, type STANDINGS } from "../../../domain/caseload/diagnosis.js";
import { SILENT_DAYS } from "../../../domain/caseload/silence.js";
import { NEW_DAYS } from "../../../domain/caseload/with-province.js";
import { OFFICE_KINDS } from "../../../domain/people/participant-kind.js";
import type { Care } from "../../../domain/people/permissions.js";
import type { LateDay } from "../../../ports/people/caseloads.js";
import { Prisma } from "../../generated/client.js";
import { isInCare } from "../../reach.js";
import { isRemindable, isWritable } from "../../reachable.js";
import { INVITED_EACH, invitedFor } from "../invited-for.js";
import { IS_ASKED_FOR, lateDays, plansInCare, withProvince, wroteOf } from "../plan-facts.js";

/** Who is meant: all of a care, or of one class of it. */
export interface Those {
  care: Care;
  classId: number | null;
}

/**
 * For WITH: `everybody`, one row for each person on a roster or in a class who is looked after. place_code: of their library, or where the
 * roster says, else the class's province. standing: as standingOf(). late: one of their plans is, also of those that were told of for
 * somebody who has not joined. with_province, new_with_province:
 * as withProvinceSince(). With it comes `in_care`.
 */
export function everybodyIn(those: Those, days: readonly LateDay[]): Prisma.Sql {
  return Prisma.sql`${factsIn(those, days)}, everybody AS (${membersOf(those, days)})`;
}

/**
 * The same with their names, and help_since, asked_since: when they asked for help or wrote, and wait for an answer; whether a reminder or
 * a letter reaches them.
 */
export function namedIn(those: Those, days: readonly LateDay[]): Prisma.Sql {
  return Prisma.sql`${factsIn(those, days)}, ${helpedIn(those.care)}, ${WAITS}, everybody AS MATERIALIZED (${membersOf(
    those,
    days,
    {
      columns: Prisma.sql`, pe.name, helped.since AS help_since, waits.since AS asked_since,
        ${isRemindable(PE)} AS is_remindable, ${isWritable(PE)} AS is_writable`,
      joins: Prisma.sql`LEFT JOIN helped ON helped.library_id = own.library_id AND helped.cohort_id = own.cohort_id
      LEFT JOIN waits ON waits.participant_id = pa.id`,
      invited: Prisma.sql`, rr.name, helped.since, NULL, false, false`,
      joinsOfInvited: Prisma.sql`LEFT JOIN helped ON helped.library_id = own.library_id AND helped.cohort_id = own.cohort_id`,
    },
  )})`;
}

const PE = Prisma.sql`pe`;
const NO_MORE = { columns: Prisma.empty, joins: Prisma.empty, invited: Prisma.empty, joinsOfInvited: Prisma.empty };

function membersOf({ care, classId }: Those, days: readonly LateDay[], more = NO_MORE): Prisma.Sql {
  const isOfClass = classId === null ? Prisma.empty : Prisma.sql`AND c.id = ${classId}::int`;
  const isTheirs = (place: Prisma.Sql) => isInCare(care, Prisma.sql`c.id`, place, Prisma.sql`w.cohort_id`);
  return Prisma.sql`
    SELECT pa.id AS participant_id, NULL::int AS roster_row_id, pa.kind, c.id AS class_id,
      coalesce(l.place_code, c.province_code) AS place_code, ${STANDING_OF_PERSON} AS standing,
      coalesce(own.late_from <= moment.today, false) AS late, ${isWithProvinceFor(null)} AS with_province,
      ${isWithProvinceFor(NEW_DAYS)} AS new_with_province ${more.columns}
    FROM participants pa
    JOIN people pe ON pe.id = pa.person_id
    JOIN training_classes c ON c.id = pa.class_id
    JOIN waves w ON w.id = c.wave_id
    JOIN ${momentsOf(days)} ON moment.zone = c.zone
    LEFT JOIN libraries l ON l.id = pa.library_id
    LEFT JOIN of_library own ON own.library_id = pa.library_id AND own.cohort_id = w.cohort_id AND ${CARRIES_OUT_PLANS}
    LEFT JOIN wrote ON wrote.library_id = own.library_id
    LEFT JOIN with_province ON with_province.library_id = pa.library_id AND with_province.cohort_id = w.cohort_id
      AND ${CARRIES_OUT_PLANS}
    ${more.joins}
    WHERE pa.left_at IS NULL AND ${isTheirs(Prisma.sql`coalesce(l.place_code, c.province_code)`)} ${isOfClass}
    UNION ALL
    SELECT NULL, rr.id, rr.kind, c.id, coalesce(rr.place_code, c.province_code), 'not_joined',
      coalesce(own.late_from <= moment.today, false), false, false ${more.invited}
    FROM roster_rows rr
    JOIN training_classes c ON c.id = rr.class_id
    JOIN waves w ON w.id = c.wave_id
    JOIN ${momentsOf(days)} ON moment.zone = c.zone
    LEFT JOIN ${INVITED_EACH} ON meant.roster_row_id = rr.id
    LEFT JOIN of_library own ON own.library_id = meant.library_id AND own.cohort_id = w.cohort_id
    ${more.joinsOfInvited}
    WHERE rr.participant_id IS NULL AND ${isTheirs(Prisma.sql`coalesce(rr.place_code, c.province_code)`)} ${isOfClass}`;
}

/** Of the person pe: a plan or a report was begun and not sent. */
export const HAS_DRAFT = Prisma.sql`EXISTS (SELECT 1 FROM drafts d WHERE d.telegram_id = pe.telegram_id AND d.result IS NULL
  AND d.form IN (${Prisma.join([...REPORTING_FORMS])}))`;

/**
 * For WITH: `in_care`, the plans that are asked for (IS_ASKED_FOR) of everybody in care, with what is known of each: is_reviewed, whether a
 * trainer looked at its latest report (NULL: there is none), is_open and asked_at, whether help is asked for, and when it was last;
 * `of_library`, one row for each library and cohort with such plans. late_from: the first day on which one of them is late (isOverdue()).
 * has_obstacle, awaits_review: as standingOf(). heard_at: the last report or plea for help. `wrote`: as wroteOf(). `with_province`: as
 * withProvince().
 */
function factsIn(those: Those, days: readonly LateDay[]): Prisma.Sql {
  const { care, classId } = those;
  const isAll = isWide(those);
  // With the plans of those who left the class: they count for it too.
  const isOfClass =
    classId === null
      ? Prisma.empty
      : Prisma.sql`AND wp.library_id IN (
          SELECT a.library_id FROM participants a WHERE a.class_id = ${classId}::int
          UNION SELECT o.library_id FROM work_plans o WHERE o.class_id = ${classId}::int)`;
  return Prisma.sql`in_care AS MATERIALIZED (
    SELECT wp.id, wp.library_id, wp.cohort_id, wp.class_id, wp.type, wp.state, wp.due_on, wp.last_report_at, l.place_code,
      told.is_reviewed, asked.is_open, asked.asked_at
    FROM work_plans wp
    JOIN libraries l ON l.id = wp.library_id
    ${isAll ? ALL_TOLD : EACH_TOLD}
    ${isAll ? ALL_ASKED : EACH_ASKED}
    WHERE ${plansInCare(care)} AND ${IS_ASKED_FOR} ${isOfClass}
  -- Worked out where it is joined: of a result that is kept the planner believes that it is one row, and looks through all for each person.
  ), of_library AS NOT MATERIALIZED (
    SELECT p.library_id, p.cohort_id, bool_and(p.state = 'done') AS is_done,
      min(p.due_on) FILTER (WHERE p.state <> 'done') + 1 AS late_from,
      bool_or(p.state <> 'done' AND (p.state = 'stuck' OR coalesce(p.is_open, false))) AS has_obstacle,
      bool_or(p.state <> 'done' AND NOT p.is_reviewed) AS awaits_review,
      GREATEST(max(p.last_report_at), max(p.asked_at)) AS heard_at
    FROM in_care p GROUP BY p.library_id, p.cohort_id
  ), ${isAll ? WROTE_ANYWHERE : wroteOf("in_care")}, ${withProvince(Prisma.sql`${plansInCare(care)} ${isOfClass}`, days)}, ${invitedFor("in_care")}`;
}

/** Of a person's day `moment`, no longer than so many days; null: however long. Whoever pauses is left in peace. */
function isWithProvinceFor(days: number | null): Prisma.Sql {
  const isSoLong = days === null ? Prisma.empty : Prisma.sql`AND moment.today - with_province.since < ${days}::int`;
  return Prisma.sql`coalesce(with_province.since <= moment.today ${isSoLong}
        AND (pe.paused_until IS NULL OR pe.paused_until < moment.tomorrow_at), false)`;
}

const LATEST_REPORT = Prisma.sql`ORDER BY r.plan_id, r.reported_at DESC, r.version DESC`;
const ALL_TOLD = Prisma.sql`LEFT JOIN (
      SELECT DISTINCT ON (r.plan_id) r.plan_id, r.reviewed_at IS NOT NULL AS is_reviewed FROM progress_reports r ${LATEST_REPORT}
    ) AS told ON told.plan_id = wp.id`;
const EACH_TOLD = Prisma.sql`LEFT JOIN LATERAL (
      SELECT r.reviewed_at IS NOT NULL AS is_reviewed FROM progress_reports r WHERE r.plan_id = wp.id ${LATEST_REPORT} LIMIT 1
    ) AS told ON true`;

const WHETHER_ASKED = Prisma.sql`bool_or(f.resolved_at IS NULL) AS is_open, max(f.raised_at) FILTER (WHERE f.reason = 'help') AS asked_at
      FROM follow_ups f WHERE f.reason IN ('help', 'stuck')`;
const ALL_ASKED = Prisma.sql`LEFT JOIN (
      SELECT f.plan_id, ${WHETHER_ASKED} GROUP BY f.plan_id
    ) AS asked ON asked.plan_id = wp.id`;
const EACH_ASKED = Prisma.sql`LEFT JOIN LATERAL (SELECT ${WHETHER_ASKED} AND f.plan_id = wp.id) AS asked ON true`;

/** Whether reading a table whole is quicker than looking up in it all that is in care. */
function isWide({ care, classId }: Those): boolean {
  const isWhole = ({ regionCode }: Care["regions"][number]) => regionCode === null || regionCode.length === "21".length;
  return classId === null && care.regions.some(isWhole);
}

/** As wroteOf(), of every library. */
const WROTE_ANYWHERE = Prisma.sql`wrote AS (
    SELECT asker.library_id, max(m.sent_at) AS at
    FROM thread_messages m
    JOIN question_threads t ON t.id = m.thread_id
    JOIN participants asker ON asker.id = t.participant_id AND asker.person_id = m.author_id
    GROUP BY asker.library_id
  )`;

/**
 * For WITH: `helped`, which libraries and cohorts with plans in care wait for help with one that is not done, and since when. Their plans
 * are looked up one by one, because few ever wait at once.
 */
export function helpedIn(care: Care): Prisma.Sql {
  return Prisma.sql`helped AS MATERIALIZED (
    SELECT wp.library_id, wp.cohort_id, min(wp.class_id) AS class_id, min(f.raised_at) AS since
    FROM follow_ups f, LATERAL (SELECT * FROM work_plans WHERE work_plans.id = f.plan_id OFFSET 0) AS wp ${libraryWhereAsked(care)}
    WHERE f.resolved_at IS NULL AND f.reason = 'help' AND wp.state <> 'done' AND ${plansInCare(care)}
    GROUP BY wp.library_id, wp.cohort_id
  )`;
}

function libraryWhereAsked({ regions }: Care): Prisma.Sql {
  return regions.some(({ regionCode }) => regionCode !== null)
    ? Prisma.sql`JOIN libraries l ON l.id = wp.library_id`
    : Prisma.empty;
}

/** For WITH: `waits`, which participants wait for an answer. */
export const WAITS = Prisma.sql`waits AS (
    SELECT t.participant_id, min(t.asked_at) AS since FROM question_threads t
    WHERE t.state IN ('unread', 'read') GROUP BY t.participant_id
  )`;

/** As carriesOutPlans(). */
export const CARRIES_OUT_PLANS = Prisma.sql`(pa.flagged OR pa.kind::text <> ALL(${OFFICE_KINDS}::text[]))`;

/**
 * For FROM: `moment`, of each zone today, and since when what was put off until then is put off until tomorrow or longer, and what was heard
 * then was heard within SILENT_DAYS. Worked out once a zone, not once a person: OFFSET 0 keeps it so.
 */
function momentsOf(days: readonly LateDay[]): Prisma.Sql {
  const beginning = (day: Prisma.Sql) => Prisma.sql`((${day})::timestamp AT TIME ZONE zone AT TIME ZONE 'UTC')`;
  return Prisma.sql`(SELECT zone, today, ${beginning(Prisma.sql`today + 1`)} AS tomorrow_at,
    ${beginning(Prisma.sql`today - ${SILENT_DAYS - 1}::int`)} AS heard_from_at
    FROM ${lateDays(days)} OFFSET 0) AS moment`;
}

const word = (standing: (typeof STANDINGS)[number]) => Prisma.raw(`'${standing}'`);

const STANDING_OF_PERSON = Prisma.sql`CASE
  WHEN own.is_done THEN ${word("finished")}
  WHEN pe.unreachable_cause IS NOT NULL THEN ${word("blocked")}
  WHEN pe.paused_until >= moment.tomorrow_at THEN ${word("paused")}
  WHEN own.has_obstacle THEN ${word("obstacle")}
  WHEN own.library_id IS NULL OR moment.today < c.ends_on + ${SETTLING_DAYS}::int THEN ${word("on_course")}
  WHEN GREATEST(own.heard_at, wrote.at) >= moment.heard_from_at THEN ${word("on_course")}
  WHEN own.awaits_review THEN ${word("awaiting_review")}
  WHEN ${HAS_DRAFT} THEN ${word("stopped_midway")}
  ELSE ${word("silent")} END`;
