// Whether the table of personal data knows the whole database: every column of every table, and nothing besides.
import { afterAll, beforeAll, expect, test } from "vitest";
import { OWN_DATA_TABLES } from "../../src/domain/own-data/own-data.js";
import { inDatabase } from "../../src/storage/personal-data/table.js";
import { PERSONAL_DATA } from "../../src/storage/personal-data.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test("every column of every table stands in the table of personal data, and no other", async () => {
  const rows = await database.prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'`;
  const known = PERSONAL_DATA.flatMap(({ name, columns }) =>
    Object.keys(columns).map((column) => `${name}.${inDatabase(column)}`),
  );
  expect([...known].sort()).toEqual(rows.map(({ name }) => name).sort());
});

test("a column that is not shown or not erased says why", () => {
  const silent = PERSONAL_DATA.flatMap(({ name, theirs, erase, columns }) =>
    Object.entries(columns).flatMap(([column, { show, erase: to, because }]) => {
      const isErased = theirs !== null && (erase !== "columns" || to !== undefined);
      return because === undefined && !(show !== undefined && isErased) ? [`${name}.${column}`] : [];
    }),
  );
  expect(silent).toEqual([]);
});

test("what somebody may see stands in their file: every table with a column that is shown, once", () => {
  const shown = PERSONAL_DATA.filter(({ columns }) => Object.values(columns).some(({ show }) => show !== undefined));
  expect(shown.map(({ name }) => name).sort()).toEqual([...OWN_DATA_TABLES].sort());
});

test("every table that points to a person, or holds an account or a phone number, says which rows are whose", async () => {
  const pointing = await database.prisma.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT tc.table_name AS name FROM information_schema.table_constraints tc
    JOIN information_schema.constraint_column_usage target USING (constraint_name, constraint_schema)
    WHERE tc.constraint_type = 'FOREIGN KEY' AND target.table_name IN ('people', 'participants')
    UNION
    SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name IN ('telegram_id', 'chat_id', 'person_id', 'phone')`;
  const whose = PERSONAL_DATA.filter(({ theirs }) => theirs !== null).map(({ name }) => name);
  expect(pointing.map(({ name }) => name).filter((name) => !whose.includes(name))).toEqual([]);
});
