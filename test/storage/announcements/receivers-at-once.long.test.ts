// What an announcement came to is read in one go, also just after it was published, when the database has not counted its rows yet.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCalls } from "../../../src/storage/announcements/afterwards/calls.js";
import { createReceivers } from "../../../src/storage/announcements/afterwards/receivers.js";
import { createAnnouncements } from "../../../src/storage/announcements/announcements.js";
import { Prisma } from "../../../src/storage/generated/client.js";
import { openOwnTestDatabase, type TestDatabase } from "../../support/database.js";
import { buildAdmin } from "../../support/world/builders.js";

const RECEIVERS = 600;

let database: TestDatabase;
beforeAll(async () => {
  // Its own: of a table that others have filled before, the database has an idea already.
  database = await openOwnTestDatabase();
});
afterAll(() => database.close());

interface Node {
  "Rows Removed by Filter"?: number;
  "Rows Removed by Join Filter"?: number;
  "Actual Rows": number;
  "Actual Loops": number;
  Plans?: Node[];
}

/** Rows that were read and thrown away, in all loops. */
function readInVain(node: Node): number {
  const here = (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Join Filter"] ?? 0);
  return here * node["Actual Loops"] + (node.Plans ?? []).reduce((sum, inner) => sum + readInVain(inner), 0);
}

// Keeps A10, A13.
test("progress, ledger and calls of an announcement just published read each post once, and not once for each receiver", async () => {
  const { prisma: db } = database;
  const { id: authorId } = await buildAdmin(db);
  const announcement = await db.announcement.create({
    data: {
      ...{ authorId, draftId: 1, content: { text: "Halo", marks: [] }, createdAt: new Date(), state: "sending" },
      ...{ audience: { reach: [] }, contentHash: "h" },
    },
  });
  await db.$executeRaw`INSERT INTO people (name, created_at) SELECT 'Peserta ' || n, now() FROM generate_series(1, ${RECEIVERS}::int) n`;
  await db.$executeRaw`INSERT INTO announcement_recipients (announcement_id, person_id)
    SELECT ${announcement.id}::int, id FROM people WHERE id <> ${authorId}::int`;
  await db.$executeRaw`INSERT INTO outbox (key, kind, priority, chat_id, person_id, announcement_id, due_at, created_at, state)
    SELECT 'p' || id, 'announcement', 9, id, id, ${announcement.id}::int, now(), now(), 'sent' FROM people WHERE id <> ${authorId}::int`;

  const inVain: number[] = [];
  const explained = new Proxy(db, {
    get(target, name) {
      if (name !== "$queryRaw") return Reflect.get(target, name);
      return async (strings: TemplateStringsArray, ...values: unknown[]) => {
        const asked = Prisma.sql(strings, ...(values as Prisma.Sql[]));
        const [plan] = await target.$queryRaw<[{ "QUERY PLAN": [{ Plan: Node }] }]>(
          Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${asked}`,
        );
        inVain.push(readInVain(plan["QUERY PLAN"][0].Plan));
        return target.$queryRaw(asked);
      };
    },
  });
  const { id } = announcement;
  expect((await createAnnouncements(explained).tally(id)).sent).toBe(RECEIVERS);
  expect(await createReceivers(explained).all(id)).toHaveLength(RECEIVERS);
  expect((await createReceivers(explained).page(id, "unread", null, { page: 0, most: 8 })).total).toBe(RECEIVERS);
  expect(await createReceivers(explained).reading(id)).toEqual({ read: 0, unread: RECEIVERS });
  expect((await createCalls(explained).countCalls(id, null)).total).toBe(0);
  expect(inVain.length).toBeGreaterThanOrEqual(5);
  expect(Math.max(...inVain)).toBeLessThan(RECEIVERS * 5);
});
