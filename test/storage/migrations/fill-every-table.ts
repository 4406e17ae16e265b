// Puts three rows into every table there is, whatever its columns: what they say makes no sense, but it fits together.
import type { Db } from "../../../src/storage/engine/database.js";
import { Prisma } from "../../../src/storage/generated/client.js";

const ROWS = 3;

interface Column {
  table: string;
  name: string;
  type: string;
  isArray: boolean;
  isGenerated: boolean;
  words: string[] | null;
}

interface Pointer {
  table: string;
  columns: string[];
  target: string;
  targetColumns: string[];
}

type Row = Record<string, string | null>;

/** Of these columns a row has one: a pause is somebody's, or a place's. */
const ONE_OF: Record<string, readonly string[]> = { pauses: ["person_id", "place_code"] };

export async function fillEveryTable(db: Db): Promise<void> {
  const columns = await readColumns(db);
  const pointers = await readPointers(db);
  const filled = new Map<string, Row[]>();
  let open = [...new Set(columns.map(({ table }) => table))];
  while (open.length > 0) {
    const isReady = (table: string) =>
      pointers.every((one) => one.table !== table || one.target === table || filled.has(one.target));
    const ready = open.filter(isReady);
    if (ready.length === 0) throw new Error(`Tables point to each other in a ring: ${open.join(", ")}`);
    for (const table of ready) {
      const own = columns.filter((one) => one.table === table && !one.isGenerated);
      const theirs = pointers.filter((one) => one.table === table);
      const rows = Array.from({ length: ROWS }, (_, n) => withOneOf(table, rowOf(own, theirs, filled, n + 1), n));
      for (const row of rows) await insert(db, table, own, row);
      filled.set(table, rows);
    }
    open = open.filter((table) => !filled.has(table));
  }
  await db.$executeRaw`
    DO $$ DECLARE one record; BEGIN
      FOR one IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'
      LOOP EXECUTE format('SELECT setval(%L, 1000)', one.sequencename); END LOOP;
    END $$`;
}

/** Of every table but the list of migrations. */
export async function countRows(db: Db): Promise<Record<string, number>> {
  const tables = [...new Set((await readColumns(db)).map(({ table }) => table))];
  const counts = await Promise.all(
    tables.map(async (table) => {
      const [row] = await db.$queryRaw<
        [{ count: number }]
      >`SELECT count(*)::int AS count FROM ${Prisma.raw(`"${table}"`)}`;
      return [table, row.count] as const;
    }),
  );
  return Object.fromEntries(counts);
}

function rowOf(columns: Column[], pointers: Pointer[], filled: ReadonlyMap<string, Row[]>, n: number): Row {
  const row: Row = Object.fromEntries(columns.map((column) => [column.name, wordOf(column, n)]));
  for (const { table, columns: from, target, targetColumns } of pointers) {
    // A tree begins with rows that have nobody above them.
    const to = target === table ? null : (filled.get(target)?.[n - 1] ?? null);
    for (const [at, name] of from.entries()) row[name] = to?.[targetColumns[at] ?? ""] ?? null;
  }
  return row;
}

function withOneOf(table: string, row: Row, n: number): Row {
  const names = ONE_OF[table] ?? [];
  const others = names.filter((_, at) => at !== n % names.length);
  return { ...row, ...Object.fromEntries(others.map((name) => [name, null])) };
}

function wordOf({ name, type, isArray, words }: Column, n: number): string | null {
  if (isArray) return "{}";
  if (words !== null) return words[n % words.length] ?? null;
  switch (type) {
    case "int4":
    case "int8":
    case "int2":
      return String(n);
    case "bool":
      return "false";
    case "date":
      return `2024-06-0${n}`;
    case "timestamp":
    case "timestamptz":
      return `2024-06-0${n} 01:00:00`;
    case "jsonb":
    case "json":
      return "{}";
    case "bytea":
      return "\\x00";
    default:
      return name === "zone" ? "Asia/Jakarta" : `${name} ${n}`;
  }
}

async function insert(db: Db, table: string, columns: Column[], row: Row): Promise<void> {
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  const values = columns.map((column) => {
    const value = row[column.name] ?? null;
    if (value === null) return "NULL";
    return `'${value.replaceAll("'", "''")}'::"${column.isArray ? `_${column.type}` : column.type}"`;
  });
  await db.$executeRawUnsafe(`INSERT INTO "${table}" (${names}) VALUES (${values.join(", ")})`);
}

function readColumns(db: Db): Promise<Column[]> {
  return db.$queryRaw<Column[]>`
    SELECT c.relname::text AS table, a.attname::text AS name, COALESCE(e.typname, t.typname)::text AS type,
      e.oid IS NOT NULL AS "isArray", a.attgenerated <> '' AS "isGenerated",
      (SELECT array_agg(v.enumlabel::text ORDER BY v.enumsortorder) FROM pg_enum v WHERE v.enumtypid = t.oid) AS words
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname, a.attnum`;
}

function readPointers(db: Db): Promise<Pointer[]> {
  return db.$queryRaw<Pointer[]>`
    SELECT c.relname::text AS table, d.relname::text AS target,
      (SELECT array_agg(a.attname::text ORDER BY k.ord) FROM unnest(f.conkey) WITH ORDINALITY AS k (num, ord)
        JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.num) AS columns,
      (SELECT array_agg(a.attname::text ORDER BY k.ord) FROM unnest(f.confkey) WITH ORDINALITY AS k (num, ord)
        JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.num) AS "targetColumns"
    FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_class d ON d.oid = f.confrelid
    WHERE f.contype = 'f' AND c.relnamespace = 'public'::regnamespace`;
}
