// Starts and stops the process, nothing else.
import { startApp } from "./app.js";
import { ConfigError, readConfig } from "./config.js";
import { FeedbackQuestionsError } from "./feedback-questions.js";
import { WebhookRefusedError } from "./intake/doors/keep-webhook-set.js";
import { AnotherPollerError, TokenRefusedError } from "./intake/doors/poller.js";
import { createLog } from "./log.js";
import { VERSION } from "./project-root.js";
import { QuestionsError } from "./questionnaire.js";
import { SimMappingError } from "./sim-mapping.js";
import { DatabaseRefusedError } from "./storage/engine/database-fault.js";
import { FolderInUseError } from "./storage/folders/folder-lock.js";
import { DatabasePutBackError } from "./storage/folders/memory.js";
import { DataFolderError } from "./storage/folders/private-folder.js";
import { MigrationError } from "./storage/migrations/migrate.js";
import { PortError } from "./web/server.js";

/** Errors that say what to do: shown without a stack. */
const EXPECTED = [
  ...[ConfigError, DataFolderError, FolderInUseError, PortError],
  ...[AnotherPollerError, TokenRefusedError, WebhookRefusedError],
  ...[DatabaseRefusedError, DatabasePutBackError, MigrationError],
  ...[FeedbackQuestionsError, QuestionsError, SimMappingError],
];

async function main(): Promise<void> {
  // What the embedded database writes is for this process alone, too.
  process.umask(0o077);
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  log.info("app.starting", { version: VERSION, node: process.version, pid: process.pid });
  for (const one of config.misspelt) log.warn("config.misspelt", one);
  let end: (cause: Error | undefined) => void = () => {};
  const ended = new Promise<Error | undefined>((resolve) => {
    end = resolve;
  });
  // Before anything starts: a stop asked for during the start ends it.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end(undefined));
  const starting = startApp({ config, clock: { now: () => new Date() }, log, onFatal: end });
  const app = await Promise.race([starting, ended]);
  // Asked to stop during the start, which is made to be broken off at any moment: nothing has been promised to anybody yet.
  if (app === undefined) return log.info("app.stopped", { during: "start" });
  if (app instanceof Error) throw app;
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
