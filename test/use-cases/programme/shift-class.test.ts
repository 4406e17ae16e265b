// A class that is moved as a whole takes what is still to come along, and leaves what was held where it was.

import { expect, test } from "vitest";
import { planSessions } from "../../../src/domain/office-workbook/plans/plan-sessions.js";
import { type Day, instantAt } from "../../../src/domain/time/calendar.js";
import { shiftClass } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildSession } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

// Wednesday, 23:00 in Jakarta: a class that begins on Monday met online that evening already.
const stage = stageAt("2024-06-05T16:00:00Z");
const at = (day: Day, time: string) => instantAt("Asia/Jakarta", day, time);

async function meetingBefore() {
  const { id } = await buildClass(stage.db, { startsOn: "2024-06-10" });
  const held = await buildSession(stage.db, id, { title: "Temu teknis", startsAt: at("2024-06-05", "19:00") });
  const opening = await buildSession(stage.db, id, { title: "Pembukaan", startsAt: at("2024-06-10", "08:00") });
  const { participant: siti } = await buildParticipant(stage.db, id, { name: "Siti" });
  await stage.db.participant.update({ where: { id: siti.id }, data: { scheduleSeenAt: stage.clock.now() } });
  const came = { participantId: siti.id, answer: "present" as const, answeredAt: stage.clock.now() };
  await stage.db.attendance.createMany({ data: [held, opening].map((one) => ({ ...came, sessionId: one.id })) });
  const admin = await actorOf(stage.world, (await buildAdmin(stage.db)).id);
  return { id, held, opening, admin };
}

test("a session that was held stays with who was there; the others move, and their answers are asked anew", async () => {
  const { id, held, opening, admin } = await meetingBefore();
  const wish = { classId: id, from: "2024-06-10", to: "2024-06-17", saidAt: stage.clock.now() } as const;
  expect(await shiftClass(stage.world, admin, wish)).toMatchObject({ kind: "shifted", told: 1 });
  const sessions = await stage.db.trainingSession.findMany({ orderBy: { startsAt: "asc" } });
  expect(sessions.map(({ startsAt }) => startsAt)).toEqual([held.startsAt, at("2024-06-17", "08:00")]);
  expect((await stage.db.attendance.findMany()).map(({ sessionId }) => sessionId)).toEqual([held.id]);
  expect(opening.id).not.toBe(held.id);
  // What comes first is days away: nobody is woken for it.
  const notice = await stage.db.outbox.findFirstOrThrow({ where: { kind: "schedule_change" } });
  expect(notice.dueAt.getTime()).toBeGreaterThan(at("2024-06-06", "06:00").getTime());
});

test("no class is moved so that one of its sessions would be over before it is told of", async () => {
  const { id } = await buildClass(stage.db, { startsOn: "2024-06-10" });
  const early = await buildSession(stage.db, id, { startsAt: at("2024-06-07", "19:00") });
  const admin = await actorOf(stage.world, (await buildAdmin(stage.db)).id);
  const wish = { classId: id, from: "2024-06-10", saidAt: stage.clock.now() } as const;
  const refused = { kind: "refused", reason: "session_past" };
  expect(await shiftClass(stage.world, admin, { ...wish, to: "2024-06-08" })).toEqual(refused);
  expect(await shiftClass(stage.world, admin, { ...wish, to: "2024-06-09" })).toMatchObject({ kind: "shifted" });
  const { startsAt } = await stage.db.trainingSession.findUniqueOrThrow({ where: { id: early.id } });
  expect(startsAt).toEqual(at("2024-06-06", "19:00"));
});

test("a workbook that moves a class leaves the line of a held session as it is", async () => {
  const known = {
    ...{ id: 7, classId: 3, title: "Temu teknis", mode: "online" as const, place: "", cancelledAt: null, revision: 1 },
    ...{ startsAt: at("2024-06-05", "19:00"), endsAt: at("2024-06-05", "21:00") },
  };
  const line = {
    ...{ line: 2, name: "Temu teknis", problem: null, id: 7, className: "Kepri", mode: "online" as const, place: "" },
    ...{ day: "2024-06-05" as Day, from: "19:00", to: "21:00" },
  };
  const of = {
    ...{ id: 3, name: "Kepri", provinceCode: "21", zone: "Asia/Jakarta" as const, venue: "Hotel", moved: 7 },
    ...{ isInFile: true, year: 2024, wave: 1 },
    ...{ startsOn: "2024-06-17" as Day, endsOn: "2024-06-21" as Day, plansDueOn: "2024-07-21" as Day },
  };
  const now = stage.clock.now();
  expect(planSessions([line], [known], () => of, now)).toMatchObject([{ status: "same" }]);
  const before = new Date(known.startsAt.getTime() - 1);
  expect(planSessions([line], [known], () => of, before)).toMatchObject([{ status: "changed" }]);
});
