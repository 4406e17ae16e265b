// `npm run seed`: fills the configured database with a cohort to try the bot with. See prisma/seed/seed.ts.
import { parseArgs } from "node:util";
import { type Day, isDay } from "../src/domain/calendar.js";
import { openDatabase } from "../src/storage/database.js";
import { applyMigrations } from "../src/storage/migrate.js";
import { readPlaces } from "../src/storage/place-files.js";
import { ensurePlaces } from "../src/storage/places.js";
import { describeSeed } from "./seed/describe-seed.js";
import { type SeedOptions, seed } from "./seed/seed.js";

const HELP = `Fills the database with the cohort TPBIS 2024 (made-up people, for trying out): npm run seed -- [options]

  --start DATE       first day of the Kepulauan Riau class; all other days move with it (default 2024-06-03)
  --now INSTANT      what lies before it has happened: 2024-06-02T19:00+07:00, or a date (default: the clock)
  --participants N   from 154 (the five classes of the press, the default) to 40000; 10000 is the national size
  --trainers N       from 9; default: one for every 53 people
  --seed N           another number makes other people and other links (default 2024)
  --json             prints classes, trainers, admins and people as JSON and nothing else
  --help             prints this

DATABASE_URL names a PostgreSQL database; without it the embedded one in DATA_DIR (default ./data) is filled.
The database's tables and places are brought up to date first. On a seeded database nothing is changed.
`;

/** A fault of whoever typed the command, told without a stack. */
class UsageError extends Error {}

async function main(): Promise<void> {
  const arguments_ = readArguments();
  if (arguments_ === "help") {
    process.stdout.write(HELP);
    return;
  }
  const { json, options } = arguments_;
  const database = await openDatabase({
    url: process.env.DATABASE_URL || undefined,
    dataDir: process.env.DATA_DIR || "data",
  });
  try {
    await applyMigrations(database.adapter);
    await ensurePlaces(database.prisma, await readPlaces());
    const result = await seed(database.prisma, options);
    process.stdout.write(json ? `${JSON.stringify(result, null, 2)}\n` : describeSeed(result));
  } finally {
    await database.close();
  }
}

function readArguments(): "help" | { json: boolean; options: SeedOptions } {
  const { values } = parseArgs({
    options: {
      start: { type: "string" },
      now: { type: "string" },
      participants: { type: "string" },
      trainers: { type: "string" },
      seed: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  const now = values.now === undefined ? new Date() : new Date(values.now);
  if (Number.isNaN(now.getTime())) throw new UsageError(`--now is no instant: ${values.now}`);
  const options: SeedOptions = { now };
  if (values.start !== undefined) options.start = dayFrom(values.start);
  for (const name of ["participants", "trainers", "seed"] as const) {
    const text = values[name];
    if (text === undefined) continue;
    if (!/^\d+$/.test(text)) throw new UsageError(`--${name} is no whole number: ${text}`);
    options[name] = Number(text);
  }
  return { json: values.json, options };
}

function dayFrom(text: string): Day {
  if (!isDay(text)) throw new UsageError(`--start is no day such as 2024-06-03: ${text}`);
  return text;
}

main().catch((error: unknown) => {
  const isUsage =
    error instanceof UsageError ||
    error instanceof RangeError ||
    (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));
  process.stderr.write(
    `${error instanceof Error ? (isUsage ? error.message : (error.stack ?? error.message)) : error}\n`,
  );
  process.exitCode = 1;
});
