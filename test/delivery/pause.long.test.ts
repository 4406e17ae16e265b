// Nothing unasked leaves for somebody who pauses, whatever is posted and whenever; what has its point still leaves when they are back.
// Keeps P24.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { POST_KINDS, type PostKind } from "../../src/domain/messages/post-kind.js";
import type { PostedKind } from "../../src/ports/queue/outbox.js";
import { chanceOf } from "../simulation/random.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { later, NOW, openDelivery } from "./support.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.empty());

const HOUR = 3600;
const DAY = 24 * HOUR;
const KINDS = (Object.keys(POST_KINDS) as PostKind[]).filter(
  (kind): kind is PostedKind => kind !== "announcement" && kind !== "announcement_change",
);

const pausesUntil = (id: number, pausedUntil: Date | null) =>
  database.prisma.person.update({ where: { id }, data: { pausedUntil } });

test("each kind leaves, waits or is given up, as its row says, and an emergency always leaves", async () => {
  const all = openDelivery(database);
  const somebody = await all.person("Siti", "trainer");
  await database.prisma.roleBinding.create({ data: { personId: somebody.id, role: "admin", grantedAt: NOW } });
  await pausesUntil(somebody.id, later(7 * DAY));
  for (const kind of KINDS) await all.post(somebody.id, kind, { kind });
  await all.post(somebody.id, "late", { kind: "trainer_message", notAfter: later(DAY) });
  await all.post(somebody.id, "emergency", { kind: "trainer_message", exempt: true });
  await all.dispatcher().drain();
  const rows = await database.prisma.outbox.findMany();
  const stateOf = (key: string) => rows.find((row) => row.key === key);
  for (const kind of KINDS) {
    const { state, cause, dueAt } = stateOf(kind) ?? {};
    const { onPause } = POST_KINDS[kind];
    expect([kind, state], kind).toEqual([
      kind,
      onPause === "leaves" ? "sent" : onPause === "drops" ? "cancelled" : "waiting",
    ]);
    if (onPause !== "leaves") expect(cause).toBe("pause");
    if (onPause === "waits") expect(dueAt).toEqual(later(7 * DAY));
  }
  expect([stateOf("late")?.state, stateOf("emergency")?.state]).toEqual(["cancelled", "sent"]);
  // Whoever asks why reads that it was held back, and until when.
  const held = await database.prisma.heldBack.findMany({ where: { fact: "colleague" } });
  expect(held.map(({ reason, until }) => [reason, until])).toEqual([["on_pause", later(7 * DAY)]]);
  all.clock.set(later(7 * DAY));
  await all.dispatcher().drain();
  expect(await database.prisma.outbox.count({ where: { state: "waiting" } })).toBe(0);
});

test.each([1, 2, 3, 4, 5, 6])(
  "in a month by chance nobody who pauses gets what they did not ask for (%i)",
  async (seed) => {
    const chance = chanceOf(seed);
    const all = openDelivery(database);
    const people = [await all.person("Siti"), await all.person("Budi", "trainer"), await all.person("Wati")];
    let sentWhilePaused = 0;
    for (let step = 0; step < 60; step += 1) {
      const now = later(step * 12 * HOUR);
      all.clock.set(now);
      for (const { id } of people) {
        if (chance.happens(0.1))
          await pausesUntil(id, chance.happens(0.2) ? null : later((step + chance.below(16)) * 12 * HOUR));
        for (let n = chance.below(3); n > 0; n -= 1) {
          const kind = chance.oneOf(KINDS);
          const dueAt = later((step + chance.below(4)) * 12 * HOUR);
          await all.post(id, `${seed}:${step}:${id}:${n}`, { kind, dueAt, exempt: chance.happens(0.1) });
        }
      }
      await all.dispatcher().drain();
      const paused = await database.prisma.person.findMany({
        where: { pausedUntil: { gt: now } },
        select: { id: true },
      });
      const left = await database.prisma.outbox.findMany({
        where: { leftAt: { gte: now }, personId: { in: paused.map(({ id }) => id) } },
      });
      for (const { kind, exempt } of left) {
        expect(exempt || POST_KINDS[kind as PostKind].onPause === "leaves", `${kind} at ${now.toISOString()}`).toBe(
          true,
        );
        sentWhilePaused += 1;
      }
    }
    // It looked at something: answers and emergencies did leave meanwhile.
    expect(sentWhilePaused).toBeGreaterThan(0);
    await database.prisma.person.updateMany({ data: { pausedUntil: null } });
    all.clock.set(later(90 * DAY));
    await all.dispatcher().drain();
    expect(await database.prisma.outbox.count({ where: { state: "waiting" } })).toBe(0);
  },
);
