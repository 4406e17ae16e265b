// Whatever points to a person, participant, plan or library goes along when two become one: the database says what there is.
import { afterAll, beforeAll, expect, test } from "vitest";
import { TO_LIBRARIES, TO_PARTICIPANTS, TO_PEOPLE, TO_PLANS } from "../../../src/storage/merges/pointers.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Columns that point without a foreign key, and say so by their name. */
const BY_NAME =
  /^(person|author|actor|sender|trainer|changed_by|marked_by|set_by|undone_by|contacted_by|decided_by)_id$/;

/** Posts are moved by what became of them (bring-posts.ts); nobody changes the account; merges name both by themselves. */
const ELSEWHERE = ["outbox.person_id", "outbox_archive.person_id", "audits.actor_id", "merges.undone_by_id"];

async function foreignKeysTo(table: string): Promise<string[]> {
  const rows = await database.prisma.$queryRaw<{ name: string }[]>`
    SELECT conrelid::regclass::text || '.' || a.attname AS name
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
    WHERE c.contype = 'f' AND c.confrelid = ${table}::regclass`;
  return rows.map(({ name }) => name);
}

const named = (pointers: readonly { table: string; column: string }[]) =>
  pointers.map(({ table, column }) => `${table}.${column}`);

test.each([
  ["people", TO_PEOPLE],
  ["participants", TO_PARTICIPANTS],
  ["work_plans", TO_PLANS],
  ["libraries", TO_LIBRARIES],
] as const)("every foreign key to %s is known", async (table, pointers) => {
  const known = [...named(pointers), ...ELSEWHERE];
  expect((await foreignKeysTo(table)).filter((name) => !known.includes(name))).toEqual([]);
});

test("every column that is called as one that points to a person is known", async () => {
  const rows = await database.prisma.$queryRaw<{ table: string; column: string }[]>`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name LIKE '%\\_id'`;
  const known = [...named(TO_PEOPLE), ...ELSEWHERE];
  const pointing = rows.filter(({ column }) => BY_NAME.test(column)).map(({ table, column }) => `${table}.${column}`);
  expect(pointing.length).toBeGreaterThan(20);
  expect(pointing.filter((name) => !known.includes(name))).toEqual([]);
});

/** A row that the one who stays has too must not stop the merge: each unique key is known. */
test.each([
  ["people", TO_PEOPLE],
  ["participants", TO_PARTICIPANTS],
  ["work_plans", TO_PLANS],
  ["libraries", TO_LIBRARIES],
] as const)("every unique key with a pointer to %s is known", async (_, pointers) => {
  const rows = await database.prisma.$queryRaw<{ table: string; columns: string[] }[]>`
    SELECT i.indrelid::regclass::text AS table, array_agg(a.attname::text ORDER BY a.attname) AS columns
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
    WHERE i.indisunique AND i.indrelid::regclass::text NOT LIKE 'pg\\_%' GROUP BY i.indexrelid, i.indrelid`;
  const wrong = pointers.flatMap(({ table, column, unique }) => {
    const keys = rows.filter((one) => one.table === table && one.columns.includes(column));
    const known = unique === undefined ? [] : [[column, ...unique].sort().join()];
    return keys
      .map(({ columns }) => columns.join())
      .filter((key) => !known.includes(key))
      .map((key) => `${table}: ${key}`);
  });
  expect(wrong).toEqual([]);
});
