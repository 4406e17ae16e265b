// Starts and stops the process, nothing else.
import { startApp } from "./app.js";
import { ConfigError, readConfig } from "./config.js";
import { AnotherPollerError, TokenRefusedError } from "./intake/poller.js";
import { createLog } from "./log.js";
import { QuestionsError } from "./questionnaire.js";
import { FolderInUseError } from "./storage/folders/folder-lock.js";
import { MigrationError } from "./storage/migrations/migrate.js";

/** Errors that say what to do: shown without a stack. */
const EXPECTED = [ConfigError, FolderInUseError, AnotherPollerError, TokenRefusedError, QuestionsError, MigrationError];

async function main(): Promise<void> {
  // What the embedded database writes is for this process alone, too.
  process.umask(0o077);
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  let end: (cause: Error | undefined) => void = () => {};
  const ended = new Promise<Error | undefined>((resolve) => {
    end = resolve;
  });
  // Before anything starts: a stop asked for during the start is honoured right after it.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end(undefined));
  const app = await startApp({ config, clock: { now: () => new Date() }, log, onFatal: end });
  const cause = await ended;
  await app.stop();
  if (cause !== undefined) throw cause;
}

// Ended by hand: a connection's timer that is still under way would hold up a stop for ten seconds.
main().then(
  () => process.exit(0),
  (error: unknown) => {
    const isExpected = EXPECTED.some((kind) => error instanceof kind);
    console.error(isExpected ? (error as Error).message : error);
    process.exit(1);
  },
);
