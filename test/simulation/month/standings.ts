// Each morning: how many people a trainer has, and in whose hands every plan is.
import type { KnownActor } from "../../../src/domain/people/person.js";
import { dayIn } from "../../../src/domain/time/calendar.js";
import { countPeople } from "../../../src/use-cases/index.js";
import type { Stage } from "../../support/stage/stage.js";
import { type LivedLibrary, type Month, takesPart } from "./lived.js";

export async function noteStandings(stage: Stage, trainers: Map<number, KnownActor>, month: Month): Promise<void> {
  const now = stage.clock.now();
  for (const [classId, actor] of trainers) {
    const mine = month.people.filter((one) => one.classId === classId && takesPart(one, now));
    const counts = await countPeople(stage.world, actor, { practice: false });
    month.standings.push({ day: dayIn("Asia/Jakarta", now), people: mine.length, counts });
  }
}

/** Those whom the product would remind of a plan are those who take part for its library, and nobody besides. */
export async function noteHands(stage: Stage, month: Month): Promise<void> {
  const now = stage.clock.now();
  const expected = new Map<LivedLibrary, number[]>();
  for (const one of month.people) {
    const { library } = one;
    if (library.goneAt !== null) continue;
    const known = expected.get(library) ?? [];
    expected.set(library, takesPart(one, now) ? [...known, one.id] : known);
  }
  const managers = await stage.world.store.plans.managersOf([...expected.keys()].map(({ id }) => id));
  const plans = await stage.db.workPlan.findMany({ where: { movedToId: null }, select: { id: true, libraryId: true } });
  const libraryOf = new Map(plans.map(({ id, libraryId }) => [id, libraryId]));
  for (const [{ id, planIds }, wanted] of expected) {
    const found = managers.filter(({ libraryId }) => libraryId === id).map(({ person }) => person.id);
    const isTheirs = planIds.every((planId) => libraryOf.get(planId) === id);
    if (isTheirs && wanted.length > 0 && inOrder(found) === inOrder(wanted)) continue;
    month.wrongHands.push(`${dayIn("Asia/Jakarta", now)} library ${id}: ${inOrder(found)}, not ${inOrder(wanted)}`);
  }
}

const inOrder = (ids: number[]) => [...ids].sort((a, b) => a - b).join();
