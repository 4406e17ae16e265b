// Prisma's own schema engine (its WebAssembly build, so nothing is downloaded), for what only it can do: comparing the migrations with
// the schema. A tool of those who write migrations; the program itself applies them without it (storage/migrations/migrate.ts).
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as engineBindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { MIGRATIONS_DIR, PRISMA_DIR, readMigrations } from "../../src/storage/migrations/migrations.js";

type SchemaEngine = engineBindings.SchemaEngine;

const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** The SQL that leads from the written migrations to the schema file; empty when they agree. */
export async function scriptFromMigrationsToSchema(): Promise<string> {
  const schema = await readFile(join(PRISMA_DIR, "schema.prisma"), "utf8");
  const pglite = new PGlite();
  // The engine reads columns of the type "char" from the catalogue, which the adapter of the program itself cannot hand over.
  const engine = await openSchemaEngine(new PrismaPGlite(pglite));
  try {
    const result = await engine.diff({
      from: { tag: "migrations", ...(await migrationsList()) },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    });
    const script = result.stdout ?? "";
    return script.includes("-- This is an empty migration.") ? "" : script;
  } finally {
    engine.free();
    await pglite.close();
  }
}

/** The written migrations as the engine wants to be told of them. */
async function migrationsList(): Promise<engineBindings.MigrationList> {
  const lockfile = await readFile(join(MIGRATIONS_DIR, "migration_lock.toml"), "utf8");
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: { path: "migration_lock.toml", content: lockfile },
    shadowDbInitScript: "",
    migrationDirectories: (await readMigrations()).map(({ name, script }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: script } },
    })),
  };
}

async function openSchemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> {
  await startWasm();
  const schema = await readFile(join(PRISMA_DIR, "schema.prisma"), "utf8");
  const silent = () => {};
  return engineBindings.SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    silent,
    bindMigrationAwareSqlAdapterFactory(adapter) as never,
  );
}

// Node has WebAssembly; its types come only with the browser's, which this program must not see.
interface WasmExports {
  __wbindgen_start(): void;
}
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: WasmExports } }>;
};

let wasmStarted: Promise<void> | undefined;

function startWasm(): Promise<void> {
  wasmStarted ??= (async () => {
    // The package exports its script only; the module lies beside it.
    const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const bytes = await readFile(join(dirname(script), "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": engineBindings });
    const bindings = engineBindings as unknown as { __wbg_set_wasm(exports: WasmExports): void };
    bindings.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start();
  })();
  return wasmStarted;
}
