// Prisma's own schema engine (its WebAssembly build, so nothing is downloaded), for what only it can do: applying migrations and
// comparing them with the schema. Loaded when it is needed: a start on a database that is up to date does without.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as engineBindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { type MigrationList, PRISMA_DIR, readMigrations } from "./migrations.js";

type SchemaEngine = engineBindings.SchemaEngine;

const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** Applies what is missing. Returns the names of the migrations that were just applied, oldest first. */
export async function applyWithEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  migrationsList: MigrationList,
): Promise<string[]> {
  const { noting, closeAll } = noteConnections(adapter);
  const engine = await openSchemaEngine(noting);
  try {
    const result = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    return result.appliedMigrationNames;
  } finally {
    engine.free();
    await closeAll();
  }
}

/** The engine leaves its connections open, and for ten seconds they would keep a process from ending that was told to stop. */
function noteConnections(adapter: SqlMigrationAwareDriverAdapterFactory) {
  const opened: SqlDriverAdapter[] = [];
  const noting: SqlMigrationAwareDriverAdapterFactory = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    async connect() {
      const connection = await adapter.connect();
      opened.push(connection);
      return connection;
    },
    connectToShadowDb: () => adapter.connectToShadowDb(),
  };
  const closeAll = async () => {
    for (const connection of opened) await connection.dispose();
  };
  return { noting, closeAll };
}

/** The SQL that leads from the written migrations to the schema file; empty when they agree. Needs an empty database. */
export async function scriptFromMigrationsToSchema(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<string> {
  const schema = await readFile(join(PRISMA_DIR, "schema.prisma"), "utf8");
  const engine = await openSchemaEngine(adapter);
  try {
    const result = await engine.diff({
      from: { tag: "migrations", ...(await readMigrations()) },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    });
    const script = result.stdout ?? "";
    return script.includes("-- This is an empty migration.") ? "" : script;
  } finally {
    engine.free();
  }
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
