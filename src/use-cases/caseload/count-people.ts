// How many people somebody looks after, by how they are doing: numbers alone, so that nobody was looked at.
import type { KnownActor } from "../../domain/people/person.js";
import type { PeoplePage } from "../../ports/people/caseloads.js";
import type { World } from "../../ports.js";
import { careWanted } from "./care-wanted.js";
import { lateDaysNow } from "./follow-up/late-days.js";

export async function countPeople(
  world: World,
  actor: KnownActor,
  those: { practice: boolean },
): Promise<PeoplePage["counts"]> {
  const nobody = { filter: "all" as const, page: 0, most: 1 };
  return (await world.store.caseloads.peoplePage(careWanted(actor, those), lateDaysNow(world), nobody)).counts;
}
