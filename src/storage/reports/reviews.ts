// Which reports wait for a review, said once to the database (as waitsForReview() of domain/reports/review.ts), and what was found.

import type { Care } from "../../domain/people/permissions.js";
import type { PlanStanding, ReviewPlace, ReviewsPort, WaitingReviews } from "../../ports/plans/reviews.js";
import { lookingAfter } from "../caseload/looking-after.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma } from "../generated/client.js";
import { isItself } from "../people/managers.js";
import { isInCare } from "../reach.js";

/** Of a row of progress_reports under this alias: nobody has reviewed it, and it is the latest version under its number. */
const waitsForReview = (report: Prisma.Sql): Prisma.Sql => Prisma.sql`(${report}.reviewed_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM progress_reports newer WHERE newer.number = ${report}.number AND newer.version > ${report}.version))`;

/**
 * For FROM: a report r that waits, with its plan wp, its library l and its class c. What somebody keeps apart from a library is reviewed
 * when they are let in; what somebody wrote who was erased, by nobody.
 */
const WAITING = Prisma.sql`progress_reports r
  JOIN work_plans wp ON wp.id = r.plan_id
  JOIN libraries l ON l.id = wp.library_id AND ${isItself(Prisma.sql`l`)}
  JOIN training_classes c ON c.id = wp.class_id
  JOIN people author ON author.id = r.author_id AND author.erased_at IS NULL`;

const IS_WAITING = waitsForReview(Prisma.sql`r`);

const inCare = (care: Care) =>
  isInCare(care, Prisma.sql`wp.class_id`, Prisma.sql`l.place_code`, Prisma.sql`wp.cohort_id`);

export function createReviews(db: Db): ReviewsPort {
  return {
    async next(care, { after, participantId, notBy }) {
      const ofOne =
        participantId === null
          ? Prisma.sql`TRUE`
          : Prisma.sql`wp.library_id = (SELECT pa.library_id FROM participants pa WHERE pa.id = ${participantId})`;
      const [found] = await db.$queryRaw<ReviewPlace[]>`
        WITH waiting AS MATERIALIZED (
          SELECT r.id, r.reported_at FROM ${WAITING} WHERE ${IS_WAITING} AND r.author_id <> ${notBy} AND ${ofOne} AND ${inCare(care)}
        ), placed AS (
          SELECT id, reported_at, (row_number() OVER (ORDER BY reported_at, id))::int AS place,
            (count(*) OVER ())::int AS total
          FROM waiting
        )
        SELECT id AS "reportId", place, total FROM placed
        WHERE (${after}::int IS NULL
          OR (reported_at, id) > (SELECT p.reported_at, p.id FROM progress_reports p WHERE p.id = ${after}::int))
        ORDER BY place LIMIT 1`;
      return found ?? null;
    },
    async waitingOf(trainerIds, notTooLongSince, now) {
      if (trainerIds.length === 0) return [];
      return db.$queryRaw<WaitingReviews[]>`
        SELECT "trainerId", sum(count)::int AS count, min(since) AS since, min(day)::text AS "sinceOn",
          coalesce(sum(count) FILTER (WHERE day < bar), 0)::int AS "tooLong",
          coalesce(jsonb_agg(jsonb_build_object('zone', zone, 'day', day::text, 'count', count)) FILTER (WHERE day < bar),
            '[]'::jsonb) AS "tooLongOn"
        FROM (
          SELECT taught.person_id AS "trainerId", c.zone, ${REPORTED_ON} AS day, bar.day AS bar, count(*)::int AS count,
            min(r.reported_at) AS since
          FROM ${WAITING}
          JOIN ${lookingAfter(now)} taught ON taught.class_id = c.id AND taught.person_id = ANY(${trainerIds}::int[])
          JOIN jsonb_to_recordset(${toJsonText(notTooLongSince)}::jsonb) AS bar(zone text, day date) ON bar.zone = c.zone
          WHERE ${IS_WAITING} AND r.author_id <> taught.person_id
          GROUP BY 1, 2, 3, 4
        ) AS of_day
        GROUP BY "trainerId"`;
    },
    async standingsOf(planIds, asOf) {
      const at = Prisma.sql`coalesce(${asOf ?? null}::timestamp, 'infinity')`;
      return db.$queryRaw<PlanStanding[]>`
        SELECT DISTINCT ON (r.plan_id) r.plan_id AS "planId", r.number, r.state::text,
          CASE WHEN r.reviewed_at <= ${at} THEN r.reviewed_at END AS "reviewedAt",
          coalesce(CASE WHEN r.reviewed_at <= ${at} THEN r.verdict::text END, 'waiting') AS standing
        FROM progress_reports r WHERE r.plan_id = ANY(${planIds}::int[]) AND r.reported_at <= ${at}
        ORDER BY r.plan_id, r.reported_at DESC, r.id DESC`;
    },
    async settle(reportId, { verdict, byId, note, marked }, now) {
      const { count } = await db.progressReport.updateMany({
        where: { id: reportId, reviewedAt: null },
        data: { verdict, reviewedAt: now, reviewedById: byId, reviewNote: note, marked },
      });
      return count > 0;
    },
  };
}

/** The day on which it was reported, where its class is. */
const REPORTED_ON = Prisma.sql`(r.reported_at AT TIME ZONE 'UTC' AT TIME ZONE c.zone)::date`;
