// How a database stands to the migrations of this program, for those who look before they upgrade.
import type { Db } from "../engine/database.js";
import { readMigrations } from "./migrations.js";

export interface MigrationStatus {
  /** Names, oldest first. */
  applied: string[];
  missing: string[];
  /** Applied by a later version. */
  unknown: string[];
}

export async function readStatus(db: Db): Promise<MigrationStatus> {
  const known = (await readMigrations()).map(({ name }) => name);
  const [table] = await db.$queryRaw<{ exists: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`;
  if (!table?.exists) return { applied: [], missing: known, unknown: [] };
  const held = await appliedMigrations(db);
  return {
    applied: held,
    missing: known.filter((name) => !held.includes(name)),
    unknown: held.filter((name) => !known.includes(name)),
  };
}

/** Names, oldest first. */
export async function appliedMigrations(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`;
  return rows.map(({ name }) => name);
}
