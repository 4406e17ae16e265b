// Applies prisma/migrations at start. Prisma's `_prisma_migrations` table is kept, so `prisma migrate deploy` stays usable on the
// same database.
import { createHash } from "node:crypto";
import type { Database, Db } from "./database.js";
import { type MigrationList, readMigrations } from "./migrations.js";

/** Applies what is missing. Returns the names of the migrations that were just applied, oldest first. */
export async function applyMigrations({ prisma, adapter }: Pick<Database, "prisma" | "adapter">): Promise<string[]> {
  const written = await readMigrations();
  // The engine takes a fifth of a second to load, and a crash is to be over soon.
  if (await isUpToDate(prisma, written)) return [];
  const { applyWithEngine } = await import("./schema-engine.js");
  return applyWithEngine(adapter, written);
}

/** Whether exactly these were applied, each to its end and with this text. Anything else is the engine's to judge. */
export async function isUpToDate(db: Db, { migrationDirectories }: MigrationList): Promise<boolean> {
  const [table] = await db.$queryRaw<{ exists: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`;
  if (!table?.exists) return false;
  const applied = await db.$queryRaw<{ name: string; checksum: string; finished: boolean }[]>`
    SELECT migration_name AS name, checksum, finished_at IS NOT NULL AND rolled_back_at IS NULL AS finished
    FROM _prisma_migrations ORDER BY migration_name`;
  if (applied.length !== migrationDirectories.length) return false;
  return migrationDirectories.every(({ path, migrationFile: { content } }, i) => {
    const checksum = content.tag === "ok" && createHash("sha256").update(content.value).digest("hex");
    const row = applied[i];
    return row?.finished === true && row.name === path && row.checksum === checksum;
  });
}
