import { defineConfig } from "prisma/config";

// `prisma generate` looks for a schema engine that it does not use; any existing program keeps it from downloading one.
// Migrations are applied by src/storage/migrations/migrate.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "schema.prisma",
  migrations: { path: "migrations" },
});
