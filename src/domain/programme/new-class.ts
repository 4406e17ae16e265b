// A class as it is made: its zone, its deadline and how long its link works follow from its province and days.
import { addDays, type Day, daysBetween, instantAt } from "../time/calendar.js";
import { type Zone, zoneOfProvince } from "../time/zone.js";

/** The plans are to be carried out within a month of the class's last day (the programme's own rule). */
export const DAYS_FOR_PLANS = 30;

/** A link that replaces another works at least so long, also where the old one's time was nearly over. */
export const LINK_LEAST_DAYS = 30;

/** The press tells of classes of 4 to 5 days; a fortnight leaves room, and a slip of the month is caught. */
export const LONGEST_CLASS_DAYS = 14;

/** A year ahead is the next cohort; a year back is a slip. */
export const FARTHEST_DAYS = 550;

/** Names and houses stand in reminders and on buttons. */
export const LONGEST_CLASS_NAME = 60;
export const LONGEST_VENUE = 120;

export interface ClassDays {
  startsOn: Day;
  endsOn: Day;
}

export interface NewClass extends ClassDays {
  waveId: number;
  provinceCode: string;
  name: string;
  venue: string;
  zone: Zone;
  plansDueOn: Day;
  joinToken: string;
  joinTokenExpiresAt: Date;
}

/**
 * So long after its plans were due an invitation still leads into a class: late plans are asked for, and told of, by those who come late
 * too. Later it is another training that somebody comes for.
 */
export const INVITED_LATE_DAYS = 90;

/** ends_first: the last day is before the first · too_long: more than LONGEST_CLASS_DAYS · too_far: not within a year and a half */
export type DaysProblem = "ends_first" | "too_long" | "too_far";

export function problemOfDays({ startsOn, endsOn }: ClassDays, today: Day): DaysProblem | null {
  if (Math.abs(daysBetween(today, startsOn)) > FARTHEST_DAYS) return "too_far";
  if (endsOn < startsOn) return "ends_first";
  return daysBetween(startsOn, endsOn) >= LONGEST_CLASS_DAYS ? "too_long" : null;
}

export interface ClassWish extends ClassDays {
  waveId: number;
  provinceCode: string;
  name: string;
  venue: string;
}

/** @throws RangeError for a province without a zone: nobody can be reminded by a clock that is not known. */
export function newClass(wish: ClassWish, joinToken: string): NewClass {
  const zone = zoneOfProvince(wish.provinceCode);
  const plansDueOn = plansDueFor(wish.endsOn);
  return { ...wish, zone, plansDueOn, joinToken, joinTokenExpiresAt: linkWorksUntil(zone, plansDueOn) };
}

export function plansDueFor(endsOn: Day): Day {
  return addDays(endsOn, DAYS_FOR_PLANS);
}

/** The link works until the plans' due day is over, in the class's zone. */
export function linkWorksUntil(zone: Zone, plansDueOn: Day): Date {
  return instantAt(zone, addDays(plansDueOn, 1), "00:00");
}

/** "Bimtek SPP-TIK Jambi", "Bimtek SPP-TIK Jambi 2": the first of these names that is not taken. */
export function nextClassName(provinceName: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  for (let serial = 1; ; serial += 1) {
    const name = `Bimtek SPP-TIK ${provinceName}${serial === 1 ? "" : ` ${serial}`}`;
    if (!names.has(name.toLowerCase())) return name;
  }
}
