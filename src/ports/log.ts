// One event a line: a name and ids, counts and durations. Never a message's text, a person's name, a phone number or the token.

export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** What each level means in a healthy week: README, "Log levels". */
export interface Log {
  error(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  debug(event: string, fields?: LogFields): void;
}
