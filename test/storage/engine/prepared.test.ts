// Which statements a connection keeps: those that are marked, and those of Prisma's that are asked often; never so many that they fill its memory.
import { expect, test } from "vitest";
import { nameWhatIsFrequent } from "../../../src/storage/engine/prepared.js";

const byPrisma = (n: number) => ({ sql: `SELECT "t0"."id" FROM "public"."people" AS "t0" WHERE "t0"."id" = ${n}` });
const ask = (name: (statement: { sql: string }) => string, statement: { sql: string }, times: number) =>
  Array.from({ length: times }, () => name(statement)).at(-1);

test("a marked statement has its name at once, always the same and another than the next", () => {
  const name = nameWhatIsFrequent();
  const marked = { sql: "/* prepared */ SELECT 1" };
  expect(name(marked)).not.toBe("");
  expect(name(marked)).toBe(name(marked));
  expect(name({ sql: "/* prepared */ SELECT 2" })).not.toBe(name(marked));
});

test("one of Prisma's has a name once it was asked twenty times; a list of ours, and what is found by a beginning, never", () => {
  const name = nameWhatIsFrequent();
  expect(ask(name, byPrisma(1), 19)).toBe("");
  expect(ask(name, byPrisma(1), 1)).not.toBe("");
  expect(ask(name, { sql: "SELECT c.id FROM training_classes c WHERE c.id = ANY($1)" }, 100)).toBe("");
  expect(ask(name, { sql: 'SELECT "t0"."code" FROM "public"."places" AS "t0" WHERE "t0"."code" LIKE $1' }, 100)).toBe(
    "",
  );
});

test("150 are kept and no more, but what is marked has its place", () => {
  const name = nameWhatIsFrequent();
  const named = Array.from({ length: 400 }, (_, n) => ask(name, byPrisma(n), 20)).filter((one) => one !== "");
  expect(named).toHaveLength(150);
  expect(new Set(named).size).toBe(150);
  expect(name({ sql: "/* prepared */ SELECT 1" })).not.toBe("");
});

test("what is asked once and never again takes no place for good", () => {
  const name = nameWhatIsFrequent();
  for (let n = 0; n < 5000; n++) name(byPrisma(n));
  expect(ask(name, byPrisma(9999), 20)).not.toBe("");
});
