// Files that people sent: which of them a draft holds, and removing them together with what only they used.
import type { Db } from "./database.js";
import { placeOf } from "./files.js";
import type { Prisma } from "./generated/client.js";

/** Wherever a form keeps the files it was sent (steps/files-step.ts). */
export function evidenceIdsIn(answers: unknown): number[] {
  if (typeof answers !== "object" || answers === null) return [];
  return Object.entries(answers).flatMap(([name, value]: [string, unknown]) =>
    name === "evidenceIds" && Array.isArray(value)
      ? value.filter((id) => typeof id === "number")
      : evidenceIdsIn(value),
  );
}

/** Returns the copies that nobody needs any more, for the caller to remove. */
export async function removeEvidence(db: Db, which: Prisma.EvidenceWhereInput): Promise<string[]> {
  const evidence = await db.evidence.findMany({ where: which });
  await db.evidence.deleteMany({ where: which });
  // A process may have died between copying a file and noting so: its copy is where it would be.
  const paths = evidence.map(({ storedAs, fileId }) => storedAs ?? placeOf(fileId));
  // The same picture may have been sent about another library's plan too.
  const stillUsed = await db.evidence.findMany({ where: { storedAs: { in: paths } } });
  return paths.filter((path) => stillUsed.every(({ storedAs }) => storedAs !== path));
}
