// What shall leave now leaves now, although the clock goes on while it is written down: nobody's copy is put off to the half hour of those who
// have to wait for their morning.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { EVERYBODY } from "../../../src/domain/announcements/audience.js";
import type { LocalTime } from "../../../src/domain/announcements/local-time.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import { approveAnnouncement, askToRead, publishAnnouncement, sendScheduled } from "../../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const FRIDAY = "2024-07-05T03:00:00Z";
const TEXT = { text: "Halo {nama}", marks: [] };

let database: TestDatabase;
let stage: Stage;
let author: KnownActor;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  stage = await openStage(database, FRIDAY);
  const { id } = await buildClass(stage.db, { provinceCode: "21" });
  for (const name of ["Siti", "Norma", "Maria"]) await buildParticipant(stage.db, id, { name });
  author = await anAdmin("Budi");
  const { clock } = stage.world;
  const read = clock.now.bind(clock);
  // Each time that somebody asks what time it is, it is later than before.
  vi.spyOn(clock, "now").mockImplementation(() => {
    stage.clock.advance(40);
    return read();
  });
});
afterAll(() => database.close());

const anAdmin = async (name: string) => actorOf(stage.world, (await buildAdmin(stage.db, { name })).id);
const publish = (localTime: LocalTime | null = null, more: object = {}) =>
  publishAnnouncement(stage.world, author, {
    ...{ draftId: 1, content: { ...TEXT, ...more }, audience: EVERYBODY, localTime },
  });

async function expectAllDue(kind = "announcement") {
  const rows = await stage.db.outbox.findMany({ where: { kind } });
  const now = stage.world.clock.now();
  expect(rows).toHaveLength(3);
  expect(rows.filter(({ dueAt }) => dueAt > now)).toEqual([]);
}

test("sent now", async () => {
  await publish();
  await expectAllDue();
});

test("approved", async () => {
  stage.world.settings.approvalAbove = 2;
  const second = await anAdmin("Sri");
  const outcome = await publish();
  const { id: announcementId, contentHash } = await stage.db.announcement.findFirstOrThrow();
  const seen = { announcementId, seen: contentHash.slice(0, 16), saidAt: stage.world.clock.now() };
  expect(outcome).toMatchObject({ kind: "proposed" });
  expect(await approveAnnouncement(stage.world, second, seen)).toEqual({ kind: "approved" });
  await expectAllDue();
});

// Keeps A12.
test("at a local time, as soon as it is that time there", async () => {
  await publish("2024-07-08T08:00");
  stage.clock.set(new Date("2024-07-08T01:00:05Z"));
  expect(await sendScheduled(stage.world)).toMatchObject({ posted: 3 });
  await expectAllDue();
});

test("asked to read it", async () => {
  await publish(null, { asksRead: { id: { ask: "Baca", done: "Dibaca" }, en: { ask: "Read", done: "Read" } } });
  await stage.db.outbox.updateMany({ where: { kind: "announcement" }, data: { state: "sent", telegramMessageId: 1 } });
  const { id } = await stage.db.announcement.findFirstOrThrow();
  expect(await askToRead(stage.world, author, id)).toEqual({ kind: "asked", count: 3 });
  await expectAllDue("read_reminder");
});
