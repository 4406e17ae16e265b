// What was done for one or for many can be taken back for ten minutes.
import { expect, test } from "vitest";
import type { KnownActor } from "../../../../src/domain/people/person.js";
import {
  extendDeadlines,
  listOverdue,
  recordTalk,
  remindPeople,
  undoAct,
  writeFirst,
} from "../../../../src/use-cases/index.js";
import { buildTrainer } from "../../../support/world/builders.js";
import { openActScene } from "./act-scene.js";

const { stage, MINUTE, said, actorOf, aClass, ofClass, standing, leaves } = openActScene();

// Keeps T18.
test("what was just done is taken back as if it had never been, once, whatever it was", async () => {
  const { classId, actor, ana } = await aClass();
  await listOverdue(stage.world, actor);
  const scope = ofClass(classId);
  const one = { kind: "participant", participantId: ana.participant.id } as const;
  const acts = {
    remind: () => remindPeople(stage.world, actor, { scope, ...said() }),
    extend: () => extendDeadlines(stage.world, actor, { scope, until: "2024-07-23", reason: "budget", ...said() }),
    talk: () => recordTalk(stage.world, actor, { scope: one, way: "telephoned", ...said() }),
    write: () => writeFirst(stage.world, actor, { scope, text: "Besok libur", ...said() }),
  };
  for (const [name, act] of Object.entries(acts)) {
    const before = await standing();
    const outcome = await act();
    expect(await standing(), name).not.toEqual(before);
    const wish = { actId: "actId" in outcome ? outcome.actId : 0, saidAt: stage.clock.now() };

    expect(await undoAct(stage.world, actor, wish), name).toMatchObject({ kind: "undone", of: name, left: 0 });
    expect(await undoAct(stage.world, actor, wish), name).toMatchObject({ kind: "undone_already" });

    expect(await standing(), name).toEqual(before);
  }
});

// Keeps T18.
test("somebody who was told keeps what they were told when the rest is taken back", async () => {
  const { classId, actor, ana, dedi } = await aClass();
  const outcome = await extendDeadlines(stage.world, actor, {
    ...{ scope: ofClass(classId), until: "2024-07-23", reason: "budget", ...said() },
  });
  expect(outcome).toMatchObject({ kind: "extended", people: 4, plans: 12, told: 3 });
  await leaves(ana.person.id);

  const actId = outcome.kind === "extended" ? outcome.actId : 0;
  expect(await undoAct(stage.world, actor, { actId, saidAt: stage.clock.now() })).toEqual({
    ...{ kind: "undone", of: "extend", takenBack: 2, left: 1, scope: ofClass(classId) },
  });

  const dueOn = async (planId = 0) => (await stage.db.workPlan.findUniqueOrThrow({ where: { id: planId } })).dueOn;
  expect(await dueOn(ana.plans[0]?.id)).toEqual(new Date("2024-07-23"));
  expect(await dueOn(dedi.plans[0]?.id)).toEqual(new Date("2024-07-07"));
});

// Keeps T18.
test("after ten minutes, and by anybody else, nothing is taken back", async () => {
  const { classId, actor } = await aClass();
  const colleague = await actorOf(await buildTrainer(stage.db, [classId], { name: "Joko" }));
  const outcome = await remindPeople(stage.world, actor, { scope: ofClass(classId), ...said() });
  const actId = outcome.kind === "reminded" ? outcome.actId : 0;
  const undo = (by: KnownActor) => undoAct(stage.world, by, { actId, saidAt: stage.clock.now() });

  expect(await undo(colleague)).toEqual({ kind: "not_yours" });
  stage.clock.advance(10 * MINUTE + 1);
  expect(await undo(actor)).toEqual({ kind: "too_late" });

  expect(await stage.db.outbox.count({ where: { kind: "nudge", state: "waiting" } })).toBe(2);
});

test("what somebody else has done about a plan since is not undone with it", async () => {
  const { classId, actor, ana } = await aClass();
  const joko = await actorOf(await buildTrainer(stage.db, [classId], { name: "Joko" }));
  const scope = { kind: "participant", participantId: ana.participant.id } as const;
  const reminded = await remindPeople(stage.world, actor, { scope, ...said() });
  await recordTalk(stage.world, joko, { scope, way: "visited", ...said() });
  const actId = reminded.kind === "reminded" ? reminded.actId : 0;

  await undoAct(stage.world, actor, { actId, saidAt: stage.clock.now() });

  const talked = await stage.db.followUp.findMany({
    where: { planId: ana.plans[0]?.id ?? 0, resolution: "contacted" },
  });
  expect(talked.map(({ restUntil }) => restUntil?.toISOString().slice(0, 10))).toContain("2024-07-16");
});
