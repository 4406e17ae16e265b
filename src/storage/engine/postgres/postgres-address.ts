// DATABASE_URL as PostgreSQL's own tools mean it, in the words of the driver.

export interface PostgresAddress {
  connectionString: string;
  /** Sent when a connection begins; missing where what stands between us and the server does not pass it on. */
  options?: string;
  /** Where the tables lie; undefined: the user's first one, mostly public. */
  schema: string | undefined;
  /** Whether a statement can be prepared once and used again: not where each transaction may be another connection's. */
  mayPrepare: boolean;
}

/**
 * Reads `?schema=` and `?pgbouncer=true` as Prisma does, and `sslmode` as PostgreSQL does: "require" encrypts and takes any certificate,
 * "verify-full" asks for the right one. The driver would take "require" for "verify-full".
 */
export function postgresAddress(address: string): PostgresAddress {
  const url = new URL(address);
  const schema = url.searchParams.get("schema") ?? undefined;
  const isPooled = url.searchParams.get("pgbouncer") === "true";
  if (url.searchParams.has("sslmode") && !url.searchParams.has("uselibpqcompat")) {
    url.searchParams.set("uselibpqcompat", "true");
  }
  for (const ours of ["schema", "pgbouncer"]) url.searchParams.delete(ours);
  const path = schema === undefined ? "" : ` -c search_path=${escaped(`"${schema.replaceAll('"', '""')}"`)}`;
  return {
    connectionString: url.toString(),
    // Without JIT: for statements of milliseconds, compiling them takes longer than all they do (40 ms beside 2, in the scan for reminders).
    ...(!isPooled && { options: `-c jit=off${path}` }),
    schema,
    mayPrepare: !isPooled,
  };
}

/** In the options of a connection a space ends a word. */
function escaped(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll(" ", "\\ ");
}
