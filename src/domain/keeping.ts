// How long things are kept. What carries personal data is erased when its time is over.

/** After the last day of somebody's class. The notices promise it. */
export const KEPT_YEARS = 2;
