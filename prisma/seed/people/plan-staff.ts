// The trainers and admins of the cohort: some have an account already, some an invitation that nobody has opened yet.
import { addDays, instantAt } from "../../../src/domain/time/calendar.js";
import type { Zone } from "../../../src/domain/time/zone.js";
import type { PlannedClass, PlannedCohort } from "../cohort/plan-cohort.js";
import { randomFrom } from "../random.js";
import { FIRST_NUMBER } from "./identities.js";
import { DEMO_NAMES, fictiveName } from "./names.js";
import { hoursBefore } from "./plan-roster.js";

export interface PlannedStaff {
  role: "trainer" | "admin";
  name: string;
  /** Of their phone and account; see identities.ts. */
  number: number;
  zone: Zone;
  /** Null alone: the whole country, every cohort. */
  regions: (string | null)[];
  boundAt: Date | null;
}

/** The trainer of the demo's class is the first. */
export function planTrainers(cohort: PlannedCohort, options: { now: Date; seed: number }): PlannedStaff[] {
  const names = new Set<string>(Object.values(DEMO_NAMES));
  const random = randomFrom(`${options.seed}:trainers`);
  const classesOf = new Map<number, PlannedClass[]>();
  for (const planned of cohort.classes) {
    for (const trainer of planned.trainers) classesOf.set(trainer, [...(classesOf.get(trainer) ?? []), planned]);
  }
  return Array.from({ length: cohort.trainerCount }, (_, n) => {
    const classes = (classesOf.get(n) ?? []).sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
    const first = classes[0] ?? (cohort.classes[0] as PlannedClass);
    const drawnName = fictiveName(random, first.provinceCode, names);
    // They are invited some days before their first class. Two in three have opened their invitation.
    const drawn = instantAt(first.zone, addDays(first.startsOn, -random.between(5, 12)), "09:15");
    const boundAt = n === 0 ? earlier(drawn, hoursBefore(options.now, 30)) : n % 3 === 2 ? null : drawn;
    return {
      role: "trainer",
      name: n === 0 ? DEMO_NAMES.trainer : drawnName,
      number: FIRST_NUMBER.trainers + n,
      zone: first.zone,
      regions: [...new Set(classes.map(({ provinceCode }) => provinceCode))],
      boundAt: boundAt !== null && boundAt <= options.now ? boundAt : null,
    };
  });
}

/** Perpusnas, whose admin sees the whole country; one province; and a consultant, who may cover three of them. */
export function planAdmins(cohort: PlannedCohort, now: Date): PlannedStaff[] {
  const first = cohort.waves[0]?.startsOn ?? cohort.classes[0]?.startsOn;
  const boundAt =
    first === undefined ? now : earlier(instantAt("Asia/Jakarta", addDays(first, -20), "10:00"), hoursBefore(now, 48));
  const admin = { role: "admin", zone: "Asia/Jakarta" } as const;
  const number = FIRST_NUMBER.admins;
  return [
    { ...admin, name: DEMO_NAMES.nationalAdmin, number, regions: [null], boundAt },
    { ...admin, name: DEMO_NAMES.provinceAdmin, number: number + 1, regions: ["15"], boundAt },
    { ...admin, name: DEMO_NAMES.consultant, number: number + 2, regions: ["15", "18", "21"], boundAt: null },
  ];
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
