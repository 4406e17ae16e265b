// O03, O05, O07, F21: Telegram says "wait", or we were away: nothing is lost, nothing comes twice or at night.
import { afterAll, beforeAll, expect, test } from "vitest";
import { isWorkingInstant } from "../../src/domain/time/working-hours.js";
import { receiveWebhook } from "../../src/intake/doors/receive-webhook.js";
import { createInbox } from "../../src/storage/queue/inbox.js";
import { forgetOldTraces } from "../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { openStage, type Stage } from "../support/stage/stage.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../support/world/builders.js";
import { report } from "../support/world/plans.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const MINUTE = 60_000;
const PEOPLE = 6;

/** A class that is over, its plans due on Sunday 7 July 2024; its people, their trainer, and an admin. */
async function classOf(stage: Stage) {
  const { id } = await buildClass(stage.db);
  const phones = Array.from({ length: PEOPLE }, (_, i) => stage.person({ name: `Peserta ${i}` }));
  const rina = stage.person({ name: "Rina" });
  const budi = stage.person({ name: "Budi" });
  for (const phone of [...phones, rina, budi]) phone.start();
  const people = [];
  for (const phone of phones) people.push(await buildParticipant(stage.db, id, { telegramId: phone.id }));
  await stage.db.workPlan.updateMany({ data: { state: "not_started", activity: "Kelas keripik pisang" } });
  await buildTrainer(stage.db, [id], { telegramId: rina.id });
  const admin = await buildAdmin(stage.db, { telegramId: budi.id });
  await stage.settle();
  stage.sandbox.ledger.length = 0;
  return { phones, people, rina, budi, admin };
}

async function announce(
  stage: Stage,
  authorId: number,
  people: { person: { id: number; telegramId: bigint | null } }[],
) {
  const now = stage.clock.now();
  const content = { text: "Pengumuman untuk semua", marks: [] };
  const { id } = await stage.db.announcement.create({
    data: { authorId, draftId: 1, content, audience: { reach: [] }, contentHash: "x", createdAt: now },
  });
  await stage.db.outbox.createMany({
    data: people.map(({ person }) => ({
      ...{ key: `announcement:${id}:${person.id}`, kind: "announcement", priority: 9, announcementId: id },
      ...{ chatId: person.telegramId!, personId: person.id, variables: {}, dueAt: now, createdAt: now },
    })),
  });
}

const heard = (stage: Stage, words: string) =>
  stage.sandbox.ledger.filter(({ text }) => text.includes(words)).map(({ chatId }) => chatId);

// Keeps O07, F21.
test.each([
  ["6 hours", 360],
  ["5 minutes", 5],
  ["2 hours", 120],
  ["3 days", 3 * 24 * 60],
] as const)(
  "after %s away each is told once what is still of use, by day, and no day's summary twice",
  async (_, minutes) => {
    // Monday 1 July, 07:20 in Riau: ten minutes before the reminders of the week before the plans are due.
    const stage = await openStage(database, "2024-07-01T00:20:00Z");
    const { phones, people, rina, admin } = await classOf(stage);
    await report(stage.world, people[0]!.person.id, people[0]!.plans[0]!.id);
    await announce(stage, admin.id, people);
    stage.clock.advance(minutes * MINUTE);
    await stage.tick();
    await stage.tick();
    // A day on, everything that was owed has come.
    await stage.moveTo(new Date(stage.clock.now().getTime() + 24 * 60 * MINUTE));

    const ids = phones.map(({ id }) => id).sort();
    expect(heard(stage, "Pengumuman untuk semua").sort()).toEqual(ids);
    expect(
      heard(stage, "7 Juli")
        .filter((id) => id !== rina.id)
        .sort(),
    ).toEqual(ids);
    for (const { chatId, at } of stage.sandbox.ledger) {
      expect(isWorkingInstant("Asia/Jakarta", at, stage.world.settings.rest), `${chatId} at ${at.toISOString()}`).toBe(
        true,
      );
    }
    const summaries = await stage.db.dailySummary.findMany();
    expect(new Set(summaries.map(({ day }) => day.getTime())).size).toBe(summaries.length);
    expect(heard(stage, "Ringkasan").filter((id) => id === rina.id).length).toBeLessThanOrEqual(summaries.length);
    const unsettled = await stage.db.outbox.findMany({
      where: { state: "waiting", dueAt: { lte: stage.clock.now() } },
    });
    expect(unsettled).toEqual([]);
    const dropped = await stage.db.outbox.findMany({ where: { state: { in: ["expired", "cancelled", "dead"] } } });
    expect(dropped.filter(({ cause }) => cause === null)).toEqual([]);
    expect(stage.errors).toEqual([]);
  },
);

// Keeps O03.
test("a wait of 10,000 s is obeyed to the second and over a restart; the operators hear of it, and no storm comes", async () => {
  const stage = await openStage(database, "2024-07-01T02:00:00Z");
  const { phones, people, budi, admin } = await classOf(stage);
  const startedAt = stage.clock.now().getTime();
  await announce(stage, admin.id, people);
  const description = "Too Many Requests: retry after 10000";
  const fault = { kind: "status" as const, code: 429, description, parameters: { retry_after: 10_000 } };
  const over = stage.sandbox.faults.add({ method: "sendMessage", fault });
  const calls = () =>
    stage.sandbox.calls.filter(({ method, chatId }) => method === "sendMessage" && chatId !== budi.id);
  const before = calls().length;
  await stage.settle();
  over();
  expect(calls().length - before).toBe(2);
  expect(heard(stage, "Pengumuman untuk semua")).toEqual([]);

  // A reminder that is late by it is what alarms: announcements are seen in their own progress.
  await stage.world.store.outbox.post(
    [
      {
        key: "r",
        kind: "schedule_change",
        personId: people[0]!.person.id,
        message: { text: "Jadwal", marks: [] },
        dueAt: stage.clock.now(),
      },
    ],
    stage.clock.now(),
  );
  stage.restart();
  for (const seconds of [700, 5000, 9999]) {
    stage.clock.set(new Date(startedAt + seconds * 1000));
    await stage.tick();
    expect(calls().length - before, `after ${seconds} s`).toBe(2);
  }
  expect(heard(stage, "terlambat")).toEqual([budi.id]);
  stage.clock.set(new Date(startedAt + 10_000 * 1000));
  await stage.tick();
  expect(heard(stage, "Pengumuman untuk semua").sort()).toEqual(phones.map(({ id }) => id).sort());
  expect(heard(stage, "Jadwal")).toHaveLength(1);
  expect(await stage.db.outbox.count({ where: { attempts: { gt: 0 } } })).toBe(0);
  expect(stage.errors).toEqual([]);
});

// Keeps O05.
test("what a webhook brings is known for more than a day, whatever became of it, and worked off in its order", async () => {
  const stage = await openStage(database, "2024-07-01T02:00:00Z");
  const inbox = createInbox(stage.db);
  const bring = (updateId: number, text: string) =>
    receiveWebhook(
      { inbox, clock: stage.clock, onUpdates: () => {} },
      JSON.stringify({ update_id: updateId, message: { chat: { id: 7, type: "private" }, from: { id: 7 }, text } }),
    );
  for (const [id, text] of [
    [3, "satu"],
    [1, "dua"],
    [3, "satu"],
  ] as const)
    expect(await bring(id, text)).toBe(200);
  const claim = () => inbox.claim({ worker: "w", limit: 5, leaseSeconds: 8, now: stage.clock.now() });
  for (const expected of [3, 1]) {
    const [claimed, ...others] = await claim();
    expect([claimed?.updateId, others]).toEqual([expected, []]);
    await inbox.settle([expected], "w", stage.clock.now());
  }
  stage.clock.advance(25 * 60 * MINUTE);
  await forgetOldTraces(stage.world);
  expect(await bring(3, "satu")).toBe(200);
  expect(await claim()).toEqual([]);
});
