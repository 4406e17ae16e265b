// The plans of the libraries that people manage now, for any number of people by three questions.
import { groupedBy } from "../../domain/grouped-by.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { Db } from "../engine/database.js";
import { toWorkPlan, WITH_CLASS } from "./plan-rows.js";

export async function plansOfPeople(db: Db, personIds: number[]): Promise<Map<number, WorkPlan[]>> {
  const members = await db.libraryMember.findMany({
    where: { personId: { in: personIds }, untilAt: null },
    select: { libraryId: true, personId: true },
  });
  const rows = await db.workPlan.findMany({
    where: { movedToId: null, libraryId: { in: [...new Set(members.map(({ libraryId }) => libraryId))] } },
    include: WITH_CLASS,
    orderBy: [{ cohort: { year: "desc" } }, { libraryId: "asc" }, { type: "asc" }],
  });
  const latest = new Map<number, number>();
  for (const { libraryId, cohortId } of rows) if (!latest.has(libraryId)) latest.set(libraryId, cohortId);
  const current = rows.filter(({ libraryId, cohortId }) => latest.get(libraryId) === cohortId);
  // Let in meanwhile: what the library has its own of stays apart, and is no plan of theirs beside it.
  const apart = current.flatMap(({ library: { holderId } }) => (holderId === 0 ? [] : [holderId]));
  const letIn =
    apart.length === 0 ? [] : await db.participant.findMany({ where: { id: { in: apart }, admission: "admitted" } });
  const isOver = new Set(letIn.map((one) => one.id));
  const plans = current.filter(({ library: { holderId } }) => !isOver.has(holderId)).map(toWorkPlan);
  const librariesOf = groupedBy(members, ({ personId }) => personId);
  return new Map(
    personIds.map((personId) => {
      const theirs = new Set(librariesOf.get(personId)?.map(({ libraryId }) => libraryId));
      return [personId, plans.filter(({ libraryId }) => theirs.has(libraryId))];
    }),
  );
}
