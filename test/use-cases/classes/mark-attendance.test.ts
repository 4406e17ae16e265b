// A trainer marks who is there, and takes back what was marked wrongly, whatever the person has done in between.
import { expect, test } from "vitest";
import { markAttendance } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import {
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildSession,
  buildTrainer,
} from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2024-06-06T01:00:00Z");

test("a mark of somebody on the roster is taken back after they have joined, once", async () => {
  const { id: classId } = await buildClass(stage.db);
  const trainer = await buildTrainer(stage.db, [classId]);
  const { id: sessionId } = await buildSession(stage.db, classId, { startsAt: new Date("2024-06-06T01:30:00Z") });
  const rows = [await buildRosterRow(stage.db, classId), await buildRosterRow(stage.db, classId)];
  const actor = await actorOf(stage.world, trainer.id);
  const counts = async () => (await stage.world.store.schedule.attendanceOf([sessionId])).get(sessionId);
  expect(await markAttendance(stage.world, actor, { sessionId, mark: "all" })).toMatchObject({ count: 2 });

  const { participant } = await buildParticipant(stage.db, classId, { name: "Siti" });
  await stage.db.rosterRow.update({ where: { id: rows[0]?.id ?? 0 }, data: { participantId: participant.id } });
  expect(await counts()).toMatchObject({ present: 2, open: 0 });

  const wrong = { sessionId, mark: { who: { participantId: participant.id }, isPresent: false } } as const;
  expect(await markAttendance(stage.world, actor, wrong)).toMatchObject({ count: 1 });
  expect(await counts()).toMatchObject({ present: 1, open: 1 });
  expect(await markAttendance(stage.world, actor, wrong)).toMatchObject({ count: 0 });
  expect(await stage.db.audit.count({ where: { action: "attendance.unmark" } })).toBe(1);
});
