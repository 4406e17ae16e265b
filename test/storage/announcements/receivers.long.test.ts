// The ledger in SQL is the ledger of the domain, and each list is what the ledger says.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { LEDGER, ledgerEntry, type RecipientFacts } from "../../../src/domain/announcements/announcement.js";
import { createReceivers } from "../../../src/storage/announcements/afterwards/receivers.js";
import { createAnnouncements } from "../../../src/storage/announcements/announcements.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";

const NOW = new Date("2024-07-09T03:00:00Z");
const STATES = ["waiting", "claimed", "sent", "unknown", "dead", "expired", "cancelled"] as const;
const CAUSES = [null, "blocked", "gone", "unreachable", "opted out", "erased", "announcement cancelled", "413"];

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => database.empty());
afterAll(() => database.close());

// Keeps A13.
test("of every state and cause of a post the ledger in SQL says what the domain says, and its lists add up to the audience", async () => {
  const { prisma: db } = database;
  const { id: classId } = await buildClass(db);
  const { id: authorId } = await buildAdmin(db);
  const receivers = createReceivers(db);
  for (const state of ["sending", "cancelled"] as const) {
    const announcement = await db.announcement.create({
      data: {
        ...{
          authorId,
          draftId: state === "sending" ? 1 : 2,
          content: { text: "Halo", marks: [] },
          createdAt: NOW,
          state,
        },
        ...{ audience: { reach: [] }, contentHash: "h" },
      },
    });
    const expected = new Map<string, string>();
    const cases: RecipientFacts[] = [
      ...STATES.flatMap((one) =>
        CAUSES.flatMap((cause) =>
          ([null, "blocked", "gone"] as const).map((unreachableCause) => ({
            ...{ skipped: null, state: one, cause, unreachableCause },
          })),
        ),
      ),
      ...(["not_joined", "blocked", "gone", "opted_out", null] as const).map((skipped) => ({
        ...{ skipped, state: null, cause: null, unreachableCause: null },
      })),
    ];
    for (const [n, facts] of cases.entries()) {
      const name = `${state} ${n}`;
      const { person } = await buildParticipant(db, classId, { name });
      await db.person.update({
        where: { id: person.id },
        data: {
          unreachableCause: facts.unreachableCause,
          unreachableSince: facts.unreachableCause === null ? null : NOW,
        },
      });
      const announcementId = announcement.id;
      await db.announcementRecipient.create({ data: { announcementId, personId: person.id, skipped: facts.skipped } });
      if (facts.state !== null) {
        await db.outbox.create({
          data: {
            ...{ key: name, kind: "announcement", priority: 9, chatId: 1, personId: person.id, announcementId },
            ...{ state: facts.state, cause: facts.cause, dueAt: NOW, createdAt: NOW },
          },
        });
      }
      expected.set(name, ledgerEntry(facts, state));
    }
    const rows = await receivers.all(announcement.id);
    expect(rows.map(({ name, entry }) => [name, entry])).toEqual(rows.map(({ name }) => [name, expected.get(name)]));
    const tally = await createAnnouncements(db).tally(announcement.id);
    let sum = 0;
    for (const list of LEDGER) {
      const { total } = await receivers.page(announcement.id, list, null, { page: 0, most: 1 });
      expect([list, total]).toEqual([list, tally[list]]);
      sum += total;
    }
    expect(sum).toBe(cases.length);
    expect(rows).toHaveLength(cases.length);
  }
}, 120_000);
