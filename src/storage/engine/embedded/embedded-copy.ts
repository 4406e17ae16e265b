// An embedded database in memory that begins with the places filled in: read from a file that an earlier start has written, since to
// make it takes six times as long. For the demo, where every start is a first start.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { Log } from "../../../ports/queue/log.js";
import { PROJECT_ROOT } from "../../../project-root.js";
import { readMigrations } from "../../migrations/migrations.js";
import { type Preparation, prepareDatabase } from "../../migrations/prepare-database.js";
import type { Database } from "../database.js";
import { openPGlite } from "./embedded-database.js";

/** Where packages keep what can be made again: it goes with node_modules. */
const FOLDER = join(PROJECT_ROOT, "node_modules", ".cache", "tindak-lanjut-bot");

/** As little as can be of the log of writes: nothing of it is ever read again, and each start would copy it. */
const SMALL_LOG = ["--wal-segsize=1", "--set=min_wal_size=2MB", "--set=max_wal_size=2MB"];

/** Up to date in schema and places. `onMaking` is told when there is no copy yet, and it will take longer. */
export async function openFilledCopy(
  { onMaking, ...preparation }: Preparation & { onMaking?: (() => void) | undefined },
  folder = FOLDER,
): Promise<Database> {
  const path = join(folder, `places-${await fingerprint()}.tar`);
  const kept = await readKept(path);
  if (kept !== undefined) {
    const database = await openKept(kept, preparation.log);
    if (database !== undefined) return database;
  }
  onMaking?.();
  const pglite = new PGlite({ initDbStartParams: SMALL_LOG });
  const database = openPGlite(pglite);
  await prepareDatabase(database, preparation);
  // What was written is in the tables then, and most of the log can go.
  await database.prisma.$executeRaw`CHECKPOINT`;
  await keep(path, () => pglite.dumpDataDir("none"), preparation.log);
  return database;
}

/** Other packages bring other places or another PostgreSQL, other migrations another schema. */
async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  hash.update(await readFile(join(PROJECT_ROOT, "package-lock.json")));
  for (const { name, script } of await readMigrations()) hash.update(name).update(script);
  return hash.digest("hex").slice(0, 16);
}

async function readKept(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

/** Undefined for a file that holds no database: it is made anew. */
async function openKept(bytes: Buffer, log: Log): Promise<Database | undefined> {
  try {
    const database = openPGlite(await PGlite.create({ loadDataDir: new Blob([new Uint8Array(bytes)]) }));
    await database.prisma.place.findFirstOrThrow();
    return database;
  } catch (error) {
    log.warn("copy.unreadable", { cause: error instanceof Error ? error.name : "unknown" });
    return undefined;
  }
}

/** In place of copies for other versions. Where nobody may write, the next start takes as long again. */
async function keep(path: string, dump: () => Promise<Blob>, log: Log): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const part = `${path}.${process.pid}.part`;
    // Before the copy is made: it takes its size in memory, for nothing where it cannot lie.
    await writeFile(part, "");
    await writeFile(part, Buffer.from(await (await dump()).arrayBuffer()));
    await rename(part, path);
    const others = (await readdir(dirname(path))).map((name) => join(dirname(path), name));
    for (const other of others) if (other !== path && other.endsWith(".tar")) await rm(other, { force: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    log.warn("copy.not-kept", { cause: code });
  }
}
