// The migrations as written in prisma/migrations.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../project-root.js";

export interface Migration {
  /** The name of its folder: the time of writing first, so that the order of names is the order of migrations. */
  name: string;
  script: string;
}

/** Where schema.prisma and migrations/ lie, in the project and in the image alike. */
export const PRISMA_DIR = join(PROJECT_ROOT, "prisma");
export const MIGRATIONS_DIR = join(PRISMA_DIR, "migrations");

/** Oldest first. */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(MIGRATIONS_DIR, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => ({ name, script: await readFile(join(MIGRATIONS_DIR, name, "migration.sql"), "utf8") })),
  );
}
