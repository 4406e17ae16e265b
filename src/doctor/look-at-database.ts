// The database: whether it answers, takes what is written, has come to the newest migration, and has the time that this machine has.

import type { Database } from "../storage/engine/database.js";
import { isDatabaseAway } from "../storage/engine/database-away.js";
import { DatabaseRefusedError, refusalOf } from "../storage/engine/database-fault.js";
import { readStatus } from "../storage/migrations/migration-status.js";
import { MOST_MILLISECONDS_APART, millisecondsApart } from "../storage/upkeep/clock-apart.js";
import { createRestores } from "../storage/upkeep/restores.js";
import { type Finding, look, ok, wrong } from "./finding.js";

export async function lookAtDatabase({ prisma, embedded }: Database, now: () => Date): Promise<Finding[]> {
  const about = "database";
  try {
    const [{ version }] = await prisma.$queryRaw<[{ version: string }]>`
      SELECT current_setting('server_version') AS version`;
    const apart = await millisecondsApart(prisma, now);
    const kind = embedded
      ? look(
          about,
          "It is embedded in the program.",
          "Good for trying out. For real data set DATABASE_URL to a PostgreSQL.",
        )
      : ok(about, `PostgreSQL ${version} answers.`);
    return [kind, clockFinding(apart), ...(await migrationFindings(prisma, now()))];
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal instanceof DatabaseRefusedError) return [wrong(about, refusal.message, "Put it right as it says.")];
    if (!isDatabaseAway(error)) throw error;
    return [wrong(about, "It does not answer.", "Look whether the server runs, and at host and port in DATABASE_URL.")];
  }
}

function clockFinding(apart: number): Finding {
  const words = `The clocks of the database and of this machine are ${(Math.abs(apart) / 1000).toFixed(1)} s apart.`;
  if (Math.abs(apart) <= MOST_MILLISECONDS_APART) return ok("clock", words);
  const todo =
    "Set both by a time server (timedatectl set-ntp true): else two processes take each other's work for left behind.";
  return wrong("clock", words, todo);
}

async function migrationFindings(prisma: Database["prisma"], now: Date): Promise<Finding[]> {
  const about = "migrations";
  const { applied, missing, unknown } = await readStatus(prisma);
  if (unknown.length > 0) {
    const todo = "Start the version that wrote it, or restore a backup from before.";
    return [wrong(about, `The database is newer than this program: it holds ${unknown.join(", ")}.`, todo)];
  }
  if (missing.length > 0) {
    return [
      look(about, `${missing.length} are missing.`, "The next start applies them; or npm run migrate before it."),
    ];
  }
  const held = await createRestores(prisma).held(now);
  const isCurrent = ok(about, `All ${applied.length} are applied.`);
  if (held === null) return [isCurrent];
  const todo = "An admin of the whole country presses “Lihat dan putuskan” (Look and decide) in the chat with the bot.";
  return [isCurrent, look("restore", "The data came from a backup: messages are held until somebody decides.", todo)];
}
