// `npm run migration -- <name>` writes the next migration: what leads from the written ones to schema.prisma.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PRISMA_DIR } from "../../src/storage/migrations/migrations.js";
import { scriptFromMigrationsToSchema } from "./schema-engine.js";

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Give the migration a name of small letters and underscores: npm run migration -- add_something");
  process.exit(2);
}
const script = await scriptFromMigrationsToSchema();
if (script === "") {
  console.log("Schema and migrations agree already; nothing was written.");
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(PRISMA_DIR, "migrations", `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), script);
  console.log(`Wrote prisma/migrations/${stamp}_${name}/migration.sql: read it before you commit it.`);
}
