// The migrations as written in prisma/migrations.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";

export type { MigrationList };

/** Where schema.prisma and migrations/ lie: beside src (or dist) in the project and in the image alike. */
export const PRISMA_DIR = join(import.meta.dirname, "..", "..", "prisma");

export async function readMigrations(): Promise<MigrationList> {
  const baseDir = join(PRISMA_DIR, "migrations");
  const names = (await readdir(baseDir, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const migrationDirectories = await Promise.all(
    names.map(async (path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: await readFile(join(baseDir, path, "migration.sql"), "utf8") },
      },
    })),
  );
  const lockfile = await readFile(join(baseDir, "migration_lock.toml"), "utf8");
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: lockfile },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}
