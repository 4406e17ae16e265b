// DATABASE_URL as PostgreSQL's own tools mean it, in the words of the driver.

export interface PostgresAddress {
  connectionString: string;
  /**
   * Sent when a connection begins; missing where what stands between us and the server does not pass it on. `patient`: for work that may
   * be silent within a transaction for longer, as a restore while it reads its archive.
   */
  options?: { usual: string; patient: string };
  /** Where the tables lie; undefined: the user's first one, mostly public. */
  schema: string | undefined;
  /** Whether a statement can be prepared once and used again: not where each transaction may be another connection's. */
  mayPrepare: boolean;
}

/**
 * A machine that loses its power says no farewell: without these the server would keep its session for two hours, with all that it holds
 * locked. Twice as long as a transaction of ours may take (client-options.ts). On a socket of the same machine the first three mean nothing.
 */
const GIVEN_UP_BY_THE_SERVER = {
  tcp_keepalives_idle: 30,
  tcp_keepalives_interval: 10,
  tcp_keepalives_count: 3,
  client_connection_check_interval: 5_000,
};
const SILENT_IN_TRANSACTION = { idle_in_transaction_session_timeout: 60_000 };

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
  const path = schema === undefined ? {} : { search_path: escaped(`"${schema.replaceAll('"', '""')}"`) };
  // Without JIT: for statements of milliseconds, compiling them takes longer than all they do (40 ms beside 2, in the scan for reminders).
  const patient = { jit: "off", ...GIVEN_UP_BY_THE_SERVER, ...path };
  return {
    connectionString: url.toString(),
    ...(!isPooled && {
      options: { usual: asOptions({ ...patient, ...SILENT_IN_TRANSACTION }), patient: asOptions(patient) },
    }),
    schema,
    mayPrepare: !isPooled,
  };
}

function asOptions(settings: Record<string, string | number>): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(" ");
}

/** In the options of a connection a space ends a word. */
function escaped(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll(" ", "\\ ");
}
