// What Prisma's client is told, on both databases.

/** For a connection to stand, or to become free. */
export const CONNECTING_MILLISECONDS = 15_000;

export const CLIENT_OPTIONS = {
  // Its own two and five seconds end a transaction of a few statements on a slow line.
  transactionOptions: { maxWait: CONNECTING_MILLISECONDS, timeout: 25_000 },
  // Without this each query makes an Error, to print the line that asked should it fail: a fiftieth of all the processor time of a press.
  errorFormat: "minimal",
} as const;
