// Whether an error says that the database is away, and so nothing about the one who asked: try again later, uncounted.

/** Prisma: not reached, timed out, closed, no free connection, a transaction that ran out of time or lost a deadlock. */
const PRISMA_CODES = new Set(["P1001", "P1002", "P1008", "P1011", "P1017", "P2024", "P2028", "P2034", "P2037"]);

/** The driver adapter's names for the same. */
const ADAPTER_KINDS = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TlsConnectionError",
  "TooManyConnections",
  "TransactionWriteConflict",
]);

/**
 * PostgreSQL's own: 08 connection, 53 out of disk, memory or connections, 57P01 to 57P05 ended, crashed, starting, gone or idle for too
 * long, 25P03 and 25P04 a transaction that was silent for too long, 40 a conflict between transactions.
 */
const POSTGRES_CODE = /^(08\w{3}|53\w{3}|57P0[1-5]|25P0[34]|40\w{3})$/;

const SOCKET_CODES = new Set([
  "ECONNRESET",
  "ECONNREFUSED",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "EHOSTDOWN",
  "ENETUNREACH",
  "ENETDOWN",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** pg says these without a code; Prisma may put its own words before them. */
const DRIVER_SENTENCE =
  /Connection (terminated|ended unexpectedly)|connection error and is not queryable|timeout exceeded when trying to connect|Client (was closed|has already been)|Query read timeout/i;

export function isDatabaseAway(error: unknown): boolean {
  return isAway(error, 0);
}

/** Errors lie in each other: grammY's in `error`, JavaScript's in `cause`, two tries at once in `errors`, the adapter's in `meta`. */
const DEEPEST = 6;

function isAway(error: unknown, depth: number): boolean {
  if (typeof error !== "object" || error === null || depth > DEEPEST) return false;
  const { code, errorCode, originalCode, kind, message } = error as Record<string, unknown>;
  const codes = [code, errorCode, originalCode].filter((one) => typeof one === "string");
  if (codes.some((one) => PRISMA_CODES.has(one) || POSTGRES_CODE.test(one) || SOCKET_CODES.has(one))) return true;
  if (typeof kind === "string" && ADAPTER_KINDS.has(kind)) return true;
  if (typeof message === "string" && DRIVER_SENTENCE.test(message)) return true;
  const { error: inner, cause, errors, meta, driverAdapterError } = error as Record<string, unknown>;
  const within = [inner, cause, meta, driverAdapterError, ...(Array.isArray(errors) ? errors : [])];
  return within.some((one) => isAway(one, depth + 1));
}
