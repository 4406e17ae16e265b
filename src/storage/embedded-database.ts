// PGlite, PostgreSQL inside this process: in a folder or in memory.
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { countedSteps } from "./counted-steps.js";
import type { Database } from "./database.js";
import { PrismaClient } from "./generated/client.js";

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

export function openPGlite(pglite: PGlite): Database {
  const adapter = new PrismaPGlite(pglite);
  const prisma = new PrismaClient({ adapter: countedSteps(new PrismaPGlite(pglite)) });
  const close = async () => {
    await prisma.$disconnect();
    if (!pglite.closed) await pglite.close();
  };
  return { prisma, adapter, embedded: true, close };
}

/** In memory with no table in it: for the migration tools. */
export function openEmptyDatabase(): Database {
  return openPGlite(new PGlite());
}
