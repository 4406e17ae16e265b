// Writes down what a merge does to each row, column by column, and puts it back. All that a merge changes is changed here.
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";

const { sql, raw } = Prisma;

/** Where the key is not "id". */
const KEYS: Record<string, readonly string[]> = {
  attendance: ["session_id", "participant_id"],
  class_trainers: ["class_id", "person_id"],
  class_boards: ["class_id", "person_id", "day"],
  announcement_boards: ["announcement_id", "person_id", "correction_id"],
  held_back: ["person_id", "day", "fact"],
  invitations: ["token"],
  handovers: ["code"],
  completion_letters: ["number"],
  conversation_states: ["key"],
  feedback_pools: ["class_id"],
  story_exports: ["story_id", "update_id"],
  champions: ["participant_id"],
  story_subscriptions: ["person_id"],
};

/** The database writes them from other columns. */
const WRITTEN_BY_DATABASE = ["search_name"];

/** Columns that belong together: none goes back where this one has changed since. */
const GUARDS: Record<string, string> = {
  // A report that came since says how far the plan is.
  work_plans: "last_report_at",
  // What has left since has left.
  outbox: "state",
  outbox_archive: "state",
};

export interface Journal {
  /** Sets columns of the rows t that meet the condition; `from`: another row that is read, and which. Returns how many it changed. */
  update(table: string, set: Prisma.Sql, where: Prisma.Sql, ...from: Prisma.Sql[]): Promise<number>;
  remove(table: string, where: Prisma.Sql): Promise<number>;
  /** Notes rows that were just added. */
  added(table: string, where: Prisma.Sql): Promise<void>;
}

export function createJournal(db: Db, mergeId: number): Journal {
  const lock = (table: string, where: Prisma.Sql) =>
    db.$queryRaw`SELECT count(*) FROM (SELECT 1 FROM ${raw(table)} t WHERE ${where} FOR UPDATE) AS held`;
  return {
    async update(table, set, where, from, which = sql`TRUE`) {
      // Locked in a statement of its own: the next one sees rows as those left them for whom this one waited.
      await lock(table, where);
      const guard = GUARDS[table];
      const isTold = sql`(b.value IS DISTINCT FROM done.after -> b.key AND b.key <> ALL(${WRITTEN_BY_DATABASE}::text[]))
        ${guard === undefined ? Prisma.empty : sql`OR b.key = ${guard}`}`;
      return db.$executeRaw`
        WITH was AS MATERIALIZED (SELECT t.ctid AS at, to_jsonb(t) AS before FROM ${raw(table)} t WHERE ${where}),
        done AS (
          UPDATE ${raw(table)} t SET ${set} FROM was ${from === undefined ? Prisma.empty : sql`, ${from}`}
          WHERE t.ctid = was.at AND ${which} RETURNING was.before, to_jsonb(t) AS after)
        INSERT INTO merge_changes (merge_id, table_name, key, before, after)
        SELECT ${mergeId}::int, ${table}, ${keyIn(table, sql`done.after`)}, told.before, told.after FROM done,
          LATERAL (SELECT jsonb_object_agg(b.key, b.value) AS before, jsonb_object_agg(b.key, done.after -> b.key) AS after
            FROM jsonb_each(done.before) b WHERE ${isTold}) AS told
        WHERE done.before <> done.after`;
    },
    async remove(table, where) {
      await lock(table, where);
      return db.$executeRaw`
        WITH gone AS (DELETE FROM ${raw(table)} t WHERE ${where} RETURNING to_jsonb(t) AS before)
        INSERT INTO merge_changes (merge_id, table_name, key, before)
        SELECT ${mergeId}::int, ${table}, ${keyIn(table, sql`gone.before`)}, gone.before FROM gone`;
    },
    async added(table, where) {
      await db.$executeRaw`
        INSERT INTO merge_changes (merge_id, table_name, key, after)
        SELECT ${mergeId}::int, ${table}, ${keyIn(table, sql`to_jsonb(t)`)}, to_jsonb(t) FROM ${raw(table)} t WHERE ${where}`;
    },
  };
}

/** A run: changes of the same columns of one table, one behind the other. */
interface Run {
  table: string;
  kind: "changed" | "added" | "removed";
  columns: string[];
  ids: number[];
}

/** The latest first. What has changed since stays as it is. */
export async function putBack(db: Db, mergeId: number): Promise<void> {
  const changes = await db.$queryRaw<(Omit<Run, "ids"> & { id: number })[]>`
    SELECT id, table_name AS table,
      CASE WHEN before IS NULL THEN 'added' WHEN after IS NULL THEN 'removed' ELSE 'changed' END AS kind,
      ARRAY(SELECT k FROM jsonb_object_keys(coalesce(before, '{}')) AS k ORDER BY k) AS columns
    FROM merge_changes WHERE merge_id = ${mergeId}::int ORDER BY id DESC`;
  const runs: Run[] = [];
  for (const { id, ...change } of changes) {
    const last = runs.at(-1);
    if (last !== undefined && isAlike(last, change)) last.ids.push(id);
    else runs.push({ ...change, ids: [id] });
  }
  for (const run of runs) await putRunBack(db, run);
}

function isAlike(a: Omit<Run, "ids">, b: Omit<Run, "ids">): boolean {
  return a.table === b.table && a.kind === b.kind && a.columns.join() === b.columns.join();
}

async function putRunBack(db: Db, { table, kind, columns, ids }: Run): Promise<void> {
  const of = sql`ch.id = ANY(${ids}::int[])`;
  if (kind === "removed") {
    const [first = ""] = keyOf(table);
    await db.$executeRaw`
      INSERT INTO ${raw(table)} SELECT (jsonb_populate_record(NULL::${raw(table)}, ch.before)).*
      FROM merge_changes ch WHERE ${of} AND ch.before ? ${first} ON CONFLICT DO NOTHING`;
    return;
  }
  const isIts = Prisma.join(
    keyOf(table).map((key) => sql`t.${raw(key)} = ${valueIn(table, sql`ch.key`, key)}`),
    " AND ",
  );
  if (kind === "added") {
    await db.$executeRaw`DELETE FROM ${raw(table)} t USING merge_changes ch WHERE ${of} AND ${isIts}`;
    return;
  }
  const guard = GUARDS[table];
  const isUntouched = (column: string) => sql`to_jsonb(t) -> ${column} IS NOT DISTINCT FROM ch.after -> ${column}`;
  const set = columns
    .filter((column) => column !== guard || table === "work_plans" || table === "outbox")
    .map(
      (column) =>
        sql`${raw(column)} = CASE WHEN ${isUntouched(column)} ${specially(table, column)}
          THEN ${valueIn(table, sql`ch.before`, column)} ELSE t.${raw(column)} END`,
    );
  for (const one of table === "outbox" ? ["outbox", "outbox_archive"] : [table]) {
    await db.$executeRaw`
      UPDATE ${raw(one)} t SET ${Prisma.join(set)} FROM merge_changes ch
      WHERE ${of} AND ${isIts} ${guard === undefined ? Prisma.empty : sql`AND (${isUntouched(guard)})`}`;
  }
}

/** An account that somebody else has by now is theirs. */
function specially(table: string, column: string): Prisma.Sql {
  if (table !== "people" || column !== "telegram_id") return Prisma.empty;
  return sql`AND NOT EXISTS (SELECT 1 FROM people o
    WHERE o.id <> t.id AND o.telegram_id = (ch.before ->> 'telegram_id')::bigint)`;
}

const keyOf = (table: string): readonly string[] => KEYS[table] ?? ["id"];

function keyIn(table: string, row: Prisma.Sql): Prisma.Sql {
  return sql`jsonb_build_object(${Prisma.join(keyOf(table).map((key) => sql`${key}::text, ${row} -> ${key}`))})`;
}

function valueIn(table: string, json: Prisma.Sql, column: string): Prisma.Sql {
  return sql`(jsonb_populate_record(NULL::${raw(table)}, ${json})).${raw(column)}`;
}
