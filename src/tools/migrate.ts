// `npm run migrate`: brings the database to the newest migration, as each start does; with --status it only says what is missing.
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createLog } from "../log.js";
import { readStatus } from "../storage/migrations/migration-status.js";
import { prepareDatabase } from "../storage/migrations/prepare-database.js";
import { runTool } from "./run-tool.js";

const HELP = `npm run migrate [-- --status]

Brings the database (DATABASE_URL, else the embedded one in DATA_DIR) to the newest migration, and its places to the installed edition. The
bot does so at each start; as a step of its own it can run before the new version takes over, beside the old one.
--status: changes nothing, says what is missing; exit 1 when something is, 2 when the database is newer than this program.
`;

await runTool(HELP, process.env, async ({ database }) => {
  const { values } = parseArgs({ options: { status: { type: "boolean", default: false } } });
  if (values.status) {
    const { applied, missing, unknown } = await readStatus(database.prisma);
    const say = (name: string, what: string) => process.stdout.write(`${what}  ${name}\n`);
    for (const name of missing) say(name, "missing");
    for (const name of unknown) say(name, "unknown");
    process.stdout.write(
      `${applied.length} applied, ${missing.length} missing, ${unknown.length} that this program does not know.\n`,
    );
    if (missing.length + unknown.length > 0) process.exitCode = unknown.length > 0 ? 2 : 1;
    return;
  }
  const log = createLog("info", process.stderr);
  const { migrations, places } = await prepareDatabase(database, { log, sleep: setTimeout });
  process.stdout.write(`${migrations.length} migrations applied, ${places} places written.\n`);
});
