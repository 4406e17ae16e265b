// Whether somebody will come, in their own words, until the session ends.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { loadActor } from "../../../src/bot/gate/actor.js";
import type { AttendanceAnswer } from "../../../src/domain/classes/attendance.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import { answerAttendance } from "../../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { buildClass, buildParticipant, buildSession } from "../../support/world/builders.js";

let database: TestDatabase;
let stage: Stage;
let sessionId: number;
let siti: KnownActor;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  stage = await openStage(database, "2024-06-06T01:00:00Z");
  const { id } = await buildClass(stage.db);
  sessionId = (await buildSession(stage.db, id, { startsAt: new Date("2024-06-06T01:30:00Z") })).id;
  await buildParticipant(stage.db, id);
  siti = await participantOf(id);
});
afterAll(() => database.close());

async function participantOf(classId: number): Promise<KnownActor> {
  const { person } = await buildParticipant(stage.db, classId);
  return (await loadActor(stage.world, Number(person.telegramId))) as KnownActor;
}

const answer = (given: AttendanceAnswer, actor = siti, id = sessionId) =>
  answerAttendance(stage.world, actor, { sessionId: id, answer: given, saidAt: stage.clock.now() });
const counts = async () => (await stage.world.store.schedule.attendanceOf([sessionId])).get(sessionId);

// Keeps P14.
test("an answer counts once, and the latest one counts", async () => {
  expect(await counts()).toEqual({ present: 0, late: 0, absent: 0, open: 2 });
  await answer("present");
  await answer("present");
  expect(await counts()).toEqual({ present: 1, late: 0, absent: 0, open: 1 });
  await answer("late");
  expect(await counts()).toEqual({ present: 0, late: 1, absent: 0, open: 1 });
});

// Keeps P14.
test("it can be changed until the very end of the session", async () => {
  await answer("present");
  stage.clock.set(new Date("2024-06-06T02:59:59Z"));
  expect(await answer("absent")).toMatchObject({ kind: "answered" });
  stage.clock.set(new Date("2024-06-06T03:00:00Z"));
  expect(await answer("present")).toEqual({ kind: "refused", reason: "ended" });
  expect(await counts()).toEqual({ present: 0, late: 0, absent: 1, open: 1 });
});

test("a person of another class, a cancelled session and an unknown one are refused", async () => {
  const elsewhere = await participantOf((await buildClass(stage.db, { provinceCode: "63" })).id);
  expect(await answer("present", elsewhere)).toEqual({ kind: "refused", reason: "not_in_class" });
  expect(await answer("present", siti, 999)).toEqual({ kind: "refused", reason: "gone" });
  await stage.db.trainingSession.update({ where: { id: sessionId }, data: { cancelledAt: new Date() } });
  expect(await answer("present")).toEqual({ kind: "refused", reason: "gone" });
  expect(await stage.db.attendance.count()).toBe(0);
});
