// When somebody who began a form and left it is told which question is open; at which hour: time/day-plan.ts. How long it is kept:
// own-data/keeping.ts.

/** The next working day. */
export const RECALLED_AFTER_WORKING_DAYS = 1;

/** From a minute before midnight to that time is the least that can pass until the next day's hour. */
export const RECALLED_AFTER_HOURS = 10;

/** After an outage: what was left longer ago than a week is no longer in anybody's mind. */
export const RECALLED_WITHIN_HOURS = 7 * 24;
