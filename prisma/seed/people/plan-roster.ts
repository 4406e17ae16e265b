// Who is on a class's roster, what they manage, and when they joined.

import type { ParticipantKind } from "../../../src/domain/people/participant-kind.js";
import { baseName, villageKind } from "../../../src/domain/places/place.js";
import { addDays, instantAt } from "../../../src/domain/time/calendar.js";
import type { PlannedClass } from "../cohort/plan-cohort.js";
import type { Delegation } from "../cohort/press-classes.js";
import type { SeedPlace, SeedPlaces } from "../cohort/seed-places.js";
import { type Random, randomFrom } from "../random.js";
import { DEMO_NAMES, fictiveName } from "./names.js";

export interface PlannedPerson {
  name: string;
  hasPhone: boolean;
  kind: ParticipantKind;
  placeCode: string;
  libraryName: string;
  /** Null: has not pressed Start by now. */
  joinedAt: Date | null;
}

/** The first two on the roster of the demo's class: one is about to join, one has joined. */
export const DEMO_ROSTER = { newcomer: 0, participant: 1 } as const;

const READING_ROOMS = [
  "Cahaya Ilmu",
  "Pelita Harapan",
  "Rumah Pintar",
  "Kampung Literasi",
  "Bintang Timur",
  "Tunas Bangsa",
  "Jendela Dunia",
  "Sahabat Buku",
  "Lentera Desa",
  "Anak Negeri",
];

/** `takenVillages` is shared by all classes: a village has one library, and it goes to one class. */
export function planRoster(
  planned: PlannedClass,
  places: SeedPlaces,
  takenVillages: Set<string>,
  options: { now: Date; seed: number; isDemo: boolean },
): PlannedPerson[] {
  const random = randomFrom(`${options.seed}:${planned.key}:roster`);
  const joining = randomFrom(`${options.seed}:${planned.key}:joining`);
  const names = new Set<string>(Object.values(DEMO_NAMES));
  const invited = planned.delegations.flatMap((delegation) =>
    peopleOf(delegation, planned, places, takenVillages, random),
  );
  return invited.map((person, n) => {
    const isNewcomer = options.isDemo && n === DEMO_ROSTER.newcomer;
    const isParticipant = options.isDemo && n === DEMO_ROSTER.participant;
    const drawnName = fictiveName(random, planned.provinceCode, names);
    const drawnJoin = joinedAt(planned, joining);
    const hasPhone = random.chance(0.95) || isNewcomer || isParticipant;
    const joined = isParticipant ? earlier(drawnJoin, hoursBefore(options.now, 26)) : isNewcomer ? null : drawnJoin;
    return {
      ...person,
      name: isNewcomer ? DEMO_NAMES.newcomer : isParticipant ? DEMO_NAMES.participant : drawnName,
      hasPhone,
      joinedAt: joined !== null && joined <= options.now ? joined : null,
    };
  });
}

type Invited = Pick<PlannedPerson, "kind" | "placeCode" | "libraryName">;

function peopleOf(
  { regency, office = 0, villages = 0, tbm = 0 }: Delegation,
  { provinceCode }: PlannedClass,
  places: SeedPlaces,
  taken: Set<string>,
  random: Random,
): Invited[] {
  const region = regency === undefined ? places.province(provinceCode) : places.regency(provinceCode, regency);
  const people: Invited[] = [];
  for (const village of freeVillages(region, villages, places, taken, random)) {
    // Sometimes a village sends two: they share its library and its plans.
    const before = people.at(-1);
    people.push(before !== undefined && people.length > 2 && random.chance(0.07) ? before : villageLibrary(village));
  }
  for (const village of freeVillages(region, tbm, places, taken, random)) {
    people.push({ kind: "tbm", placeCode: village.code, libraryName: `TBM ${random.pick(READING_ROOMS)}` });
  }
  return people.concat(Array.from({ length: office }, () => officeOf(region)));
}

function villageLibrary({ code, name }: SeedPlace): Invited {
  return villageKind(code) === "kelurahan"
    ? { kind: "kelurahan", placeCode: code, libraryName: `Perpustakaan Kelurahan ${name}` }
    : { kind: "desa", placeCode: code, libraryName: `Perpustakaan Desa ${name}` };
}

function officeOf({ code, name }: SeedPlace): Invited {
  return code.length === 2
    ? {
        kind: "province_office",
        placeCode: code,
        libraryName: `Dinas Perpustakaan Provinsi ${baseName("province", name)}`,
      }
    : { kind: "regency_office", placeCode: code, libraryName: `Dinas Perpustakaan ${name}` };
}

function freeVillages(
  region: SeedPlace,
  count: number,
  places: SeedPlaces,
  taken: Set<string>,
  random: Random,
): SeedPlace[] {
  const free = places.villagesIn(region.code).filter(({ code }) => !taken.has(code));
  if (free.length < count) throw new Error(`${region.name} (${region.code}) has only ${free.length} free villages.`);
  const chosen = count === 0 ? [] : random.shuffled(free).slice(0, count);
  for (const { code } of chosen) taken.add(code);
  return chosen;
}

/** One in seven never joins, a third do so in the days before, most on the first morning by the code on the wall. */
function joinedAt({ startsOn, zone }: PlannedClass, random: Random): Date | null {
  const [whether, when] = [random.next(), random.next()];
  const daysFromStart = when < 0.35 ? -random.between(1, 5) : when < 0.85 ? 0 : random.between(1, 3);
  const time = `${String(random.between(8, 18)).padStart(2, "0")}:${String(random.between(0, 59)).padStart(2, "0")}`;
  return whether < 1 / 7 ? null : instantAt(zone, addDays(startsOn, daysFromStart), time);
}

function earlier(a: Date | null, b: Date): Date {
  return a !== null && a < b ? a : b;
}

export function hoursBefore(instant: Date, hours: number): Date {
  return new Date(instant.getTime() - hours * 3_600_000);
}
