// How many people somebody looks after in each place of an area: the way to a list of names that is short enough to be read.
import type { PeopleFilter } from "../../domain/caseload/people-filter.js";
import { type Area, zoneOfArea } from "../../domain/overview/area.js";
import { adminReach, reachWithin } from "../../domain/people/admin-reach.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { Zone } from "../../domain/time/zone.js";
import type { World } from "../../ports.js";
import type { Refusal } from "../access.js";
import { lateDaysNow } from "../caseload/follow-up/late-days.js";

export interface PeopleBy {
  name: string | null;
  people: number;
  countedAt: Date;
  /** By whose clock that is said. */
  zone: Zone;
  /** By name. */
  parts: { key: string; name: string; people: number }[];
}

/** Of all cohorts of the programme. */
export async function peopleByPlace(
  world: World,
  actor: KnownActor,
  area: Area,
  filter: PeopleFilter,
): Promise<({ kind: "found" } & PeopleBy) | Refusal> {
  const regions = reachWithin(adminReach(actor.roles), area.placeCode);
  if (regions.length === 0) return { kind: "not_yours" };
  const { overviews } = world.store;
  const care = { trainerId: null, regions };
  const part = area.placeCode === null ? "province" : "regency";
  const parts = await overviews.people(care, lateDaysNow(world), { part, filter });
  return {
    ...{ kind: "found", parts },
    countedAt: world.clock.now(),
    zone: zoneOfArea(area, regions),
    name: area.placeCode === null ? null : await overviews.nameOf(area),
    people: parts.reduce((sum, { people }) => sum + people, 0),
  };
}
