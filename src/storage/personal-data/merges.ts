// That two rows were one person or one library, and how the rows were before: for as long as that can be undone.
import { Prisma } from "../generated/client.js";
import type { PersonKeys } from "./person-keys.js";
import { gone, not, personalTable, pointers } from "./table.js";

const { sql } = Prisma;

const ofTheirs = ({ personId }: PersonKeys) =>
  sql`(t.kind = 'people' AND (t.stays_id = ${personId} OR t.goes_id = ${personId}))`;

/** Who was forgotten is separated from nobody any more. */
export const merges = personalTable<Prisma.MergeScalarFieldEnum>("merges", {
  theirs: ofTheirs,
  erase: "rows",
  order: sql`t.at, t.id`,
  columns: {
    ...pointers("staysId", "goesId", "kind", "undoneById"),
    id: gone("id"),
    at: gone("at"),
    undoneAt: gone("until"),
    byId: gone("by", () => sql`(SELECT p.name FROM people p WHERE p.id = t.by_id)`),
  },
});

const idOf = sql`(t.key ->> 'id')::int`;
const isAmong = (table: string, ids: readonly number[]) =>
  sql`(t.table_name = ${table} AND ${idOf} = ANY(${[...ids]}::int[]))`;

/** Of merged libraries: what is theirs there. Of merged people all goes with the merge. */
export const mergeChanges = personalTable<Prisma.MergeChangeScalarFieldEnum>("merge_changes", {
  theirs: (keys) => sql`(
    EXISTS (SELECT 1 FROM merges m WHERE m.id = t.merge_id AND m.kind = 'people'
      AND (m.stays_id = ${keys.personId} OR m.goes_id = ${keys.personId}))
    OR ${isAmong("work_plans", keys.lonePlanIds)} OR ${isAmong("participants", keys.participantIds)}
    OR ${isAmong("roster_rows", keys.rosterRowIds)} OR ${isAmong("libraries", keys.loneLibraryIds)}
    OR (t.table_name IN ('outbox', 'outbox_archive') AND ${idOf} IN (SELECT o.id FROM outbox o WHERE o.person_id = ${keys.personId})))`,
  erase: "rows",
  columns: not(
    "how rows were, to be put back within a week; the rows themselves are shown",
    ...(["id", "mergeId", "tableName", "key", "before", "after"] as const),
  ),
});

/** Somebody said that they are somebody else than another. */
export const notDuplicates = personalTable<Prisma.NotDuplicateScalarFieldEnum>("not_duplicates", {
  theirs: ({ personId }) => sql`(t.kind = 'people' AND (t.low_id = ${personId} OR t.high_id = ${personId}))`,
  erase: "rows",
  order: sql`t.at`,
  columns: {
    ...pointers("kind", "lowId", "highId"),
    at: gone("at"),
    byId: gone("by", () => sql`(SELECT p.name FROM people p WHERE p.id = t.by_id)`),
  },
});
