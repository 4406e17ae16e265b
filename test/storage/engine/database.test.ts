import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test("emptying a database leaves no row and starts ids at 1 again", async () => {
  for (const year of [2024, 2025]) {
    await database.empty();
    const cohort = await database.prisma.cohort.create({ data: { year, name: "TPBIS" } });
    expect(cohort.id).toBe(1);
    expect(await database.prisma.cohort.count()).toBe(1);
  }
});
