// Which year a cohort may be of, and how long its name may be.

/** A cohort is set up a year or two ahead; one of a year ago may still be closed. */
export const COHORT_YEARS = { back: 1, ahead: 3 } as const;

/** In characters: it stands on buttons, and above lists. */
export const LONGEST_COHORT_NAME = 60;
