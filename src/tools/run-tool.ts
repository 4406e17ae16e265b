// What the tools for those who run the bot have in common: help, the configured database, and faults in words.
import { type Config, ConfigError, readDatabaseConfig } from "../config.js";
import { BackupError } from "../storage/backup/load-tables.js";
import type { Database } from "../storage/engine/database.js";
import { isDatabaseAway } from "../storage/engine/database-away.js";
import { DatabaseRefusedError, refusalOf } from "../storage/engine/database-fault.js";
import { openDatabase } from "../storage/engine/open-database.js";
import { FolderInUseError } from "../storage/folders/folder-lock.js";
import { MigrationError } from "../storage/migrations/migrate.js";

/** What the person can put right is told in words; anything else is a fault of ours and comes with its stack. */
const THEIRS = [RangeError, ConfigError, FolderInUseError, MigrationError, BackupError, DatabaseRefusedError];

export interface Configured {
  database: Database;
  dataDir: string;
  backupsDir: string;
  holidays: Config["holidays"];
  budget: Config["budget"];
}

/** Exit code 0 when it is done, 1 when it is not, 2 for arguments that make no sense. */
export async function runTool(
  help: string,
  env: Record<string, string | undefined>,
  work: (configured: Configured) => Promise<void>,
): Promise<void> {
  if (process.argv.includes("--help")) return void process.stdout.write(help);
  process.umask(0o077);
  try {
    const { url, ...configured } = readDatabaseConfig(env);
    const database = await openDatabase({ url, dataDir: configured.dataDir });
    try {
      await work({ database, ...configured });
    } finally {
      await database.close();
    }
  } catch (caught) {
    const error = inWords(caught);
    const isTheirs = THEIRS.some((kind) => error instanceof kind) || isOfArguments(error);
    process.stderr.write(`${isTheirs ? (error as Error).message : ((error as Error).stack ?? error)}\n`);
    process.exitCode = error instanceof RangeError || isOfArguments(error) ? 2 : 1;
  }
}

/** What the driver says of a database that refuses us, or is not there, as a sentence about what to do; else the error itself. */
function inWords(error: unknown): unknown {
  if (THEIRS.some((kind) => error instanceof kind)) return error;
  const refusal = refusalOf(error);
  if (refusal !== undefined) return refusal;
  return isDatabaseAway(error) ? new DatabaseRefusedError(AWAY) : error;
}

const AWAY = "The database does not answer. Look whether its server runs, and at host and port in DATABASE_URL.";

/** parseArgs() says it so: an option that there is not, or one without its value. */
function isOfArguments(error: unknown): boolean {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
