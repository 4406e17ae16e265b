// The tables that tests change, as the database itself describes them: who names whom, and which columns are written.
import type { Database } from "../../src/storage/engine/database.js";

type Db = Database["prisma"];

export interface Tables {
  /** Each behind all that have keys to it; without places and migrations, which no test changes. */
  namedLast: string[];
  /** Of each table those that have keys to it. */
  namedBy: Map<string, string[]>;
  /** What is written of each, as a list for SQL: the database works the others out by itself. */
  columns: Map<string, string>;
}

const known = new WeakMap<Db, Promise<Tables>>();

/** Asked of each database once. */
export function tablesOf(db: Db): Promise<Tables> {
  const tables = known.get(db) ?? readTables(db);
  known.set(db, tables);
  return tables;
}

async function readTables(db: Db): Promise<Tables> {
  const rows = await db.$queryRaw<{ name: string; columns: string; named_by: string[] }[]>`
    SELECT t.relname::text AS name,
      (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
        WHERE attrelid = t.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
      ARRAY(SELECT DISTINCT f.relname::text FROM pg_constraint c JOIN pg_class f ON f.oid = c.conrelid
        WHERE c.contype = 'f' AND c.confrelid = t.oid AND c.conrelid <> t.oid) AS named_by
    FROM pg_class t
    WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.relname NOT IN ('places', '_prisma_migrations')
    ORDER BY 1`;
  const namedBy = new Map(rows.map(({ name, named_by }) => [name, named_by]));
  return {
    namedBy,
    namedLast: inOrder(namedBy),
    columns: new Map(rows.map(({ name, columns }) => [name, columns])),
  };
}

function inOrder(namedBy: Map<string, string[]>): string[] {
  const order: string[] = [];
  for (let left = [...namedBy.keys()]; left.length > 0; left = left.filter((name) => !order.includes(name))) {
    const free = left.filter((name) => !namedBy.get(name)?.some((from) => left.includes(from)));
    if (free.length === 0) throw new Error(`These tables name each other in a circle: ${left.join(", ")}`);
    order.push(...free);
  }
  return order;
}
