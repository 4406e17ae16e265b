// Who may act for a library: the one place that says it to the database, as mayCarryOut() says it in the domain.
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";

/** Of a table `libraries` under this alias: the library itself, not entries that somebody keeps apart for it. */
export const isItself = (library: Prisma.Sql): Prisma.Sql => Prisma.sql`${library}.holder_id = 0`;

/** Those who act for the library l now; the same order for every column. */
export const MANAGERS = Prisma.sql`FROM library_members m JOIN people pe ON pe.id = m.person_id
  WHERE m.library_id = l.id AND m.until_at IS NULL AND pe.erased_at IS NULL ORDER BY pe.name, pe.id`;

/** Whether this person acts for this library now; what they keep apart does not count. */
export const manages = (personId: Prisma.Sql, libraryId: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM library_members m JOIN libraries ml ON ml.id = m.library_id AND ${isItself(Prisma.sql`ml`)}
  WHERE m.library_id = ${libraryId} AND m.person_id = ${personId} AND m.until_at IS NULL)`;

/** Makes the person one of those who act for the library. Twice is once. */
export async function bindToLibrary(db: Db, libraryId: number, personId: number, now: Date): Promise<void> {
  const bound = await db.libraryMember.findFirst({ where: { libraryId, personId, untilAt: null } });
  if (bound !== null) return;
  const key = { libraryId, personId, fromAt: now };
  // Bound, let go and bound again at one instant is bound.
  await db.libraryMember.upsert({
    where: { libraryId_personId_fromAt: key },
    create: key,
    update: { untilAt: null },
  });
}
