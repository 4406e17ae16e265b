// Work plans: three a library and cohort.

import { ASK_OPEN_DAYS, dueRungOn, type Ladder } from "../../domain/plans/plan-reminder.js";
import { PLAN_TYPES } from "../../domain/plans/work-plan.js";
import { addDays, type Day } from "../../domain/time/calendar.js";
import type { WorkPlan, WorkPlansPort } from "../../ports/plans/work-plans.js";
import { dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { PERSON, toPerson } from "../people/people.js";
import { trainsNow } from "../reach.js";
import { writePlan } from "./plan-authors.js";
import { plansAt, toWorkPlan, WHERE_IT_IS, WITH_CLASS, whereItIs } from "./plan-rows.js";
import { plansOfPeople } from "./plans-of-people.js";

/** A plan moves when somebody is let in, or libraries are merged: never so often while one waits. */
const MOST_MOVES = 3;

/** The libraries that somebody acts for now: a look by the person's index, in the statement that reads the person. */
const ACTING = {
  where: { untilAt: null, library: { holderId: 0 } },
  select: { library: { select: { id: true, name: true, place: WHERE_IT_IS } } },
  orderBy: { libraryId: "asc" },
} satisfies Prisma.Person$membershipsArgs;

export function createWorkPlans(db: Db): WorkPlansPort {
  const find = async (id: number): Promise<WorkPlan | null> => {
    // Ids come from buttons, which anybody can forge: none of ours is anything but a small whole number.
    if (!Number.isInteger(id) || Math.abs(id) > 2 ** 31 - 1) return null;
    return (await plansAt(db, [id])).get(id) ?? null;
  };
  const lockAll = async (ids: number[]): Promise<Map<number, WorkPlan | null>> => {
    // All plans of the library, always in this order: a report changes its neighbours too, and two reports must not each
    // hold what the other wants.
    for (let tries = 1; ; tries += 1) {
      const rows = await db.$queryRaw<{ id: number }[]>`
        SELECT id FROM work_plans
        WHERE (library_id, cohort_id) IN (SELECT library_id, cohort_id FROM work_plans WHERE id IN (
          SELECT coalesce(moved_to_id, id) FROM work_plans WHERE id = ANY(${ids}::int[])))
        ORDER BY id FOR UPDATE`;
      const held = new Set(rows.map(({ id }) => id));
      const plans = await plansAt(db, ids);
      // Whoever waited for a merge of libraries finds the plan in another one.
      const areHeld = [...plans.values()].every((plan) => plan === null || held.has(plan.id));
      if (areHeld || tries === MOST_MOVES) return plans;
    }
  };
  return {
    find,
    async ensurePlans({ libraryId, cohortId, classId }) {
      // The class is held: a shift of it at this moment moves these plans too, or is seen by them.
      const made = await db.$queryRaw<{ id: number }[]>`
        WITH class AS (SELECT id, plans_due_on FROM training_classes WHERE id = ${classId} FOR SHARE)
        INSERT INTO work_plans (library_id, cohort_id, class_id, type, due_on)
        SELECT ${libraryId}::int, ${cohortId}::int, class.id, type, class.plans_due_on
        FROM class, unnest(enum_range(NULL::"PlanType")) AS type ON CONFLICT DO NOTHING RETURNING id`;
      return made.map(({ id }) => id);
    },
    lockAll,
    lock: async (id) => (await lockAll([id])).get(id) ?? null,
    ofPeople: (personIds) => plansOfPeople(db, personIds),
    ofPerson: async (personId) => (await plansOfPeople(db, [personId])).get(personId) ?? [],
    async change(id, { targetOn, ...fields }) {
      const target = targetOn == null ? { targetOn: null } : { targetOn: dayToColumn(targetOn) };
      await db.workPlan.update({ where: { id }, data: { ...fields, ...(targetOn !== undefined && target) } });
    },
    write: (id, words, by, now) => writePlan(db, id, words, by, now),
    async remindAgain(planIds) {
      await db.$executeRaw`
        UPDATE work_plans SET reminded_on = NULL
        WHERE (library_id, cohort_id) IN (SELECT library_id, cohort_id FROM work_plans WHERE id = ANY(${planIds}::int[]))
          AND state <> 'done'`;
    },
    async librariesToRemind(today, limit, ladder) {
      const turn = turnToBeReminded(rungsOf(today, ladder), today, limit * PLAN_TYPES.length);
      const rows = await db.$queryRaw<
        { id: number }[]
      >`SELECT DISTINCT library_id AS id FROM (${turn}) AS turn LIMIT ${limit}`;
      return rows.map(({ id }) => id);
    },
    async holdForReminding(libraryIds, today) {
      const held = await db.$queryRaw<{ id: number }[]>`
        SELECT id FROM work_plans
        WHERE library_id = ANY(${libraryIds}::int[])
          AND class_id IN (SELECT id FROM training_classes WHERE ends_on < ${today}::date)
        ORDER BY id FOR UPDATE`;
      const ids = held.map(({ id }) => id);
      const rows = await db.workPlan.findMany({
        where: { id: { in: ids } },
        include: WITH_CLASS,
        orderBy: { id: "asc" },
      });
      return rows.map(toWorkPlan);
    },
    async careOf(id) {
      const row = await db.workPlan.findUnique({
        where: { id },
        select: {
          cohortId: true,
          library: { select: { placeCode: true } },
          trainingClass: { select: { trainers: { where: { person: trainsNow }, select: { personId: true } } } },
        },
      });
      if (row === null) return null;
      const trainerIds = row.trainingClass.trainers.map(({ personId }) => personId);
      return { cohortId: row.cohortId, placeCode: row.library.placeCode, trainerIds };
    },
    async ofLibrary(libraryId, cohortId) {
      const rows = await db.workPlan.findMany({
        where: { libraryId, cohortId, movedToId: null },
        include: WITH_CLASS,
        orderBy: { type: "asc" },
      });
      return rows.map(toWorkPlan);
    },
    async managerIdsOf(libraryIds) {
      const rows = await db.$queryRaw<{ id: number }[]>`
        SELECT DISTINCT person_id AS id FROM library_members WHERE library_id = ANY(${libraryIds}::int[]) AND until_at IS NULL`;
      return rows.map(({ id }) => id);
    },
    async managersOf(libraryIds) {
      const rows = await db.libraryMember.findMany({
        where: { libraryId: { in: libraryIds }, untilAt: null, person: { erasedAt: null } },
        select: { libraryId: true, fromAt: true, person: { select: { ...PERSON, memberships: ACTING } } },
        orderBy: [{ personId: "asc" }, { libraryId: "asc" }],
      });
      return rows.map(({ libraryId, fromAt, person }) => {
        const libraries = person.memberships.map(({ library: { id, name, place } }) => ({
          ...{ libraryId: id, libraryName: name },
          ...whereItIs(place),
        }));
        return { libraryId, person: toPerson(person), since: fromAt, libraries };
      });
    },
    async markReminded(planIds, on) {
      await db.workPlan.updateMany({ where: { id: { in: planIds } }, data: { remindedOn: dayToColumn(on) } });
    },
  };
}

/** Beyond the ladder only the morning after the class is left, and no class gives its plans more than two months. */
const FARTHEST_DAYS = 60;

/**
 * Day by day, each a short look into the index (due_on, reminded_on): a tick with nothing due reads a few pages of it, however
 * many plans there are. The limits keep it so while many are due; the next batch finds the rest.
 */
function turnToBeReminded({ dueDays, rungDays }: Rungs, today: Day, limit: number): Prisma.Sql {
  // Asked of each plan that the index gives; as a join it would tempt the planner to begin with the classes and read all their plans.
  const isOver = Prisma.sql`(SELECT c.ends_on FROM training_classes c WHERE c.id = class_id) < ${today}::date`;
  const ladder = Prisma.sql`unnest(${dueDays}::date[], ${rungDays}::date[]) AS rung (due_on, day)`;
  return Prisma.sql`
    SELECT p.library_id FROM ${ladder} CROSS JOIN LATERAL (
      SELECT library_id FROM work_plans
      WHERE due_on = rung.due_on AND reminded_on < rung.day AND ${isOver} LIMIT ${limit}) AS p
    UNION ALL
    SELECT p.library_id FROM ${ladder} CROSS JOIN LATERAL (
      SELECT library_id FROM work_plans
      WHERE due_on = rung.due_on AND reminded_on IS NULL AND ${isOver} LIMIT ${limit}) AS p
    WHERE rung.day IS NOT NULL OR rung.due_on <= (SELECT max(plans_due_on) FROM training_classes WHERE ends_on < ${today}::date)`;
}

interface Rungs {
  today: Day;
  ladder: Ladder;
  dueDays: Day[];
  rungDays: (Day | null)[];
}

let lastRungs: Rungs | undefined;

/** The same from morning to night, and asked for every few minutes. */
function rungsOf(today: Day, ladder: Ladder): Rungs {
  if (lastRungs?.today !== today || lastRungs.ladder !== ladder) {
    const dueDays = Array.from({ length: ASK_OPEN_DAYS + FARTHEST_DAYS }, (_, n) => addDays(today, n - ASK_OPEN_DAYS));
    lastRungs = { today, ladder, dueDays, rungDays: dueDays.map((due) => dueRungOn(due, today, ladder)) };
  }
  return lastRungs;
}
