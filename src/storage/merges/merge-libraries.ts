// Two libraries are one: people, plans and roster rows of the one that goes are those of the one that stays.
import type { Merge } from "../../ports/merges.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { bringSubjects } from "./bring-posts.js";
import { createJournal, type Journal } from "./journal.js";
import { repoint, TO_LIBRARIES, TO_PLANS } from "./pointers.js";

const { sql } = Prisma;

export async function mergeLibraries(
  db: Db,
  { id, staysId, goesId }: Pick<Merge, "id" | "staysId" | "goesId">,
  now: Date,
): Promise<void> {
  const journal = createJournal(db, id);
  const stays = await db.library.findUniqueOrThrow({ where: { id: staysId } });
  const goes = await db.library.findUniqueOrThrow({ where: { id: goesId } });
  await mergePlansOf(db, journal, { fromId: goesId, intoId: staysId }, now);
  if (goes.kind !== stays.kind) {
    await journal.update(
      "participants",
      sql`kind = ${stays.kind}::"ParticipantKind"`,
      sql`t.library_id = ${goesId} AND t.kind = ${goes.kind}::"ParticipantKind"`,
    );
  }
  await bringToLibrary(journal, { staysId, goesId }, now);
  const isNamed = goes.kind === "tbm" || goes.kind === "regency_office" || goes.kind === "province_office";
  const as = sql`kind = ${stays.kind}::"ParticipantKind"`;
  const whose = sql`t.place_code = ${goes.placeCode} AND t.kind = ${goes.kind}::"ParticipantKind"`;
  const byName = (column: Prisma.Sql) => (isNamed ? sql`AND ${column} = ${goes.name}` : Prisma.empty);
  // Whoever was invited for the one is invited for the other.
  await journal.update(
    "roster_rows",
    sql`${as}, place_code = ${stays.placeCode}, library_name = ${stays.name}`,
    sql`${whose} ${byName(sql`t.library_name`)} AND (t.kind, t.place_code, coalesce(t.library_name, ''))
      IS DISTINCT FROM (${stays.kind}::"ParticipantKind", ${stays.placeCode}, ${stays.name}::text)
      AND t.class_id IN (SELECT c.id FROM training_classes c JOIN waves w ON w.id = c.wave_id
        JOIN cohorts co ON co.id = w.cohort_id AND co.practice_of = 0)`,
  );
  // What is kept apart for the one waits for the other.
  await journal.update(
    "libraries",
    sql`${as}, place_code = ${stays.placeCode}, name = ${stays.name}`,
    sql`${whose} ${byName(sql`t.name`)} AND t.holder_id > 0 AND t.practice_of = 0 AND NOT EXISTS (
      SELECT 1 FROM libraries o WHERE o.place_code = ${stays.placeCode} AND o.kind = ${stays.kind}::"ParticipantKind"
        AND o.name = ${stays.name} AND o.holder_id = t.holder_id AND o.practice_of = 0)`,
  );
  await journal.update("libraries", sql`holder_id = ${-staysId}::int`, sql`t.holder_id = ${-goesId}`);
  await journal.update("libraries", sql`holder_id = ${-staysId}::int`, sql`t.id = ${goesId}`);
}

/** Also called afterwards, for who came in at the moment of merging. Twice is once. */
export async function bringToLibrary(
  journal: Journal,
  { staysId, goesId }: { staysId: number; goesId: number },
  now: Date,
): Promise<number> {
  const moved = await repoint(journal, TO_LIBRARIES, goesId, staysId);
  await journal.update(
    "library_members",
    sql`until_at = ${now}::timestamp`,
    sql`t.until_at IS NULL AND (t.library_id = ${goesId} OR (t.library_id = ${staysId} AND EXISTS (
      SELECT 1 FROM library_members o WHERE o.library_id = t.library_id AND o.person_id = t.person_id AND o.until_at IS NULL
        AND (o.from_at, o.id) < (t.from_at, t.id))))`,
  );
  return moved;
}

/**
 * Plans of the one library become the other's. Where it has one of the kind, all that was reported and done goes there; the words of the
 * one that stands there stay, and the other's are kept beside it, to be read.
 */
export async function mergePlansOf(
  db: Db,
  journal: Journal,
  { fromId, intoId }: { fromId: number; intoId: number },
  now: Date,
): Promise<void> {
  await db.$queryRaw`SELECT id FROM work_plans WHERE library_id IN (${fromId}, ${intoId}) ORDER BY id FOR UPDATE`;
  const own = await db.workPlan.findMany({ where: { libraryId: fromId, movedToId: null }, orderBy: { id: "asc" } });
  for (const plan of own) {
    const { cohortId, type } = plan;
    const target = await db.workPlan.findUnique({
      where: { libraryId_cohortId_type: { libraryId: intoId, cohortId, type } },
    });
    if (target === null) {
      await journal.update("work_plans", sql`library_id = ${intoId}::int`, sql`t.id = ${plan.id}`);
      continue;
    }
    await repoint(journal, TO_PLANS, plan.id, target.id);
    const [last] = await db.progressReport.findMany({
      where: { planId: target.id },
      orderBy: [{ reportedAt: "desc" }, { id: "desc" }],
      take: 1,
    });
    const isBrought = target.activity === null && plan.activity !== null;
    const state = last?.state ?? (target.activity === null && plan.state !== "unwritten" ? plan.state : target.state);
    // Who is writing the other plan's words finds that there are words already (changed_at), and does not write over them unseen.
    const isBeingWritten = (await db.draft.count({ where: { form: "plan", subject: `plan:${plan.id}` } })) > 0;
    await journal.update(
      "work_plans",
      isBrought
        ? sql`state = ${state}::"PlanState", last_report_at = ${last?.reportedAt ?? null}::timestamp, activity = g.activity,
            target_on = g.target_on, measure = g.measure, partner = g.partner, written_at = g.written_at,
            changed_at = g.changed_at, changed_by_id = g.changed_by_id, on_behalf = g.on_behalf`
        : sql`state = ${state}::"PlanState", last_report_at = ${last?.reportedAt ?? null}::timestamp,
            changed_at = CASE WHEN ${isBeingWritten} AND t.activity IS NOT NULL THEN ${now}::timestamp ELSE t.changed_at END`,
      sql`t.id = ${target.id}`,
      ...(isBrought ? [sql`work_plans g`, sql`g.id = ${plan.id}`] : []),
    );
    await journal.update(
      "work_plans",
      sql`moved_to_id = ${target.id}::int, state = 'unwritten', last_report_at = NULL`,
      sql`t.id = ${plan.id}`,
    );
    // A report about the one ends what was to be said about the other, and what was said of the one is not said of the other again.
    await bringSubjects(journal, { planId: plan.id, intoId: target.id, libraryId: fromId });
  }
}
