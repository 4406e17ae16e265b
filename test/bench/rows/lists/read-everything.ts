// How lists could be made without read models: everything that somebody looks after is read, and sorted out in memory.
import { lateCounts } from "../../../../src/domain/caseload/summary.js";
import { byUrgency } from "../../../../src/domain/caseload/urgency.js";
import { careOf } from "../../../../src/domain/people/permissions.js";
import { dayIn } from "../../../../src/domain/time/calendar.js";
import type { Zone } from "../../../../src/domain/time/zone.js";
import type { World } from "../../../../src/ports.js";
import { type CaseFacts, factsOfCase } from "../../../../src/use-cases/caseload/follow-up/facts-of-case.js";
import { personInCare } from "../../../../src/use-cases/caseload/person-in-care.js";
import { actorOf } from "../../../support/world/plans.js";

export async function readEverything(world: World, personId: number, screen: string): Promise<number> {
  const care = careOf(await actorOf(world, personId));
  const { caseloads, schedule } = world.store;
  const now = world.clock.now();
  const today = ({ zone }: { zone: Zone }) => dayIn(zone, now);
  const { rest } = world.settings;
  if (screen.startsWith("/kelas")) return (await schedule.classesInCare(care)).length;
  if (!screen.startsWith("/peserta")) {
    const plans = (await caseloads.plansOf(care)).map(factsOfCase);
    return lateCounts(plans, today, rest).owed + byUrgency(plans, today, rest).length;
  }
  const people = await caseloads.peopleOf(care);
  const plans = new Map<number | null, CaseFacts[]>();
  for (const plan of (await caseloads.plansOf(care)).map(factsOfCase)) {
    const ofLibrary = plans.get(plan.libraryId);
    if (ofLibrary === undefined) plans.set(plan.libraryId, [plan]);
    else ofLibrary.push(plan);
  }
  return people.map((row) => personInCare(world, row, plans.get(row.libraryId) ?? [])).filter(({ late }) => late > 0)
    .length;
}
