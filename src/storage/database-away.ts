// Whether an error says that the database cannot be reached now: an outage, which is nobody's fault and over some time.

/** PostgreSQL: connection failures, shut down or starting up, no connection left. */
const STATES = /^(08...|57P0[123]|53300)$/;
/** Prisma: not reachable, timed out, connection closed, no connection from the pool in time, transaction lost or not begun in time. */
const PRISMA_CODES = ["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"];
/** What Prisma's driver for PostgreSQL makes of socket errors. */
const DRIVER_KINDS = ["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"];
const SOCKET_CODES = [
  ...["ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"],
  // A name server that is away or does not know the host yet, as while containers start.
  ...["ENOTFOUND", "EAI_AGAIN"],
];
/** What the driver says in words only, without a code. */
const WORDS =
  /connection (error and is not queryable|terminated|ended unexpectedly)|client (was closed|has already been)|timeout exceeded when trying to connect/i;

export function isDatabaseAway(error: unknown): boolean {
  for (let depth = 0, seen: unknown = error; depth < 8 && typeof seen === "object" && seen !== null; depth++) {
    const { code, originalCode, kind, message, meta, cause, driverAdapterError, error: wrapped } = seen as Facts;
    for (const one of [code, originalCode]) {
      if (typeof one !== "string") continue;
      if (STATES.test(one) || PRISMA_CODES.includes(one) || SOCKET_CODES.includes(one)) return true;
    }
    if (typeof kind === "string" && DRIVER_KINDS.includes(kind)) return true;
    if (typeof message === "string" && WORDS.test(message)) return true;
    seen = driverAdapterError ?? cause ?? wrapped ?? meta;
  }
  return false;
}

type Facts = Partial<
  Record<"code" | "originalCode" | "kind" | "message" | "meta" | "cause" | "driverAdapterError" | "error", unknown>
>;
