// What somebody's page shows beside their plans: who gave them more time, what was talked over with them, their letters.
import type { AboutPerson, CaseloadsPort } from "../../../ports/people/caseloads.js";
import { dayFromColumn } from "../../days.js";
import type { Db } from "../../engine/database.js";
import { IS_TRY } from "../plan-facts.js";

export async function aboutPerson(
  db: Db,
  { planIds, participantId, talks: most, tried }: Parameters<CaseloadsPort["aboutPerson"]>[0],
): Promise<AboutPerson> {
  const extensions = await db.$queryRaw<{ planId: number; until: Date; byName: string }[]>`
    SELECT DISTINCT ON (e.plan_id) e.plan_id AS "planId", e.until, p.name AS "byName"
    FROM deadline_extensions e JOIN people p ON p.id = e.by_id
    WHERE e.plan_id = ANY(${planIds}::int[])
    ORDER BY e.plan_id, e.until DESC, e.id DESC`;
  const talks = await db.$queryRaw<AboutPerson["talks"]>`
    SELECT f.resolved_at AS at, max(f.note) AS note, max(f.way) AS way, p.name AS "byName"
    FROM follow_ups f LEFT JOIN people p ON p.id = f.resolved_by_id
    WHERE f.plan_id = ANY(${planIds}::int[]) AND f.resolution = 'contacted'
    GROUP BY f.resolved_at, p.id ORDER BY f.resolved_at DESC LIMIT ${most}::int`;
  const tries = tried === null ? [] : await triesSince(db, planIds, tried.since);
  const thread =
    participantId === null
      ? null
      : await db.questionThread.findFirst({
          where: { participantId },
          orderBy: { lastAt: "desc" },
          select: { id: true },
        });
  return {
    extensions: extensions.map((one) => ({ ...one, until: dayFromColumn(one.until) })),
    ...{ talks, tries },
    threadId: thread?.id ?? null,
  };
}

/** A talk about three plans, and a reminder of them, is a row for each. */
function triesSince(db: Db, planIds: number[], since: Date | null): Promise<AboutPerson["tries"]> {
  return db.$queryRaw`
    SELECT f.resolved_at AS at, p.name AS "byName",
      CASE WHEN f.resolution = 'contacted' THEN coalesce(f.way, 'contacted') ELSE 'reminded' END AS way
    FROM follow_ups f LEFT JOIN people p ON p.id = f.resolved_by_id
    WHERE f.plan_id = ANY(${planIds}::int[]) AND ${IS_TRY} AND f.resolved_at > coalesce(${since}::timestamp, '-infinity')
    GROUP BY 1, p.id, 3 ORDER BY 1, p.id`;
}
