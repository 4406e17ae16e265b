// Brings entries that somebody kept apart into their library, once they are let in: nothing that stands there is overwritten.
import type { Merged } from "../../ports/people/admissions.js";
import type { Db } from "../engine/database.js";
import { type WorkPlan as PlanRow, Prisma } from "../generated/client.js";
import { replacedBy } from "./plan-authors.js";

/** Twice is once: a plan that has moved is not looked at again. */
export async function mergePlans(db: Db, apartId: number, libraryId: number): Promise<Merged> {
  await db.$queryRaw`SELECT id FROM work_plans WHERE library_id IN (${apartId}, ${libraryId}) ORDER BY id FOR UPDATE`;
  const own = await db.workPlan.findMany({ where: { libraryId: apartId, movedToId: null }, orderBy: { id: "asc" } });
  const merged: Merged = { plans: 0, reports: 0, apart: [], planIds: [] };
  for (const plan of own) {
    const target = await planOfLibrary(db, plan, libraryId);
    if (!(await hasEntries(db, target))) {
      const reports = await db.progressReport.count({ where: { planId: plan.id, version: 1 } });
      if (await hasEntries(db, plan)) merged.plans += 1;
      merged.reports += reports;
      await moveInto(db, plan, target);
      merged.planIds.push(target.id);
    } else if ((await hasEntries(db, plan)) || (await isBeingWritten(db, plan))) {
      merged.apart.push({ ownId: plan.id, libraryPlanId: target.id, type: plan.type });
    } else {
      // Nothing to keep but the time that they were given: its old buttons lead to the library's plan.
      await moveExtensions(db, plan.id, target.id);
      merged.planIds.push(target.id);
      await db.workPlan.update({ where: { id: plan.id }, data: { movedToId: target.id } });
    }
  }
  return merged;
}

/** In the place of the library's words; its reports stay, and the last one says how far the plan is. */
export async function adoptPlan(db: Db, ownPlanId: number, libraryPlanId: number): Promise<void> {
  const pair = [ownPlanId, libraryPlanId];
  await db.$queryRaw`SELECT id FROM work_plans WHERE id = ANY(${pair}::int[]) ORDER BY id FOR UPDATE`;
  const own = await db.workPlan.findUniqueOrThrow({ where: { id: ownPlanId } });
  const target = await db.workPlan.findUniqueOrThrow({ where: { id: libraryPlanId } });
  if (own.movedToId === null) await moveInto(db, own, target);
}

async function planOfLibrary(db: Db, plan: PlanRow, libraryId: number): Promise<PlanRow> {
  const { cohortId, type, classId, dueOn } = plan;
  await db.workPlan.createMany({ data: [{ libraryId, cohortId, type, classId, dueOn }], skipDuplicates: true });
  return db.workPlan.findUniqueOrThrow({ where: { libraryId_cohortId_type: { libraryId, cohortId, type } } });
}

async function hasEntries(db: Db, { id, state, lastReportAt }: PlanRow): Promise<boolean> {
  return (
    state !== "unwritten" || lastReportAt !== null || (await db.progressReport.count({ where: { planId: id } })) > 0
  );
}

/** A form about it is open: what it will say must not go over the library's words unseen. */
async function isBeingWritten(db: Db, { id }: PlanRow): Promise<boolean> {
  return (await db.draft.count({ where: { subject: `plan:${id}` } })) > 0;
}

async function moveInto(db: Db, own: PlanRow, target: PlanRow): Promise<void> {
  const planId = target.id;
  // The same photo may lie with both: then the library's stays where it is.
  await db.$executeRaw`
    UPDATE evidence e SET plan_id = ${planId} WHERE plan_id = ${own.id} AND NOT EXISTS (
      SELECT 1 FROM evidence o WHERE o.plan_id = ${planId} AND o.file_unique_id = e.file_unique_id)`;
  await db.progressReport.updateMany({ where: { planId: own.id }, data: { planId } });
  await db.followUp.updateMany({ where: { planId: own.id }, data: { planId } });
  await db.snooze.updateMany({ where: { planId: own.id }, data: { planId } });
  await moveExtensions(db, own.id, planId);
  const last = await db.progressReport.findFirst({
    where: { planId },
    orderBy: [{ reportedAt: "desc" }, { id: "desc" }],
  });
  const { activity, targetOn, measure, partner, writtenAt, changedAt, onBehalf, state } = own;
  // One that was only reported on has no words to put in the place of the library's.
  const isWritten = activity !== null;
  const changedById = own.changedById ?? (await holderOf(db, own));
  await db.workPlan.update({
    where: { id: planId },
    data: {
      ...(isWritten && { activity, targetOn, measure, partner, writtenAt, changedAt, changedById, onBehalf }),
      ...(isWritten && replacedBy(target, changedById)),
      state: last?.state ?? (isWritten || target.state === "unwritten" ? state : target.state),
      lastReportAt: last?.reportedAt ?? target.lastReportAt,
    },
  });
  await db.workPlan.update({
    where: { id: own.id },
    data: {
      ...{ movedToId: planId, state: "unwritten", lastReportAt: null, writtenAt: null, changedAt: null },
      ...{
        activity: null,
        targetOn: null,
        measure: null,
        partner: null,
        changedById: null,
        onBehalf: false,
        replaced: Prisma.DbNull,
      },
    },
  });
}

/** Who was told of a later day has it. Both may have been extended at once: then the library's has that day already. */
async function moveExtensions(db: Db, ownId: number, planId: number): Promise<void> {
  await db.$executeRaw`
    UPDATE deadline_extensions e SET plan_id = ${planId} WHERE e.plan_id = ${ownId} AND NOT EXISTS (
      SELECT 1 FROM deadline_extensions o WHERE o.plan_id = ${planId} AND o.update_id = e.update_id)`;
}

/** Who keeps entries apart there: nobody else can have written them. */
async function holderOf(db: Db, { libraryId }: PlanRow): Promise<number | null> {
  const { holderId } = await db.library.findUniqueOrThrow({ where: { id: libraryId } });
  const holder = await db.participant.findUnique({ where: { id: holderId } });
  return holder?.personId ?? null;
}
