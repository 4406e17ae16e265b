// Daily summaries: due ones, what happened in their spans, and keeping them.

import { changesBetween } from "../../domain/reports/report-changes.js";
import type { SummariesPort, SummaryEvent } from "../../ports/people/summaries.js";
import { dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { isItself } from "../people/managers.js";
import { createReports } from "../reports/reports.js";
import { lookingAfter } from "./looking-after.js";
import { dueOn, trainersDue } from "./trainers-due.js";

/** As it is read: which versions of a report to compare stands beside it. */
type EventRow = SummaryEvent & {
  number: string;
  version: number | null;
  baseVersion: number | null;
  onBehalf: boolean;
};

export function createSummaries(db: Db): SummariesPort {
  return {
    async due(days, now) {
      if (days.length === 0) return [];
      const trainers = await db.person.findMany({
        where: trainersDue(days, now, (day) => ({ summaries: { none: { day: dayToColumn(day) } } })),
        include: { summaries: { orderBy: { toAt: "desc" }, take: 1 } },
        orderBy: { id: "asc" },
      });
      return trainers.flatMap(({ summaries, ...row }) =>
        dueOn(days, row).map((due) => ({ ...due, lastToAt: summaries[0]?.toAt ?? null })),
      );
    },

    async eventsOf(spans, now) {
      if (spans.length === 0) return [];
      const ids = spans.map(({ trainerId }) => trainerId);
      const froms = spans.map(({ fromAt }) => fromAt.toISOString());
      const tos = spans.map(({ toAt }) => toAt.toISOString());
      // Bound as text: an array of instants is not the same thing to both database drivers.
      const events = await db.$queryRaw<EventRow[]>`
        WITH span AS (
          SELECT s.id AS trainer_id, s.from_at::timestamp AS from_at, s.to_at::timestamp AS to_at, t.class_id
          FROM unnest(${ids}::int[], ${froms}::text[], ${tos}::text[]) AS s(id, from_at, to_at)
          JOIN ${lookingAfter(now)} t ON t.person_id = s.id
        )
        SELECT 'report' AS kind, span.trainer_id AS "trainerId", pe.name, l.name AS "libraryName", r.reported_at AS at,
          wp.id AS "planId", wp.type::text AS "planType", r.state::text AS state,
          wp.due_on::text AS "dueOn", c.ends_on::text AS "classEndsOn", c.zone, r.number, NULL::int AS version, NULL::int AS "baseVersion",
          ARRAY[pe.id] AS "personIds", r.on_behalf AS "onBehalf", wp.paused_until::text AS "pausedUntil"
        FROM span
        JOIN training_classes c ON c.id = span.class_id
        JOIN work_plans wp ON wp.class_id = span.class_id
        JOIN progress_reports r ON r.plan_id = wp.id
          AND r.reported_at > span.from_at AND r.reported_at <= span.to_at AND r.version = 1
          -- What a trainer has told of for somebody else is no news to them.
          AND r.author_id <> span.trainer_id
        JOIN libraries l ON l.id = wp.library_id AND ${isItself(Prisma.sql`l`)}
        LEFT JOIN participants pa ON pa.id = r.participant_id
        JOIN people pe ON pe.id = coalesce(pa.person_id, r.author_id) AND pe.erased_at IS NULL
        UNION ALL
        -- Once a report, however often it was changed: the last version against what was known when the span began.
        SELECT * FROM (
          SELECT DISTINCT ON (span.trainer_id, r.number) 'changed', span.trainer_id, pe.name, l.name, r.reported_at,
            wp.id, wp.type::text, NULL, NULL, NULL, NULL, r.number, r.version, coalesce((
              SELECT max(b.version) FROM progress_reports b WHERE b.number = r.number AND b.reported_at <= span.from_at), 1),
            ARRAY[pe.id], r.on_behalf, NULL
          FROM span
          JOIN work_plans wp ON wp.class_id = span.class_id
          JOIN progress_reports r ON r.plan_id = wp.id
            AND r.reported_at > span.from_at AND r.reported_at <= span.to_at AND r.version > 1
            AND r.author_id <> span.trainer_id
          JOIN libraries l ON l.id = wp.library_id AND ${isItself(Prisma.sql`l`)}
          JOIN people pe ON pe.id = r.author_id AND pe.erased_at IS NULL
          ORDER BY span.trainer_id, r.number, r.version DESC
        ) AS changed
        UNION ALL
        SELECT 'joined', span.trainer_id, pe.name,
          coalesce(CASE WHEN pa.admission IN ('admitted', 'begun') THEN l.name END, ''), pa.joined_at, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
          ARRAY[pe.id], false, NULL
        FROM span
        JOIN participants pa ON pa.class_id = span.class_id AND pa.left_at IS NULL
          AND pa.joined_at > span.from_at AND pa.joined_at <= span.to_at
          -- Who was turned away has joined nothing; who waits, no library yet.
          AND pa.admission <> 'refused'
        JOIN people pe ON pe.id = pa.person_id
        LEFT JOIN libraries l ON l.id = pa.library_id
        UNION ALL
        SELECT 'story', span.trainer_id, pe.name, l.name, st.sent_at, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
          ARRAY[pe.id], false, NULL
        FROM span
        JOIN participants pa ON pa.class_id = span.class_id AND pa.left_at IS NULL
        JOIN stories st ON st.participant_id = pa.id AND st.sent_at > span.from_at AND st.sent_at <= span.to_at
        JOIN people pe ON pe.id = pa.person_id AND pe.erased_at IS NULL
        JOIN libraries l ON l.id = pa.library_id
        -- Who is stuck has said so in a report, which is counted above.
        UNION ALL
        SELECT 'help', span.trainer_id,
          coalesce((SELECT string_agg(pe.name, ', ' ORDER BY pe.name) FROM library_members m
                    JOIN people pe ON pe.id = m.person_id WHERE m.library_id = l.id AND m.until_at IS NULL), ''),
          l.name, f.raised_at, wp.id, wp.type::text, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
          ARRAY(SELECT m.person_id FROM library_members m WHERE m.library_id = l.id AND m.until_at IS NULL), false, NULL
        FROM span
        JOIN work_plans wp ON wp.class_id = span.class_id
        -- What was answered or dealt with since asks for nothing any more.
        JOIN follow_ups f ON f.plan_id = wp.id AND f.reason = 'help' AND f.resolved_at IS NULL
          AND f.raised_at > span.from_at AND f.raised_at <= span.to_at
        JOIN libraries l ON l.id = wp.library_id AND ${isItself(Prisma.sql`l`)}
        ORDER BY at, "trainerId", name`;
      const told: SummaryEvent[] = [];
      for (const event of events) told.push(await withChanges(db, event));
      return told;
    },

    async lastSent(trainerId) {
      return db.dailySummary.findFirst({
        where: { trainerId, sent: true },
        orderBy: { toAt: "desc" },
        select: { fromAt: true, toAt: true },
      });
    },

    async keep(summaries) {
      if (summaries.length === 0) return new Set();
      const kept = await db.dailySummary.createManyAndReturn({
        data: summaries.map(({ day, ...summary }) => ({ ...summary, day: dayToColumn(day) })),
        skipDuplicates: true,
      });
      return new Set(kept.map(({ trainerId }) => trainerId));
    },
  };
}

async function withChanges(db: Db, { version, baseVersion, onBehalf, ...found }: EventRow): Promise<SummaryEvent> {
  const event: SummaryEvent & { number: string } = { ...found, ...(onBehalf && { onBehalf }) };
  if (event.kind !== "changed") return event;
  const reports = createReports(db);
  const before = await reports.findVersion(event.number, baseVersion ?? 1);
  const after = await reports.findVersion(event.number, version ?? 1);
  if (before === null || after === null) return { ...event, changes: [] };
  return { ...event, changes: changesBetween(before, after, await reports.filesSince(after.id, before.reportedAt)) };
}
