// The opposite of mergePlans(): what somebody brought into a library, or wrote there, goes out again with them, as far as nobody else
// has built on it since.
import type { PlanType } from "../../domain/plans/work-plan.js";
import type { Parted } from "../../ports/people/admissions.js";
import type { Db } from "../engine/database.js";
import type { WorkPlan as PlanRow, Prisma } from "../generated/client.js";
import { columnsBefore } from "./plan-authors.js";

/** Everything of this person in the library's plans goes to the place apart. Twice is once: the second time nothing is theirs. */
export async function takeApart(db: Db, libraryId: number, apartId: number, personId: number): Promise<Parted> {
  await db.$queryRaw`SELECT id FROM work_plans WHERE library_id IN (${apartId}, ${libraryId}) ORDER BY id FOR UPDATE`;
  const plans = await db.workPlan.findMany({ where: { libraryId, movedToId: null }, orderBy: { id: "asc" } });
  const parted: Parted = { plans: 0, reports: 0, stays: [], planIds: [], apartPlanIds: [] };
  const stays = new Set<PlanType>();
  for (const plan of plans) {
    const found = await entriesOf(db, plan, personId);
    if (found.staysBehind) stays.add(plan.type);
    if (!found.words && found.numbers.length === 0) continue;
    const apart = await planApart(db, plan, apartId);
    await moveOut(db, plan, apart, { ...found, personId });
    parted.apartPlanIds.push(apart.id);
    if (found.words) parted.plans += 1;
    parted.reports += found.numbers.length;
    parted.planIds.push(plan.id);
  }
  return { ...parted, stays: [...stays] };
}

interface Entries {
  /** The words that stand there are theirs alone. */
  words: boolean;
  /** Reports of which they wrote every version. */
  numbers: string[];
  /** Something is theirs, and a colleague has built on it. */
  staysBehind: boolean;
}

async function entriesOf(db: Db, plan: PlanRow, personId: number): Promise<Entries> {
  const reports = await db.progressReport.findMany({ where: { planId: plan.id }, orderBy: { id: "asc" } });
  const others = reports.filter(({ authorId }) => authorId !== personId);
  const isTheirs = plan.activity !== null && plan.changedById === personId;
  // A colleague who has reported on these words since carries them out.
  const isUsed = others.some(({ reportedAt }) => plan.changedAt === null || reportedAt > plan.changedAt);
  const touched = new Set(others.map(({ number }) => number));
  const theirs = [...new Set(reports.filter(({ authorId }) => authorId === personId).map(({ number }) => number))];
  return {
    words: isTheirs && !isUsed,
    numbers: theirs.filter((number) => !touched.has(number)),
    staysBehind: (isTheirs && isUsed) || theirs.some((number) => touched.has(number)),
  };
}

async function planApart(db: Db, { cohortId, type, classId, dueOn }: PlanRow, libraryId: number): Promise<PlanRow> {
  await db.workPlan.createMany({ data: [{ libraryId, cohortId, type, classId, dueOn }], skipDuplicates: true });
  return db.workPlan.findUniqueOrThrow({ where: { libraryId_cohortId_type: { libraryId, cohortId, type } } });
}

async function moveOut(
  db: Db,
  plan: PlanRow,
  apart: PlanRow,
  { words, numbers, personId }: Entries & { personId: number },
): Promise<void> {
  await moveWhatHangsOn(db, plan.id, apart.id, { numbers, personId });
  const { activity, targetOn, measure, partner, writtenAt, changedAt, changedById, onBehalf } = plan;
  const moved = { activity, targetOn, measure, partner, writtenAt, changedAt, changedById, onBehalf };
  await db.workPlan.update({
    where: { id: apart.id },
    data: { movedToId: null, ...(words && moved), ...(await standingOf(db, apart.id, words ? moved : apart)) },
  });
  const before = columnsBefore(plan);
  await db.workPlan.update({
    where: { id: plan.id },
    data: { ...(words && before), ...(await standingOf(db, plan.id, words ? before : plan)) },
  });
}

async function moveWhatHangsOn(
  db: Db,
  fromId: number,
  toId: number,
  { numbers, personId }: { numbers: string[]; personId: number },
): Promise<void> {
  // Files of their reports, and files that they sent for a report which is not written yet.
  await db.$executeRaw`
    UPDATE evidence e SET plan_id = ${toId} WHERE e.plan_id = ${fromId}
      AND (e.report_id IN (SELECT r.id FROM progress_reports r WHERE r.plan_id = ${fromId} AND r.number = ANY(${numbers}::text[]))
        OR (e.report_id IS NULL AND e.sender_id = ${personId}))
      AND NOT EXISTS (SELECT 1 FROM evidence o WHERE o.plan_id = ${toId} AND o.file_unique_id = e.file_unique_id)`;
  await db.progressReport.updateMany({
    where: { planId: fromId, number: { in: numbers } },
    data: { planId: toId },
  });
  // What trainers owe them: a report that is stuck, a plea for help of theirs.
  const stuck = numbers.map((number) => ({ key: { startsWith: `stuck:${number}:` } }));
  await db.followUp.updateMany({
    where: { planId: fromId, OR: [...stuck, { thread: { participant: { personId } } }] },
    data: { planId: toId },
  });
  await db.snooze.updateMany({ where: { planId: fromId, personId }, data: { planId: toId } });
  // Nobody is told that a day which was given holds no more: it goes along, and stays.
  await db.$executeRaw`
    INSERT INTO deadline_extensions (plan_id, until, reason, by_id, at, update_id, act_id)
    SELECT ${toId}::int, e.until, e.reason, e.by_id, e.at, e.update_id, e.act_id FROM deadline_extensions e
    WHERE e.plan_id = ${fromId} AND NOT EXISTS (
      SELECT 1 FROM deadline_extensions o WHERE o.plan_id = ${toId} AND o.until = e.until AND o.at = e.at)
    ORDER BY e.id`;
}

/** How far a plan is: as its last report says, else as written or not. */
async function standingOf(
  db: Db,
  planId: number,
  { activity, state }: { activity: string | null; state?: PlanRow["state"] },
) {
  const last = await db.progressReport.findFirst({
    where: { planId },
    orderBy: [{ reportedAt: "desc" }, { id: "desc" }],
  });
  const unreported = activity === null ? (state === "none_yet" ? state : "unwritten") : "not_started";
  return {
    state: last?.state ?? unreported,
    lastReportAt: last?.reportedAt ?? null,
  } satisfies Prisma.WorkPlanUpdateInput;
}
