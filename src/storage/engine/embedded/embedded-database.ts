// PGlite, PostgreSQL inside this process: in a folder or in memory.
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../../generated/client.js";
import { CLIENT_OPTIONS } from "../client-options.js";
import { countedSteps } from "../counted-steps.js";
import type { Database } from "../database.js";
import { oneAtATime } from "../one-at-a-time.js";
import { nameOnceRepeated } from "../prepared.js";
import { PGliteStream } from "./pglite-stream.js";

/** The first start makes the database beside the folder: killed in the middle of it, the next start makes it anew. */
export async function openEmbedded(folder: string): Promise<Database> {
  if (!existsSync(folder)) {
    const half = `${folder}.part`;
    await rm(half, { recursive: true, force: true });
    await (await PGlite.create(half)).close();
    await rename(half, folder);
  }
  return openPGlite(await PGlite.create(folder));
}

/** `statements`: how many of them it keeps prepared, where that shall be more or less than a process of the bot needs. */
export function openPGlite(pglite: PGlite, { statements }: { statements?: number } = {}): Database {
  const stream = () => new PGliteStream(pglite);
  // Never given up when idle: a new connection forgets the prepared statements.
  const pool = new pg.Pool({ max: 1, idleTimeoutMillis: 0, stream } as pg.PoolConfig);
  const connection = oneAtATime(new PrismaPg(pool, { statementNameGenerator: nameOnceRepeated(statements) }));
  const prisma = new PrismaClient({
    adapter: countedSteps(connection),
    ...CLIENT_OPTIONS,
  });
  const close = async () => {
    await prisma.$disconnect();
    await pool.end();
    if (!pglite.closed) await pglite.close();
  };
  return { prisma, patiently: (work) => work(prisma), embedded: true, close };
}
