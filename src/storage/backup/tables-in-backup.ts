// The tables of a backup: which there are, with the columns that hold data, and where their numbers stand.
import type { Db } from "../engine/database.js";

export interface TableShape {
  name: string;
  /** `type` as PostgreSQL writes it in a cast. Columns that the database works out by itself are left out. */
  columns: { name: string; type: string }[];
}

/** All but the list of migrations, which the manifest of a backup tells by name. */
export function tableShapes(db: Db): Promise<TableShape[]> {
  return db.$queryRaw<TableShape[]>`
    SELECT c.relname::text AS name,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    GROUP BY c.relname ORDER BY c.relname`;
}

export interface SequenceStanding {
  name: string;
  /** The last number that was given. */
  last: string;
}

/** Those that have given a number. */
export function sequenceStandings(db: Db): Promise<SequenceStanding[]> {
  return db.$queryRaw<SequenceStanding[]>`
    SELECT sequencename::text AS name, last_value::text AS last FROM pg_sequences
    WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY 1`;
}

/** A name of the database's own catalogue, as a part of a statement. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
