// PostgreSQL's five-letter code of an error, wherever Prisma and its drivers have put it.

/** Undefined for errors that do not come from the database. */
export function sqlStateOf(error: unknown): string | undefined {
  for (let depth = 0, seen: unknown = error; depth < 6 && typeof seen === "object" && seen !== null; depth++) {
    for (const key of ["originalCode", "code"]) {
      const code = (seen as Record<string, unknown>)[key];
      if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !/^P[1-6]\d{3}$/.test(code)) return code;
    }
    const { meta, cause, driverAdapterError } = seen as Record<string, unknown>;
    seen = driverAdapterError ?? cause ?? meta;
  }
  return undefined;
}
