// Files that people sent: which of them a draft holds, and removing them together with what only they used.
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
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
function ownsItsFiles(form: string): boolean {
  return form === "report" || form === "add_files";
}

/** What is over: its files belong to nothing but it. */
export interface ThrownDraft {
  form: string;
  answers: unknown;
  createdAt: Date;
}

/**
 * Call it when the drafts hold nothing any more. One picture has one row a plan, also when several people sent it: what another draft holds stays, and so does
 * what came with the plan's written words before the draft was begun. Returns the copies that nobody needs any more, for the caller to remove.
 */
export async function removeEvidence(db: Db, drafts: ThrownDraft[]): Promise<string[]> {
  const held = drafts
    .filter(({ form }) => ownsItsFiles(form))
    .flatMap(({ answers, createdAt }) => evidenceIdsIn(answers).map((id) => ({ id, begun: createdAt })));
  if (held.length === 0) return [];
  const which = Prisma.sql`t.report_id IS NULL
    AND EXISTS (
      SELECT 1 FROM jsonb_to_recordset(${toJsonText(held)}::jsonb) AS h(id int, begun timestamp) JOIN work_plans p ON p.id = t.plan_id
      WHERE h.id = t.id AND (p.written_at IS NULL OR t.received_at > p.written_at OR t.received_at >= h.begun))
    AND t.id <> ALL(ARRAY(
      SELECT (jsonb_path_query(d.answers, '$.**.evidenceIds[*] ? (@.type() == "number")'))::int FROM drafts d WHERE d.result IS NULL))`;
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
