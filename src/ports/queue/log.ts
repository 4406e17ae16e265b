// One event a line: a name and ids, counts and durations. Never a message's text, a person's name, a phone number or the token.

export type LogFields = Record<string, string | number | boolean | null | undefined>;

export type LogLevel = "debug" | "info" | "warn" | "error";

/** Of what it tells, and what of it: post.given-up, job.done. */
export type LogEvent = `${string}.${string}`;

/** What each level means in a healthy week: README, "Log levels". Error: somebody must act, and nothing goes on by itself. */
export type Log = Record<LogLevel, (event: LogEvent, fields?: LogFields) => void>;

/** An error's class and codes (errno, SQLSTATE, Prisma's, Telegram's), for logs and the database. Never its message: that may hold a name, a text, even the token. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  // grammY's bot wraps what a handler threw; its client wraps what the wire did.
  if ("error" in error && error.error instanceof Error) return causeOf(error.error);
  const codes = [
    "error_code" in error ? error.error_code : undefined,
    "code" in error ? error.code : undefined,
    "method" in error ? error.method : undefined,
    databaseCodeOf(error),
    ...errnosIn(error),
  ].filter((code) => typeof code === "number" || (typeof code === "string" && /^\w{1,40}$/.test(code)));
  return [error.name, ...new Set(codes)].join(" ");
}

/** What the system says of a line or a disk (ECONNREFUSED, ENOSPC), however deep it lies; SQLSTATEs stand there too. */
function errnosIn(error: Error): unknown[] {
  const found: unknown[] = [];
  for (let depth = 0, seen: unknown = error.cause; depth < 6 && seen instanceof Error; depth++) {
    if ("code" in seen) found.push(seen.code);
    seen = seen.cause;
  }
  return found;
}

/** PostgreSQL's own code, or what its driver calls the fault, from inside an error of Prisma. */
function databaseCodeOf(error: object): unknown {
  for (let depth = 0, seen: unknown = error; depth < 6 && typeof seen === "object" && seen !== null; depth++) {
    const { originalCode, kind, meta, cause, driverAdapterError } = seen as Record<string, unknown>;
    if (originalCode !== undefined || kind !== undefined) return originalCode ?? kind;
    seen = driverAdapterError ?? cause ?? meta;
  }
  return undefined;
}
