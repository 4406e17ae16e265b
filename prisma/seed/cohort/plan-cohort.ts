// Which classes the seed has: those of the press and, for the national size, as many others as its people need.
import { addDays, type Day, daysBetween } from "../../../src/domain/time/calendar.js";
import { type Zone, zoneOfProvince } from "../../../src/domain/time/zone.js";
import { type Random, randomFrom } from "../random.js";
import {
  DEMO_CLASS,
  type Delegation,
  mondayOf,
  PRESS_CLASSES,
  type PressClass,
  sizeOf,
  WAVES,
} from "./press-classes.js";
import type { SeedPlaces } from "./seed-places.js";

export interface PlannedClass {
  /** Names this class's streams of chance and its link: "21-1" is the first class of province 21. */
  key: string;
  provinceCode: string;
  provinceName: string;
  name: string;
  venue: string;
  wave: number;
  startsOn: Day;
  endsOn: Day;
  plansDueOn: Day;
  zone: Zone;
  delegations: readonly Delegation[];
  /** Positions in the cohort's list of trainers. */
  trainers: number[];
}

export interface PlannedCohort {
  year: number;
  waves: { number: number; startsOn: Day; endsOn: Day }[];
  /** The demo's class is the first. */
  classes: PlannedClass[];
  trainerCount: number;
}

export interface CohortSize {
  participants: number;
  trainers: number;
}

/** The deadline of the plans: the class's last day + 30 days. */
const DAYS_FOR_PLANS = 30;
/** The smallest and the largest class that the press tells of. */
const CLASS_SIZE = { smallest: 22, largest: 43 } as const;
/** People that one trainer looks after: 10,000 / 189. */
const PEOPLE_PER_TRAINER = 53;
/** Half of the country's villages: beyond it, finding one that is still free becomes guesswork. */
const MOST_PARTICIPANTS = 40_000;
/** From this size on a class has two trainers. */
const TWO_TRAINERS_FROM = 24;

export const PRESS_SIZE: CohortSize = {
  participants: PRESS_CLASSES.reduce((sum, { delegations }) => sum + sizeOf(delegations), 0),
  trainers: PRESS_CLASSES.reduce((sum, { trainers }) => sum + trainers, 0),
};

/** What was asked for, the rest by the programme's proportions. @throws RangeError naming what cannot be. */
export function cohortSize(asked: Partial<CohortSize>): CohortSize {
  const participants = asked.participants ?? PRESS_SIZE.participants;
  const others = participants - PRESS_SIZE.participants;
  const trainers = asked.trainers ?? PRESS_SIZE.trainers + Math.ceil(others / PEOPLE_PER_TRAINER);
  if (!Number.isInteger(participants) || others < 0 || participants > MOST_PARTICIPANTS) {
    throw new RangeError(
      `participants must be ${PRESS_SIZE.participants} (the classes of the press) to ${MOST_PARTICIPANTS}.`,
    );
  }
  if (!Number.isInteger(trainers) || trainers < PRESS_SIZE.trainers || trainers > participants) {
    throw new RangeError(`trainers must be ${PRESS_SIZE.trainers} (those of the press's classes) to ${participants}.`);
  }
  return { participants, trainers };
}

/** `start` is the first day of the demo's class; every other day moves with it. */
export function planCohort(places: SeedPlaces, size: CohortSize, start: Day, seed: number): PlannedCohort {
  const moved = daysBetween(DEMO_CLASS.startsOn, start);
  const serials = new Map<string, number>();
  const toClass = (plan: PressClass, trainers: number[]): PlannedClass => {
    const serial = (serials.get(plan.provinceCode) ?? 0) + 1;
    serials.set(plan.provinceCode, serial);
    const provinceName = places.province(plan.provinceCode).name;
    const endsOn = addDays(plan.endsOn, moved);
    return {
      ...plan,
      key: `${plan.provinceCode}-${serial}`,
      provinceName,
      name: `Bimtek SPP-TIK ${provinceName}${serial === 1 ? "" : ` ${serial}`}`,
      startsOn: addDays(plan.startsOn, moved),
      endsOn,
      plansDueOn: addDays(endsOn, DAYS_FOR_PLANS),
      zone: zoneOfProvince(plan.provinceCode),
      trainers,
    };
  };
  let nextTrainer = 0;
  const ofPress = PRESS_CLASSES.map((plan) =>
    toClass(
      plan,
      Array.from({ length: plan.trainers }, () => nextTrainer++),
    ),
  );
  const others = otherClasses(places, size.participants - PRESS_SIZE.participants, randomFrom(`${seed}:classes`));
  const classes = [...ofPress, ...others.map((plan) => toClass(plan, []))];
  assignTrainers(classes, ofPress.length, size.trainers);
  return {
    year: Number(start.slice(0, 4)),
    waves: WAVES.map((wave) => ({
      number: wave.number,
      startsOn: addDays(wave.startsOn, moved),
      endsOn: addDays(wave.endsOn, moved),
    })),
    classes,
    trainerCount: size.trainers,
  };
}

function otherClasses(places: SeedPlaces, people: number, random: Random): PressClass[] {
  const sizes = classSizes(people, random);
  const provinces = provincesFor(places, sizes.length);
  return sizes.map((size, n) => {
    const provinceCode = provinces[n] as string;
    const wave = WAVES[n % WAVES.length] as (typeof WAVES)[number];
    const startsOn = mondayOf(wave);
    // A handful of people left over are village libraries all.
    const mixed = size > 2 ? 1 : 0;
    const city = random.pick(places.regenciesOf(provinceCode)).name;
    return {
      provinceCode,
      wave: wave.number,
      startsOn,
      // Four or five days.
      endsOn: addDays(startsOn, random.between(3, 4)),
      venue: `Gedung Perpustakaan, ${city}`,
      trainers: size < TWO_TRAINERS_FROM ? 1 : 2,
      delegations: [{ villages: size - 2 * mixed, tbm: mixed }, { office: mixed }],
    };
  });
}

/** As many classes as are needed; the sizes add up to the people and lie within the press's, as far as that can be. */
function classSizes(people: number, random: Random): number[] {
  const count = Math.ceil(people / ((CLASS_SIZE.smallest + CLASS_SIZE.largest) / 2));
  const sizes = Array.from({ length: count }, (_, n) => Math.floor((people + n) / count));
  for (let n = 0; n + 1 < count; n += 2) {
    const [a, b] = [sizes[n] as number, sizes[n + 1] as number];
    const moved = random.between(0, Math.max(0, Math.min(a - CLASS_SIZE.smallest, CLASS_SIZE.largest - b)));
    sizes[n] = a - moved;
    sizes[n + 1] = b + moved;
  }
  return sizes;
}

/** Each province once, then by how many villages it has for each class it got (D'Hondt). */
function provincesFor(places: SeedPlaces, count: number): string[] {
  const got = new Map<string, number>();
  return Array.from({ length: count }, () => {
    const need = (code: string) => {
      const classes = got.get(code) ?? 0;
      return classes === 0 ? Number.POSITIVE_INFINITY : places.villagesIn(code).length / (classes + 1);
    };
    const next = places.provinceCodes.reduce((best, code) => (need(code) > need(best) ? code : best));
    got.set(next, (got.get(next) ?? 0) + 1);
    return next;
  });
}

/**
 * Trainers beyond the press's, or those when there are no others, in the order of provinces: neighbouring classes share them,
 * and in one wave nobody teaches twice as long as there are enough.
 */
function assignTrainers(classes: PlannedClass[], pressCount: number, trainerCount: number): void {
  const first = trainerCount > PRESS_SIZE.trainers ? PRESS_SIZE.trainers : 0;
  const pool = trainerCount - first;
  for (const { number } of WAVES) {
    const slots = classes
      .slice(pressCount)
      .filter(({ wave }) => wave === number)
      .sort((a, b) => (a.provinceCode < b.provinceCode ? -1 : a.provinceCode > b.provinceCode ? 1 : 0))
      .flatMap((planned) =>
        Array.from({ length: sizeOf(planned.delegations) < TWO_TRAINERS_FROM ? 1 : 2 }, () => planned),
      );
    slots.forEach((planned, n) => {
      const trainer = first + ((Math.floor((n * pool) / slots.length) + number) % pool);
      if (!planned.trainers.includes(trainer)) planned.trainers.push(trainer);
    });
  }
  const assigned = new Set(classes.flatMap(({ trainers }) => trainers));
  for (let trainer = 0; trainer < trainerCount; trainer += 1) {
    if (!assigned.has(trainer)) classes[trainer % classes.length]?.trainers.push(trainer);
  }
}
