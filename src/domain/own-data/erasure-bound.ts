// Only how long erasing somebody may take (what is erased: storage/personal-data; the act: use-cases/own-data/erase-person.ts): the law's bound,
// and when somebody must look.
const HOUR = 3_600_000;

/** UU 27/2022: within 3 × 24 hours of the wish. */
export const ERASURE_BOUND_HOURS = 72;

/** It takes minutes; what is not finished after two days leaves one to find out why. */
export const ERASURE_ALARM_HOURS = 48;

export function erasureDueAt(askedAt: Date): Date {
  return new Date(askedAt.getTime() + ERASURE_BOUND_HOURS * HOUR);
}

/** Wishes from before this instant that are not finished need somebody. */
export function erasuresToWorryAbout(now: Date): Date {
  return new Date(now.getTime() - ERASURE_ALARM_HOURS * HOUR);
}
