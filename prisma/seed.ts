// `npm run seed`: fills the configured database with a cohort to try the bot with. What it holds: prisma/seed/press-classes.ts.
import { openDatabase } from "../src/storage/database.js";
import { applyMigrations } from "../src/storage/migrate.js";
import { readPlaces } from "../src/storage/place-files.js";
import { ensurePlaces } from "../src/storage/places.js";
import { describeSeed, withLinks } from "./seed/describe-seed.js";
import { HELP, readArguments } from "./seed/read-arguments.js";
import { type SeedOptions, seed } from "./seed/seed.js";

async function seedConfiguredDatabase(options: SeedOptions) {
  const { DATABASE_URL, DATA_DIR } = process.env;
  // A variable that is set to nothing counts as not set, as .env files have it.
  const database = await openDatabase({ url: DATABASE_URL || undefined, dataDir: DATA_DIR || "data" });
  try {
    await applyMigrations(database.adapter);
    await ensurePlaces(database.prisma, await readPlaces());
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

main().catch((error: unknown) => {
  // A size that cannot be is told in words; anything else is a fault of ours or of the database and comes with its stack.
  process.stderr.write(
    `${error instanceof RangeError ? error.message : error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = 1;
});
