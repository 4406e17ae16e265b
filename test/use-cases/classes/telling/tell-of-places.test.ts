// Another room, link or house: who was told of the old one hears the new one, once; who was not simply gets the right reminder.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { KnownActor } from "../../../../src/domain/people/person.js";
import { type Day, instantAt } from "../../../../src/domain/time/calendar.js";
import { changeClass, changeSessions, remindOfSessions } from "../../../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../../../support/database.js";
import { openStage, type Stage } from "../../../support/stage/stage.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildSession,
  buildTrainer,
} from "../../../support/world/builders.js";
import { actorOf } from "../../../support/world/plans.js";

const at = (day: Day, time: string) => instantAt("Asia/Jakarta", day, time);
const EVENING = at("2024-06-05", "22:00");

let database: TestDatabase;
let stage: Stage;
let classId: number;
let online: number;
let opening: number;
let siti: { id: number };
let rina: KnownActor;

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  stage = await openStage(database, at("2024-06-05", "08:00").toISOString());
  classId = (await buildClass(stage.db, { startsOn: "2024-06-06" })).id;
  opening = (await buildSession(stage.db, classId, { title: "Pembukaan", startsAt: at("2024-06-06", "08:30") })).id;
  online = (
    await buildSession(stage.db, classId, {
      ...{ title: "Promosi", startsAt: at("2024-06-06", "13:00"), mode: "online", place: "" },
    })
  ).id;
  siti = (await buildParticipant(stage.db, classId, { name: "Siti" })).person;
  rina = await actorOf(stage.world, (await buildTrainer(stage.db, [classId], { name: "Rina" })).id);
});
afterAll(() => database.close());

async function leaves(): Promise<void> {
  const due = { state: "waiting" as const, dueAt: { lte: stage.clock.now() } };
  await stage.db.outbox.updateMany({ where: due, data: { state: "sent", settledAt: stage.clock.now() } });
}

async function reminded(): Promise<void> {
  await remindOfSessions(stage.world);
  await leaves();
}

/** Waiting changes for a person, as they will read them. */
async function changes(personId = siti.id): Promise<string[]> {
  const rows = await stage.db.outbox.findMany({
    where: { personId, kind: "schedule_change", state: { in: ["waiting", "sent"] } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ message }) => (message as { text: string }).text);
}

const placed = (wish: [number, { mode?: "online" | "in_person"; place?: string }][], actor = rina) =>
  changeSessions(stage.world, actor, { classId, changes: new Map(wish), saidAt: stage.clock.now() });
const link = (n: number) => `https://zoom.us/j/${n}`;

test("before anybody was reminded it is no news", async () => {
  expect(await placed([[online, { place: link(1) }]])).toEqual({ kind: "changed", told: 0 });
  await reminded();
  expect(await changes()).toEqual([]);
});

test("somebody who was reminded hears of all of a class in one message; the same once more is nothing", async () => {
  await reminded();
  const wish: Parameters<typeof placed>[0] = [
    [online, { place: link(1) }],
    [opening, { place: "Ruang B" }],
  ];
  expect(await placed(wish)).toEqual({ kind: "changed", told: 1 });
  expect(await placed(wish)).toEqual({ kind: "changed", told: 0 });
  const [only = "", ...others] = await changes();
  expect(others).toEqual([]);
  expect(only).toContain("08.30–10.00 WIB Pembukaan\nSemula: 📍");
  expect(only).toContain("→ Menjadi: 📍 Ruang B");
  expect(only).toContain(`Promosi\nSemula: 🔗 tautan menyusul\n→ Menjadi: 🔗 ${link(1)}`);
});

test("somebody who has seen the schedule hears it, and somebody who joined since does not", async () => {
  await stage.world.store.schedule.markSeen(siti.id, [classId], stage.clock.now());
  const hasan = (await buildParticipant(stage.db, classId, { name: "Hasan" })).person;
  expect(await placed([[online, { place: link(1) }]])).toEqual({ kind: "changed", told: 1 });
  expect((await changes()).length).toBe(1);
  expect(await changes(hasan.id)).toEqual([]);
});

test("twice in one night is told once, from the place that people know; back again it is never told", async () => {
  await reminded();
  stage.clock.set(EVENING);
  await placed([[online, { place: link(1) }]]);
  await placed([[opening, { place: "Aula" }]]);
  await placed([[online, { place: link(2) }]]);
  const [text = "", ...others] = await changes();
  expect(others).toEqual([]);
  expect(text).toContain(`Semula: 🔗 tautan menyusul\n→ Menjadi: 🔗 ${link(2)}`);
  expect(text).toContain("→ Menjadi: 📍 Aula");
  await placed([[online, { place: "" }]]);
  expect(await changes()).toHaveLength(1);
  expect((await changes())[0]).not.toContain("Promosi");
});

test("a reminder that waits is posted anew with the right place, and nobody hears of two", async () => {
  await remindOfSessions(stage.world);
  expect(await placed([[opening, { place: "Aula" }]])).toEqual({ kind: "changed", told: 0 });
  await reminded();
  const sent = await stage.db.outbox.findMany({ where: { personId: siti.id, state: "sent" } });
  expect(sent.map(({ message }) => (message as { text: string }).text.includes("Aula"))).toEqual([true]);
});

test("a session that becomes an online one is another place; another title alone is none", async () => {
  await reminded();
  await stage.db.trainingSession.update({ where: { id: opening }, data: { place: "" } });
  expect(await placed([[opening, { mode: "online" }]])).toEqual({ kind: "changed", told: 1 });
  const renamed = { classId, changes: new Map([[online, { title: "Promosi 2" }]]), saidAt: stage.clock.now() };
  expect(await changeSessions(stage.world, rina, renamed)).toEqual({ kind: "changed", told: 0 });
});

test("only those who run the class change its places, and none of what is over or cancelled, or of another class", async () => {
  const other = await actorOf(stage.world, (await buildTrainer(stage.db, [], { name: "Lain" })).id);
  const foreign = await actorOf(stage.world, (await buildAdmin(stage.db, { regionCode: "63" })).id);
  for (const actor of [other, foreign]) {
    expect(await placed([[online, { place: link(1) }]], actor)).toEqual({ kind: "not_allowed" });
  }
  const elsewhere = await buildClass(stage.db, { startsOn: "2024-06-06", provinceCode: "63" });
  const away = await buildSession(stage.db, elsewhere.id, { startsAt: at("2024-06-06", "08:30") });
  expect(await placed([[away.id, { place: "X" }]])).toEqual({ kind: "not_allowed" });
  await stage.db.trainingSession.update({ where: { id: online }, data: { cancelledAt: stage.clock.now() } });
  expect(await placed([[online, { place: "X" }]])).toEqual({ kind: "refused", reason: "gone" });
  stage.clock.set(at("2024-06-06", "12:00"));
  expect(await placed([[opening, { place: "X" }]])).toEqual({ kind: "refused", reason: "ended" });
});

test("a house that changes twice in a night is told from the house that people know, and back again never", async () => {
  await reminded();
  const admin = await actorOf(stage.world, (await buildAdmin(stage.db)).id);
  const moved = (venue: string) => changeClass(stage.world, admin, { classId, change: { venue } });
  stage.clock.set(EVENING);
  const { venue } = await stage.db.trainingClass.findUniqueOrThrow({ where: { id: classId } });
  await moved("Hotel Satu");
  await moved("Hotel Dua");
  expect(await changes()).toHaveLength(1);
  expect((await changes())[0]).toContain(`Semula: ${venue}\n→ Menjadi: Hotel Dua`);
  await moved(venue);
  expect(await changes()).toEqual([]);
});

test("a house is told of although no session is written yet, and no more when the class is over", async () => {
  await stage.db.trainingSession.deleteMany();
  await stage.world.store.schedule.markSeen(siti.id, [classId], stage.clock.now());
  const admin = await actorOf(stage.world, (await buildAdmin(stage.db)).id);
  const moved = (venue: string) => changeClass(stage.world, admin, { classId, change: { venue } });
  expect(await moved("Hotel Satu")).toMatchObject({ told: 1 });
  stage.clock.set(at("2024-07-30", "10:00"));
  expect(await moved("Hotel Dua")).toMatchObject({ told: 0 });
});
