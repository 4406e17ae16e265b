// A database that is open, and how PostgreSQL is opened.
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../generated/client.js";
import { CLIENT_OPTIONS, CONNECTING_MILLISECONDS } from "./client-options.js";
import { countedSteps } from "./counted-steps.js";
import { oneAtATime } from "./one-at-a-time.js";
import { postgresAddress } from "./postgres/postgres-address.js";
import { steadyConnections } from "./postgres/steady-connections.js";
import { nameWhatIsFrequent } from "./prepared.js";

/** The Prisma client, or the same inside a transaction. */
export type Db = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$use" | "$extends" | "$transaction">;

export interface Database {
  prisma: PrismaClient;
  /** For work whose statements may each take minutes, as a migration's: by a client of its own that waits for them. */
  patiently<Result>(work: (prisma: PrismaClient) => Promise<Result>): Promise<Result>;
  /** Where Prisma looks for the tables; missing: public. */
  schema?: string;
  /** True when the data lies in this process's own folder or memory. */
  embedded: boolean;
  close(): Promise<void>;
}

/**
 * A statement that is silent for longer has lost its connection: ours take milliseconds. Shorter than the deadline of an update
 * (intake/lanes.ts), so that the update learns of the outage and waits, instead of being taken for one that hangs.
 */
const SILENCE_MILLISECONDS = 20_000;

/** A line that is dead is noticed after a minute where a statement may be silent for longer than that. */
const ASKED_WHETHER_ALIVE_AFTER_MILLISECONDS = 60_000;

/** `silenceMilliseconds`: given by tests that must not wait. */
export function openPostgres(
  url: string,
  { silenceMilliseconds = SILENCE_MILLISECONDS }: { silenceMilliseconds?: number } = {},
): Database {
  // 10 connections serve the lanes, the dispatcher and the jobs of one process; replies never wait for a free one.
  const { connectionString, options, schema, mayPrepare } = postgresAddress(url);
  const settings = {
    connectionString,
    max: 10,
    connectionTimeoutMillis: CONNECTING_MILLISECONDS,
    ...{ keepAlive: true, keepAliveInitialDelayMillis: ASKED_WHETHER_ALIVE_AFTER_MILLISECONDS },
  };
  const statementNameGenerator = nameWhatIsFrequent();
  const open = (said: string | undefined, silence?: number) =>
    oneAtATime(
      steadyConnections(
        new PrismaPg(
          { ...settings, ...(said !== undefined && { options: said }) },
          {
            ...(schema !== undefined && { schema }),
            ...(mayPrepare && { statementNameGenerator }),
          },
        ),
        silence,
      ),
    );
  const prisma = new PrismaClient({
    adapter: countedSteps(open(options?.usual, silenceMilliseconds)),
    ...CLIENT_OPTIONS,
  });
  const patiently: Database["patiently"] = async (work) => {
    const patient = new PrismaClient({ adapter: open(options?.patient), ...CLIENT_OPTIONS });
    return work(patient).finally(() => patient.$disconnect());
  };
  return {
    ...{ prisma, patiently, embedded: false, close: () => prisma.$disconnect() },
    ...(schema !== undefined && { schema }),
  };
}
