// One event a line: a name and ids, counts and durations. Never a message's text, a person's name, a phone number or the token.

export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** What each level means in a healthy week: README, "Log levels". */
export interface Log {
  error(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  debug(event: string, fields?: LogFields): void;
}

/** An error's class and code, for logs and the database. Never its message: that may hold a name, a text, even the token. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  // grammY's bot wraps what a handler threw; its client wraps what the wire did.
  if ("error" in error && error.error instanceof Error) return causeOf(error.error);
  const codes = [
    "error_code" in error ? error.error_code : undefined,
    "code" in error ? error.code : undefined,
    "method" in error ? error.method : undefined,
  ].filter((code) => typeof code === "number" || (typeof code === "string" && /^\w{1,40}$/.test(code)));
  return [error.name, ...codes].join(" ");
}
