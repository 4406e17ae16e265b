// Moving and cancelling a session: who is told what, and who may.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { KnownActor } from "../../../src/domain/people/person.js";
import { type Day, instantAt } from "../../../src/domain/time/calendar.js";
import {
  addSession,
  cancelTrainingSession,
  moveTrainingSession,
  remindOfSessions,
} from "../../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { buildAdmin, buildClass, buildParticipant, buildSession, buildTrainer } from "../../support/world/builders.js";
import { knownActor } from "../../support/world/known-actor.js";

const at = (day: Day, time: string) => instantAt("Asia/Jakarta", day, time);

let database: TestDatabase;
let stage: Stage;
let classId: number;
let morning: number;
let afternoon: number;
let nextDay: number;
let siti: { id: number };
let rina: KnownActor;

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  stage = await openStage(database, at("2024-06-02", "19:00").toISOString());
  classId = (await buildClass(stage.db, { startsOn: "2024-06-06" })).id;
  morning = (await buildSession(stage.db, classId, { title: "Pembukaan", startsAt: at("2024-06-06", "08:30") })).id;
  afternoon = (await buildSession(stage.db, classId, { title: "Strategi", startsAt: at("2024-06-06", "13:00") })).id;
  nextDay = (await buildSession(stage.db, classId, { title: "Rencana", startsAt: at("2024-06-07", "08:30") })).id;
  siti = (await buildParticipant(stage.db, classId, { name: "Siti" })).person;
  rina = await actorOf(await buildTrainer(stage.db, [classId], { name: "Rina" }));
});
afterAll(() => database.close());

const actorOf = (one: { telegramId: bigint | null }) => knownActor(stage.world, one);

/** Posts what is owed at that time; `sent`: and it leaves at once. */
async function remindAt(instant: Date, sent = true): Promise<void> {
  stage.clock.set(instant);
  await remindOfSessions(stage.world);
  if (sent) await leaves();
}

async function leaves(): Promise<void> {
  const due = { state: "waiting" as const, dueAt: { lte: stage.clock.now() } };
  await stage.db.outbox.updateMany({ where: due, data: { state: "sent", settledAt: stage.clock.now() } });
}

const move = (sessionId: number, startsAt: Date, revision = 0, actor = rina) =>
  moveTrainingSession(stage.world, actor, { sessionId, revision, startsAt, saidAt: stage.clock.now() });
const cancel = (sessionId: number, revision = 0, actor = rina) =>
  cancelTrainingSession(stage.world, actor, { sessionId, revision, saidAt: stage.clock.now() });

async function live(): Promise<{ what: string; state: string; text: string }[]> {
  const rows = await stage.db.outbox.findMany({
    where: { personId: siti.id, NOT: { state: "cancelled" } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ key, state, message }) => ({
    what: key.startsWith("schedule-change") ? "change" : (key.split(":")[2] ?? ""),
    state,
    text: (message as { text: string }).text,
  }));
}
const whats = async () => (await live()).map(({ what, state }) => `${what} ${state}`);

describe("a session that moves", () => {
  test("before anybody was reminded is no news: reminders simply have the new time", async () => {
    expect(await move(morning, at("2024-06-06", "09:30"))).toMatchObject({ kind: "moved", told: 0 });
    await remindAt(at("2024-06-03", "08:00"));
    expect(await whats()).toEqual(["H-3 sent"]);
    expect((await live())[0]?.text).toContain("pukul 09.30 WIB");
  });

  // Keeps P13.
  test("after the agenda left is told once, and moving it twice by the same hand is once", async () => {
    await remindAt(at("2024-06-06", "07:30"));
    expect(await move(afternoon, at("2024-06-07", "13:00"))).toMatchObject({ kind: "moved", told: 1 });
    expect(await move(afternoon, at("2024-06-07", "13:00"))).toEqual({ kind: "refused", reason: "changed" });
    expect(await whats()).toEqual(["agenda sent", "change waiting"]);
    expect((await live())[1]?.text).toContain(
      "Semula: Kamis, 6 Juni 2024 pukul 13.00 WIB\n→ Menjadi: Jumat, 7 Juni 2024 pukul 13.00 WIB",
    );
    // The day to which it moved has it in its agenda.
    await remindAt(at("2024-06-07", "07:30"));
    expect(await whats()).toEqual(["agenda sent", "change sent", "agenda sent"]);
    expect((await live())[2]?.text).toContain("13.00–14.30 WIB Strategi");
  });

  test("while the agenda still waits replaces it, and nobody hears of two times", async () => {
    await remindAt(at("2024-06-06", "07:30"), false);
    expect(await move(afternoon, at("2024-06-06", "14:00"))).toMatchObject({ told: 0 });
    expect(await whats()).toEqual([]);
    await remindAt(at("2024-06-06", "07:31"));
    expect(await whats()).toEqual(["agenda sent"]);
    expect((await live())[0]?.text).toContain("14.00–15.30 WIB Strategi");
  });

  test("into a day whose agenda has left is told to those who have that agenda", async () => {
    await remindAt(at("2024-06-06", "07:30"));
    expect(await move(nextDay, at("2024-06-06", "15:30"))).toMatchObject({ told: 1 });
  });

  test("the whole first day moves: H-1 follows to the new day", async () => {
    await remindAt(at("2024-06-03", "08:00"));
    for (const [id, time] of [
      [morning, "09:00"],
      [afternoon, "13:00"],
      [nextDay, "15:00"],
    ] as const) {
      expect(await move(id, at("2024-06-12", time))).toMatchObject({ kind: "moved" });
    }
    for (let hour = 0; hour < 24 * 9; hour += 1) {
      await remindAt(new Date(at("2024-06-04", "08:00").getTime() + hour * 3600_000));
    }
    expect(await whats()).toEqual(["H-3 sent", "change sent", "change sent", "H-3 sent", "H-1 sent", "agenda sent"]);
  });

  test("at night is told in the morning; moved back before then it is never told", async () => {
    await remindAt(at("2024-06-05", "08:00"));
    stage.clock.set(at("2024-06-05", "22:00"));
    await move(afternoon, at("2024-06-07", "13:00"));
    await leaves();
    expect(await whats()).toEqual(["H-1 sent", "change waiting"]);
    await move(afternoon, at("2024-06-06", "13:00"), 1);
    expect(await whats()).toEqual(["H-1 sent"]);
  });

  // Keeps P13.
  test("twice in one night is told once, from the time that people know", async () => {
    await remindAt(at("2024-06-05", "08:00"));
    stage.clock.set(at("2024-06-05", "22:00"));
    await move(afternoon, at("2024-06-07", "13:00"));
    await move(afternoon, at("2024-06-07", "15:00"), 1);
    expect(await whats()).toEqual(["H-1 sent", "change waiting"]);
    expect((await live())[1]?.text).toContain(
      "Semula: Kamis, 6 Juni 2024 pukul 13.00 WIB\n→ Menjadi: Jumat, 7 Juni 2024 pukul 15.00 WIB",
    );
  });

  test("to another day forgets who said they would come; within the day it keeps it", async () => {
    const { participantId } = await answerPresent(afternoon);
    await move(afternoon, at("2024-06-06", "14:00"));
    expect(await stage.db.attendance.count({ where: { participantId } })).toBe(1);
    await move(afternoon, at("2024-06-07", "14:00"), 1);
    expect(await stage.db.attendance.count({ where: { participantId } })).toBe(0);
  });

  test("cannot go to the past, nor stay where it is, nor move when it is over", async () => {
    stage.clock.set(at("2024-06-06", "12:00"));
    expect(await move(afternoon, at("2024-06-06", "11:59"))).toEqual({ kind: "refused", reason: "past" });
    expect(await move(afternoon, at("2024-06-06", "13:00"))).toEqual({ kind: "refused", reason: "same" });
    expect(await move(morning, at("2024-06-07", "13:00"))).toEqual({ kind: "refused", reason: "ended" });
    expect(await move(999, at("2024-06-07", "13:00"))).toEqual({ kind: "refused", reason: "gone" });
  });
});

describe("a session that is cancelled", () => {
  test("after the agenda left is told once; cancelling again changes nothing", async () => {
    await remindAt(at("2024-06-06", "07:30"));
    expect(await cancel(afternoon)).toMatchObject({ kind: "cancelled", told: 1 });
    expect(await cancel(afternoon)).toEqual({ kind: "refused", reason: "gone" });
    await leaves();
    expect(await whats()).toEqual(["agenda sent", "change sent"]);
    expect((await live())[1]?.text).toContain("Sesi dibatalkan: Strategi");
  });

  test("before anybody was reminded is reminded of by nobody", async () => {
    await cancel(nextDay);
    for (const time of ["07:30", "18:00"]) await remindAt(at("2024-06-06", time));
    await remindAt(at("2024-06-07", "07:30"));
    expect(await whats()).toEqual(["agenda sent"]);
  });

  test("leaves the other sessions of a waiting agenda to be told", async () => {
    await remindAt(at("2024-06-06", "07:30"), false);
    await cancel(afternoon);
    await remindAt(at("2024-06-06", "07:31"));
    expect(await whats()).toEqual(["agenda sent"]);
    expect((await live())[0]?.text).not.toContain("Strategi");
  });
});

test("a session that is added to a day is told to those who have its agenda, and to its trainers; of a later day the agenda tells", async () => {
  const admin = await actorOf(await buildAdmin(stage.db));
  const add = (startsAt: Date) => {
    const endsAt = new Date(startsAt.getTime() + 3_600_000);
    const session = { title: "Sesi tambahan", startsAt, endsAt, mode: "in_person" as const, place: "Aula" };
    return addSession(stage.world, admin, { classId, session, saidAt: stage.clock.now() });
  };
  await remindAt(at("2024-06-06", "07:30"));
  stage.clock.set(at("2024-06-06", "09:00"));
  expect(await add(at("2024-06-07", "15:00"))).toMatchObject({ kind: "added", told: 0 });
  expect(await add(at("2024-06-06", "16:00"))).toMatchObject({ kind: "added", told: 1 });
  expect(await add(at("2024-06-06", "16:00"))).toMatchObject({ kind: "exists", told: 0 });
  const told = await stage.db.outbox.findMany({ where: { kind: "schedule_change" }, orderBy: { personId: "asc" } });
  expect(told.map(({ personId }) => personId)).toEqual([siti.id, rina.person.id]);
  expect(told[0]?.message).toMatchObject({ text: expect.stringContaining("Kamis, 6 Juni 2024 pukul 16.00 WIB") });
});

describe("who may change a class's schedule", () => {
  test("its trainers and admins over its province may", async () => {
    const national = await actorOf(await buildAdmin(stage.db));
    const ofProvince = await actorOf(await buildAdmin(stage.db, { regionCode: "21" }));
    expect(await move(morning, at("2024-06-06", "09:00"), 0, national)).toMatchObject({ kind: "moved" });
    expect(await move(morning, at("2024-06-06", "09:15"), 1, ofProvince)).toMatchObject({ kind: "moved" });
    expect(await stage.db.audit.count({ where: { action: "session.move" } })).toBe(2);
  });

  test("other trainers, admins of elsewhere or of one regency, and participants may not", async () => {
    const others = [
      await buildTrainer(stage.db, [], { name: "Pelatih lain" }),
      await buildAdmin(stage.db, { regionCode: "63" }),
      await buildAdmin(stage.db, { regionCode: "21.01" }),
      await stage.db.person.findUniqueOrThrow({ where: { id: siti.id } }),
    ];
    for (const other of others) {
      const actor = await actorOf(other);
      expect(await move(morning, at("2024-06-06", "09:00"), 0, actor)).toEqual({ kind: "not_allowed" });
      expect(await cancel(morning, 0, actor)).toEqual({ kind: "not_allowed" });
    }
    expect(await stage.db.trainingSession.count({ where: { revision: 0, cancelledAt: null } })).toBe(3);
  });
});

async function answerPresent(sessionId: number): Promise<{ participantId: number }> {
  const { id } = await stage.db.participant.findFirstOrThrow({ where: { personId: siti.id } });
  await stage.world.store.schedule.answer(sessionId, id, "present", stage.clock.now());
  return { participantId: id };
}
