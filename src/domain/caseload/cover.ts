// Who looks after a class's people on a day: its trainers, and for those who are away the colleague who covers for them. Everything that
// is told to trainers asks here; storage/caseload/looking-after.ts says the same to the database.
import { addDays, type Day, dayIn, instantAt } from "../time/calendar.js";
import type { Zone } from "../time/zone.js";

/** Somebody is away: from `startsAt` on, and before `endsAt`. */
export interface Absence {
  personId: number;
  startsAt: Date;
  endsAt: Date;
  /** Null: nobody was chosen, or they said that they cannot. */
  coverId: number | null;
}

/** Somebody covers for a trainer now. */
export interface Cover {
  absenceId: number;
  /** The trainer who is away. */
  personId: number;
  name: string;
  /** The last day. */
  until: Day;
}

export interface Carer {
  personId: number;
  /** Whom they cover for; null: the class is their own. */
  forId: number | null;
  /** The class is theirs, but nothing is told to them now. */
  isAway: boolean;
}

/** What is known of a colleague at that moment. */
export interface Colleague {
  isTrainer: boolean;
  isReachable: boolean;
}

/** Longer than that, and the class needs another trainer. */
export const LONGEST_ABSENCE_DAYS = 60;
/** Further ahead nobody plans. */
export const FURTHEST_AHEAD_DAYS = 180;

/** A class whose plans were due longer ago than this is over: nobody is missed there. */
export const FOLLOWED_DAYS = 30;

function isAway(personId: number, absences: readonly Absence[], now: Date): boolean {
  return absences.some((one) => one.personId === personId && isOn(one, now));
}

/** Whether a cover can be one at that moment: a trainer still, whom messages reach, and not away themselves. There are no chains. */
function canCover(coverId: number, colleague: Colleague | undefined, absences: readonly Absence[], now: Date): boolean {
  return colleague?.isTrainer === true && colleague.isReachable && !isAway(coverId, absences, now);
}

/** Of a class with these trainers, each once, by id. */
export function lookingAfter(
  trainerIds: readonly number[],
  absences: readonly Absence[],
  colleagues: ReadonlyMap<number, Colleague>,
  now: Date,
): Carer[] {
  const own = trainerIds.map((personId) => ({ personId, forId: null, isAway: isAway(personId, absences, now) }));
  const covers = new Map<number, number>();
  for (const { personId, coverId } of absences.filter((one) => isOn(one, now) && trainerIds.includes(one.personId))) {
    if (coverId === null || trainerIds.includes(coverId)) continue;
    if (!canCover(coverId, colleagues.get(coverId), absences, now)) continue;
    covers.set(coverId, Math.min(personId, covers.get(coverId) ?? personId));
  }
  const others = [...covers].map(([personId, forId]) => ({ personId, forId, isAway: false }));
  return [...own, ...others].sort((a, b) => a.personId - b.personId);
}

/** From the first moment of the one day to the last of the other, by the clock of the trainer who is away. */
export function spanOf(zone: Zone, from: Day, until: Day): Pick<Absence, "startsAt" | "endsAt"> {
  return { startsAt: instantAt(zone, from, "00:00"), endsAt: instantAt(zone, addDays(until, 1), "00:00") };
}

export function lastDayOf({ endsAt }: Pick<Absence, "endsAt">, zone: Zone): Day {
  return dayIn(zone, new Date(endsAt.getTime() - 1));
}

type Span = Pick<Absence, "startsAt" | "endsAt">;

/** One that was called off before it began ends when it begins, and is over by that. */
export function isOver({ startsAt, endsAt }: Span, now: Date): boolean {
  return endsAt <= now || endsAt <= startsAt;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

function isOn({ startsAt, endsAt }: Absence, now: Date): boolean {
  return startsAt <= now && now < endsAt;
}
