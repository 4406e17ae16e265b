// Where an area stands, with its parts, and how it stood at the beginning of the week. Numbers alone: nobody is looked at.
import {
  type Area,
  areaAround,
  homeOf,
  isSameArea,
  nameOfOwnPart,
  OWN_REGIONS,
  type Part,
  partsOf,
  reachesFeedback,
  WHOLE_COUNTRY,
  zoneOfArea,
} from "../../domain/overview/area.js";
import { type Numbers, sumOf } from "../../domain/overview/numbers.js";
import { adminReach, type Reach, reachCovers, reachWithin } from "../../domain/people/admin-reach.js";
import type { KnownActor } from "../../domain/people/person.js";
import { addDays, type Day, dayIn, weekday } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import type { PartNumbers } from "../../ports/overview/overviews.js";
import type { CohortLine } from "../../ports/programme/programme.js";
import type { World } from "../../ports.js";
import type { Refusal } from "../access.js";
import { lateDaysNow } from "../caseload/follow-up/late-days.js";

export interface OverviewAsked {
  area: Area;
  /** Null: the latest of which a class has begun. */
  cohortId: number | null;
  /** Into what it is divided; missing: what it is divided into first. */
  part?: Part;
}

export interface Overview {
  area: Area;
  /** Null: the whole country; OWN_REGIONS: all that one reaches, where that is several regions; or nameOfOwnPart(). */
  name: string | null;
  /** Of the area around it, as far as one reaches; undefined: there is none. */
  around: { area: Area; name: string | null } | undefined;
  cohort: CohortLine;
  cohorts: CohortLine[];
  /** Of them, the one that is meant where none is named. */
  latestId: number | null;
  countedAt: Date;
  /** By whose clock that is said. */
  zone: Zone;
  numbers: Numbers;
  /** Of the beginning of the week; null where nothing was kept then. */
  before: { on: Day; numbers: Numbers } | null;
  part: Part;
  parts: PartNumbers[];
  /** See reachesFeedback(). */
  readsFeedback: boolean;
}

export type OverviewOutcome = ({ kind: "found" } & Overview) | Refusal | { kind: "no_cohort" };

export async function viewOverview(world: World, actor: KnownActor, asked: OverviewAsked): Promise<OverviewOutcome> {
  return overviewOf(world, adminReach(actor.roles), asked);
}

const WHOLE_PROGRAMME = { regionCode: null, cohortId: null };

/** For somebody with this reach, at this moment: for the weekly message as well. */
export async function overviewOf(
  world: World,
  reach: readonly Reach[],
  { area: asked, cohortId, part: wanted }: OverviewAsked,
): Promise<OverviewOutcome> {
  const home = homeOf(reach);
  // "All" is all of what is theirs, under its own name.
  const area = isSameArea(asked, WHOLE_COUNTRY) ? home : asked;
  const { overviews, programme } = world.store;
  // Those of the programme alone: what somebody practises on is no cohort of theirs.
  const ofReach = (id: number) => reach.some((own) => own.cohortId === null || own.cohortId === id);
  const cohorts = (await programme.cohorts([WHOLE_PROGRAMME])).filter(({ id, classes }) => classes > 0 && ofReach(id));
  const today = dayIn("Asia/Jakarta", world.clock.now());
  // Next year's first class is made months before it: until it begins this year is what is asked about.
  const latest = cohorts.find(({ startsOn }) => startsOn !== null && startsOn <= today) ?? cohorts[0];
  const cohort = cohortId === null ? latest : cohorts.find(({ id }) => id === cohortId);
  if (cohort === undefined) return { kind: cohortId === null ? "no_cohort" : "not_yours" };
  const regions = reachWithin(reach, area.placeCode, cohort.id);
  if (regions.length === 0) return { kind: "not_yours" };
  const nameOf = async (of: Area) => {
    if (!isSameArea(of, WHOLE_COUNTRY)) {
      const plain = await overviews.nameOf(of);
      const isWhole = of.classId !== null || reachCovers(reach, [{ regionCode: of.placeCode, cohortId: cohort.id }]);
      return plain === null || isWhole ? plain : nameOfOwnPart(plain);
    }
    return reach.some(({ regionCode }) => regionCode === null) ? null : OWN_REGIONS;
  };
  const name = await nameOf(area);
  if (name === null && !isSameArea(area, WHOLE_COUNTRY)) return { kind: "gone" };
  const outside = isSameArea(area, home) ? null : areaAround(area);
  const around = outside !== null && isSameArea(outside, WHOLE_COUNTRY) ? home : outside;
  const care = { trainerId: null, regions };
  const possible = partsOf(area);
  const part = possible.find((one) => one === wanted) ?? possible[0] ?? "class";
  const parts = await overviews.parts(care, lateDaysNow(world), { part, classId: area.classId });
  // A class with nobody of theirs is none of theirs, and its name is not told.
  if (area.classId !== null && parts.length === 0) return { kind: "not_yours" };
  const countedAt = world.clock.now();
  const ofClass = area.classId === null ? null : await world.store.classes.find(area.classId);
  const zone = zoneOfArea(area, reach, ofClass?.zone);
  const on = weekBefore(today);
  const before = await overviews.week(on, care, area.classId);
  return {
    around: around === null ? undefined : { area: around, name: await nameOf(around) },
    ...{ kind: "found", area, name, cohort, cohorts, latestId: latest?.id ?? null, countedAt, zone, part, parts },
    readsFeedback: reachesFeedback(reach, area, { regionCode: ofClass?.provinceCode ?? null, cohortId: cohort.id }),
    ...{
      numbers: sumOf(parts.map(({ numbers }) => numbers)),
      before: before === null ? null : { on, numbers: before },
    },
  };
}

/** The Monday with which a day is compared: the last one before it. */
function weekBefore(today: Day): Day {
  const days = weekday(today) - 1;
  return addDays(today, days === 0 ? -7 : -days);
}
