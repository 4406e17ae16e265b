// Who can be written to, held to the domain row by row in worlds made by chance; and said in one place alone.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { OPT_OUTS } from "../../src/domain/messages/post-kind.js";
import { isReachable, type Person } from "../../src/domain/people/person.js";
import type { Store } from "../../src/ports.js";
import { Prisma } from "../../src/storage/generated/client.js";
import {
  hasAccount,
  hasOptedOut,
  isAway,
  isReachable as isReachableInSql,
  reachable,
} from "../../src/storage/reachable.js";
import { createStore } from "../../src/storage/store.js";
import { type Chance, chanceOf } from "../simulation/random.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { runs } from "../support/runs.js";
import { buildPerson } from "../support/world/builders.js";

const NOW = new Date("2024-07-10T03:00:00Z");
const STORAGE = new URL("../../src/storage", import.meta.url).pathname;

let database: TestDatabase;
let db: TestDatabase["prisma"];
let store: Store;
beforeAll(async () => {
  database = await openTestDatabase();
  db = database.prisma;
  store = createStore(database);
});
afterAll(() => database.close());

/** With an account or without, who blocked the bot or whose account is gone, erased, who opted out of some of it. */
async function someone(chance: Chance): Promise<void> {
  const { id } = await buildPerson(db, chance.happens(0.25) ? { telegramId: null } : {});
  const cause = chance.oneOf([null, null, "blocked", "gone"] as const);
  // An account goes with the person who is erased; what blocks it may be there still.
  const erased = chance.happens(0.2) ? { erasedAt: NOW, telegramId: null } : {};
  await db.person.update({
    where: { id },
    data: {
      optedOut: OPT_OUTS.filter(() => chance.happens(0.4)),
      unreachableCause: cause,
      unreachableSince: cause === null ? null : NOW,
      ...erased,
    },
  });
}

async function idsWhere(condition: Prisma.Sql): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`SELECT p.id FROM people p WHERE ${condition} ORDER BY p.id`;
  return rows.map(({ id }) => id);
}

test("queries write to exactly those whom the law calls reachable, and never to those who opted out", {
  timeout: 120_000,
}, async () => {
  for (let seed = 1; seed <= runs("REACH_WORLDS", { quick: 6, long: 60 }); seed++) {
    await database.empty();
    const chance = chanceOf(seed);
    for (let n = 0; n < 16; n++) await someone(chance);
    const ids = await idsWhere(Prisma.sql`TRUE`);
    const people = await Promise.all(ids.map(async (id) => (await store.people.find(id)) as Person));
    const idsOf = (which: (person: Person) => boolean) => people.filter(which).map(({ id }) => id);

    expect(await idsWhere(isReachableInSql())).toEqual(idsOf(isReachable));
    expect(await idsWhere(hasAccount())).toEqual(idsOf(({ telegramId }) => telegramId !== null));
    expect(await idsWhere(isAway())).toEqual(idsOf(({ unreachableCause }) => unreachableCause !== null));
    for (const optOut of OPT_OUTS) {
      const taken = await idsWhere(Prisma.sql`${isReachableInSql()} AND NOT ${hasOptedOut(Prisma.sql`${optOut}`)}`);
      expect(taken).toEqual(idsOf((person) => isReachable(person) && !person.optedOut.includes(optOut)));
    }
    const found = await db.person.findMany({ where: reachable, orderBy: { id: "asc" } });
    expect(found.map(({ id }) => id)).toEqual(idsOf(isReachable));
  }
});

test("an erased person is not written to, even where an account were left", async () => {
  await database.empty();
  const { id } = await buildPerson(db);
  await db.person.update({ where: { id }, data: { erasedAt: NOW } });
  expect(await idsWhere(isReachableInSql())).toEqual([]);
  expect(await db.person.findMany({ where: reachable })).toEqual([]);
});

test("no other query says who can be written to", () => {
  const files = readdirSync(STORAGE, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.startsWith("generated") && file !== "reachable.ts",
  );
  const saying = files.filter((file) =>
    /unreachable_since IS|ANY\(\w+\.opted_out\)|unreachableSince: null,\n\s*(telegramId|erasedAt)/.test(
      readFileSync(join(STORAGE, file), "utf8"),
    ),
  );
  expect(saying).toEqual([]);
});
