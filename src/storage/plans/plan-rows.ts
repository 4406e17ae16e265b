// Rows of work plans, and what is made of them.
import { dayIn } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import { dayFromColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import type { Prisma } from "../generated/client.js";

/** Where a library is, as far as it tells two of one name apart. */
export const WHERE_IT_IS = {
  select: { name: true, parent: { select: { name: true, level: true } } },
} satisfies Prisma.PlaceDefaultArgs;

export function whereItIs({ name, parent }: Prisma.PlaceGetPayload<typeof WHERE_IT_IS>) {
  return { village: name, district: parent?.level === "district" ? parent.name : null };
}

/** No more of them than a plan says: a morning's reminders read thousands. */
export const WITH_CLASS = {
  library: { select: { name: true, holderId: true, place: WHERE_IT_IS } },
  cohort: { select: { year: true } },
  trainingClass: { select: { id: true, name: true, zone: true, startsOn: true, endsOn: true, plansDueOn: true } },
} satisfies Prisma.WorkPlanInclude;

/** By the ids that were asked for; of a plan that went into the library's, the library's. */
export async function plansAt(db: Db, ids: number[]): Promise<Map<number, WorkPlan | null>> {
  const rows = await db.workPlan.findMany({ where: { id: { in: ids } }, include: WITH_CLASS });
  const moved = rows.flatMap(({ movedToId }) => (movedToId === null ? [] : [movedToId]));
  const there = moved.length === 0 ? new Map<number, WorkPlan | null>() : await plansAt(db, moved);
  return new Map(
    rows.map((row) => [row.id, row.movedToId === null ? toWorkPlan(row) : (there.get(row.movedToId) ?? null)]),
  );
}

export function toWorkPlan(row: Prisma.WorkPlanGetPayload<{ include: typeof WITH_CLASS }>): WorkPlan {
  const { trainingClass } = row;
  const zone = trainingClass.zone as Zone;
  return {
    id: row.id,
    type: row.type,
    state: row.state,
    dueOn: dayFromColumn(row.dueOn),
    pausedUntil: row.pausedUntil === null ? null : dayFromColumn(row.pausedUntil),
    lastReportOn: row.lastReportAt === null ? null : dayIn(zone, row.lastReportAt),
    libraryId: row.libraryId,
    libraryName: row.library.name,
    ...whereItIs(row.library.place),
    isApart: row.library.holderId !== 0,
    cohortId: row.cohortId,
    activity: row.activity,
    targetOn: row.targetOn === null ? null : dayFromColumn(row.targetOn),
    measure: row.measure,
    partner: row.partner,
    writtenAt: row.writtenAt,
    changedAt: row.changedAt,
    changedById: row.changedById,
    onBehalf: row.onBehalf,
    lastReportAt: row.lastReportAt,
    remindedOn: row.remindedOn === null ? null : dayFromColumn(row.remindedOn),
    trainingClass: {
      id: trainingClass.id,
      name: trainingClass.name,
      zone,
      cohortYear: row.cohort.year,
      startsOn: dayFromColumn(trainingClass.startsOn),
      endsOn: dayFromColumn(trainingClass.endsOn),
      plansDueOn: dayFromColumn(trainingClass.plansDueOn),
    },
  };
}
