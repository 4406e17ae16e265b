// Ends a migration that broke off between two statements. Earlier versions of this program sent a script's statements one at a time,
// each for itself, so what is there is always the beginning of the script.

import type { Db } from "../engine/database.js";
import { sqlStateOf } from "../engine/sql-state.js";
import { Prisma } from "../generated/client.js";

/** Already made: table or index, column, type or constraint, function, row. Already gone: table, column, index or type. */
const DONE_BEFORE = ["42P07", "42701", "42710", "42723", "23505", "42P01", "42703", "42704"];

/** Runs what is missing: statements at the beginning that turn out to be done are passed over, none after the first that was not. */
export async function resumeScript(db: Db, script: string): Promise<void> {
  let isBeginning = true;
  for (const statement of statementsOf(script)) {
    await db.$executeRaw`SAVEPOINT statement`;
    try {
      // A migration of ours from the repository, never anything that came in.
      await db.$executeRaw(Prisma.raw(statement));
      // Rows written or deleted once more say nothing about where the script broke off.
      if (/^\s*(create|alter|drop)\b/im.test(statement)) isBeginning = false;
      await db.$executeRaw`RELEASE SAVEPOINT statement`;
    } catch (error) {
      if (!isBeginning || !DONE_BEFORE.includes(sqlStateOf(error) ?? "")) throw error;
      await db.$executeRaw`ROLLBACK TO SAVEPOINT statement`;
    }
  }
}

/** Cut at each semicolon, as the driver of those versions cut; not within a function's body or a comment, which came later. */
function statementsOf(script: string): string[] {
  const pieces = script.match(/(?:\$\$[\s\S]*?\$\$|--[^\n]*|[^;])+/g) ?? [];
  return pieces
    .map((statement) => statement.trim())
    .filter((statement) => statement.replace(/--.*$/gm, "").trim() !== "");
}
