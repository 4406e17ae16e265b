/** A pace without bounds, for tests in which the clock stands still. */
export const UNPACED = { perSecond: 1e6, burst: 1e6, chatRestMilliseconds: 0, groupRestMilliseconds: 0 };
