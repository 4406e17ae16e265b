// PGlite, PostgreSQL inside this process: in a folder or in memory.
import { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import type { Database } from "./database.js";
import { PrismaClient } from "./generated/client.js";

export async function openEmbedded(folder: string): Promise<Database> {
  return openPGlite(await PGlite.create(folder));
}

export function openPGlite(pglite: PGlite): Database {
  const adapter = new PrismaPGlite(pglite);
  const prisma = new PrismaClient({ adapter });
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
