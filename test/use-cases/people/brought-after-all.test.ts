// What somebody missed while they could not be written to, and may still ask for: only what is still so.
import { beforeEach, describe, expect, test } from "vitest";
import type { PostedKind } from "../../../src/ports/queue/outbox.js";
import {
  bringMissed,
  extendDeadlines,
  moveTrainingSession,
  noteUnreachable,
  remindOfPlans,
  remindOfSessions,
  undoAct,
} from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildSession, buildTrainer } from "../../support/world/builders.js";
import { actorOf, berakit, colleague, report } from "../../support/world/plans.js";

// Friday, 10:00 in Bintan, two days before the plans are due.
const stage = stageAt("2024-07-05T03:00:00Z");

let scene: Awaited<ReturnType<typeof berakit>>;
beforeEach(async () => {
  scene = await berakit(stage.db);
});

const ASKING = ["plan_reminder", "snoozed_reminder", "nudge"] as const;

async function missedOf(kinds: readonly PostedKind[], subjects: string[]) {
  const now = stage.clock.now();
  const message = { text: "Mohon laporannya", marks: [] };
  const one = (kind: PostedKind) => ({ key: kind, kind, personId: scene.personId, message, dueAt: now, subjects });
  await stage.world.store.outbox.post(kinds.map(one), now);
  await block();
}
const block = async () =>
  noteUnreachable(stage.world, (await actorOf(stage.world, scene.personId)).telegramId, "blocked");
const unblock = async () =>
  stage.world.store.people.markReachable((await actorOf(stage.world, scene.personId)).telegramId);
const offered = async () => {
  const since = new Date("2024-06-01");
  const missed = await stage.world.store.outbox.missedBy(scene.personId, since, stage.clock.now());
  return missed.map(({ kind }) => kind).sort();
};
const brought = async () => (await bringMissed(stage.world, await actorOf(stage.world, scene.personId))).count;

// Keeps O04.
describe("who comes back is not asked any more", () => {
  test("for a plan that somebody of the library has reported meanwhile", async () => {
    await missedOf(ASKING, [`plan:${scene.planIds[0]}`]);
    expect(await offered()).toEqual([...ASKING].sort());
    const budi = await colleague(stage.db, scene.trainingClass.id, "Budi Santoso");
    await report(stage.world, budi, scene.planIds[1]);
    expect(await offered()).toEqual([...ASKING].sort());
    await report(stage.world, budi, scene.planIds[0]);
    expect([await offered(), await brought()]).toEqual([[], 0]);
  });

  test("also where Telegram itself has refused to bring it", async () => {
    await missedOf(["snoozed_reminder"], [`plan:${scene.planIds[0]}`]);
    await stage.db.outbox.updateMany({ data: { state: "dead" } });
    expect(await offered()).toEqual(["snoozed_reminder"]);
    await report(stage.world, scene.personId, scene.planIds[0]);
    expect([await offered(), await brought()]).toEqual([[], 0]);
  });

  test("for a plan that got more time, nor told of a day that is another by now or was taken back", async () => {
    const subject = `plan:${scene.planIds[0]}`;
    await missedOf([...ASKING, "deadline_change"], [subject]);
    const rina = await actorOf(stage.world, (await buildTrainer(stage.db, [scene.trainingClass.id])).id);
    const extend = async (until: `${number}-${number}-${number}`, updateId: number) => {
      const scope = { kind: "plan", planId: scene.planIds[0] } as const;
      const said = { updateId, saidAt: stage.clock.now() };
      const outcome = await extendDeadlines(stage.world, rina, { scope, until, reason: "budget", ...said });
      return "actId" in outcome ? outcome.actId : 0;
    };
    await extend("2024-07-20", 1);
    expect(await offered()).toEqual([]);
    await unblock();
    const actId = await extend("2024-07-30", 2);
    await block();
    expect(await offered()).toEqual(["deadline_change"]);
    await undoAct(stage.world, rina, { actId, saidAt: stage.clock.now() });
    expect([await offered(), await brought()]).toEqual([[], 0]);
  });

  test("but is reminded anew of the other plans that such a reminder was about", async () => {
    await remindOfPlans(stage.world);
    const reminders = () => stage.db.outbox.findMany({ where: { kind: "plan_reminder" }, orderBy: { id: "asc" } });
    expect(await reminders()).toHaveLength(1);
    await block();
    await unblock();
    await report(stage.world, scene.personId, scene.planIds[0]);
    expect(await offered()).toEqual([]);
    await remindOfPlans(stage.world);
    const [, again] = await reminders();
    expect(again?.state).toBe("waiting");
    expect(again?.subjects).toContain(`plan:${scene.planIds[1]}`);
    expect(again?.subjects).not.toContain(`plan:${scene.planIds[0]}`);
  });

  test("for a session at the hour from which it was moved, and is reminded of the new one", async () => {
    stage.clock.set(new Date("2024-06-05T11:30:00Z"));
    const startsAt = new Date("2024-06-06T02:00:00Z");
    const { id: sessionId } = await buildSession(stage.db, scene.trainingClass.id, { title: "Pembukaan", startsAt });
    const rina = await actorOf(stage.world, (await buildTrainer(stage.db, [scene.trainingClass.id])).id);
    const move = (revision: number, hour: string) => {
      const moved = new Date(`2024-06-06T${hour}:00:00Z`);
      return moveTrainingSession(stage.world, rina, {
        ...{ sessionId, revision, startsAt: moved, saidAt: stage.clock.now() },
      });
    };
    await remindOfSessions(stage.world);
    await missedOf(["schedule_change"], [`session:${sessionId}`]);
    expect(await offered()).toEqual(["schedule_change", "session_reminder"]);
    expect(await move(0, "06")).toMatchObject({ kind: "moved" });
    expect([await offered(), await brought()]).toEqual([[], 0]);
    await unblock();
    await remindOfSessions(stage.world);
    const waiting = await stage.db.outbox.findMany({ where: { kind: "session_reminder", state: "waiting" } });
    expect(waiting.map(({ message }) => JSON.stringify(message))).toEqual([expect.stringContaining("13.00")]);
  });
});
