// Files that people sent: which of them a draft holds, and removing them together with what only they used.
import type { Db } from "../engine/database.js";
import { placeOf } from "../folders/files.js";
import { Prisma } from "../generated/client.js";

/** Wherever a form keeps the files it was sent (steps/files-step.ts). */
export function evidenceIdsIn(answers: unknown): number[] {
  if (typeof answers !== "object" || answers === null) return [];
  return Object.entries(answers).flatMap(([name, value]: [string, unknown]) =>
    name === "evidenceIds" && Array.isArray(value)
      ? value.filter((id) => typeof id === "number")
      : evidenceIdsIn(value),
  );
}

/** A photo of the paper form may belong to a plan that is written; files for a report nobody gave belong to nothing. */
export function ownsItsFiles(form: string): boolean {
  return form === "report" || form === "add_files";
}

/** Returns the copies that nobody needs any more, for the caller to remove. */
export async function removeEvidence(db: Db, ids: number[]): Promise<string[]> {
  const which = Prisma.sql`t.id = ANY(${ids}::int[]) AND t.report_id IS NULL`;
  const copies = await copiesOf(db, which);
  await db.$executeRaw`DELETE FROM evidence t WHERE ${which}`;
  return unusedCopies(db, copies);
}

/** Where the copies of these lie. `which`: a condition on evidence t. */
export async function copiesOf(db: Db, which: Prisma.Sql): Promise<string[]> {
  const rows = await db.$queryRaw<{ storedAs: string | null; fileId: string }[]>`
    SELECT t.stored_as AS "storedAs", t.file_id AS "fileId" FROM evidence t WHERE ${which}`;
  // A process may have died between copying a file and noting so: its copy is where it would be.
  return [...new Set(rows.map(({ storedAs, fileId }) => storedAs ?? placeOf(fileId)))];
}

/** Asked when the rows are gone: the same picture may have been sent about another library's plan too. */
export async function unusedCopies(db: Db, copies: string[]): Promise<string[]> {
  const used = await db.evidence.findMany({ where: { storedAs: { in: copies } }, select: { storedAs: true } });
  return copies.filter((copy) => used.every(({ storedAs }) => storedAs !== copy));
}
