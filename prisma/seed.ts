// `npm run seed`: fills the configured database with a cohort to try the bot with. What it holds: prisma/seed/cohort/press-classes.ts.
import { setTimeout } from "node:timers/promises";
import { ConfigError, readDatabaseConfig } from "../src/config.js";
import { createLog } from "../src/log.js";
import { openDatabase } from "../src/storage/engine/open-database.js";
import { FolderInUseError } from "../src/storage/folders/folder-lock.js";
import { prepareDatabase } from "../src/storage/migrations/prepare-database.js";
import { describeSeed, withLinks } from "./seed/describe-seed.js";
import { HELP, readArguments } from "./seed/read-arguments.js";
import { type SeedOptions, seed } from "./seed/seed.js";

async function seedConfiguredDatabase(options: SeedOptions) {
  const database = await openDatabase(readDatabaseConfig(process.env));
  try {
    // One line an event, beside the result that goes to the standard output.
    const log = createLog("info", process.stderr);
    await prepareDatabase(database, { log, sleep: setTimeout });
    return await seed(database.prisma, options);
  } finally {
    await database.close();
  }
}

async function main(): Promise<void> {
  const typed = readArguments(process.argv.slice(2), new Date());
  if (typed.kind === "help") {
    process.stdout.write(HELP);
  } else if (typed.kind === "fault") {
    process.stderr.write(`${typed.message}\nSee: npm run seed -- --help\n`);
    process.exitCode = 2;
  } else {
    const result = withLinks(await seedConfiguredDatabase(typed.options), typed.bot);
    process.stdout.write(typed.json ? `${JSON.stringify(result, null, 2)}\n` : describeSeed(result));
  }
}

/** What the person can put right is told in words; anything else is a fault of ours and comes with its stack. */
const THEIRS = [RangeError, ConfigError, FolderInUseError];

main().catch((error: unknown) => {
  const told = THEIRS.some((kind) => error instanceof kind) ? "message" : "stack";
  process.stderr.write(`${error instanceof Error ? error[told] : error}\n`);
  process.exitCode = 1;
});
