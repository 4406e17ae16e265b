// How long Prisma waits, on both databases. Its own two and five seconds end a transaction of a few statements on a slow line.

/** For a connection to stand, or to become free. */
export const CONNECTING_MILLISECONDS = 15_000;

export const TRANSACTION_OPTIONS = { maxWait: CONNECTING_MILLISECONDS, timeout: 25_000 };
