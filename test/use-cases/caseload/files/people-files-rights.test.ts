// Files of people are for whoever may see those people, and for nobody else; each leaves its line.
import { describe, expect, test } from "vitest";
import {
  exportAttendanceList,
  exportCare,
  openPeopleScope,
  viewClassPicture,
} from "../../../../src/use-cases/index.js";
import { stageAt } from "../../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../../support/world/builders.js";
import { actorOf } from "../../../support/world/plans.js";

// Wednesday, 08:30 in Jakarta: the plans of some are late.
const stage = stageAt("2024-07-10T01:30:00Z");

const ask = (updateId: number) => ({ purpose: "Memantau tindak lanjut", updateId });

describe("nobody else gets any of it:", () => {
  async function scene() {
    const { db, world } = stage;
    const trainingClass = await buildClass(db, { provinceCode: "21" });
    const other = await buildClass(db, { provinceCode: "63" });
    await buildParticipant(db, trainingClass.id, { name: "Siti" });
    const theirs = await buildTrainer(db, [trainingClass.id]);
    const colleague = await buildTrainer(db, [other.id]);
    const neighbour = await buildAdmin(db, { regionCode: "63" });
    const { person } = await buildParticipant(db, trainingClass.id, { name: "Budi" });
    return { world, db, classId: trainingClass.id, theirs, colleague, neighbour, participant: person };
  }

  const everyDoor = async (
    { world }: Pick<Awaited<ReturnType<typeof scene>>, "world">,
    actor: Awaited<ReturnType<typeof actorOf>>,
    classId: number,
  ) => {
    const scope = { classId, filter: "all" as const, practice: false };
    return [
      (await openPeopleScope(world, actor, scope)).kind,
      (await exportCare(world, actor, { scope, as: "workbook", ...ask(1) })).kind,
      (await exportCare(world, actor, { scope, as: "visits", ...ask(2) })).kind,
      (await exportAttendanceList(world, actor, { classId, ...ask(3) })).kind,
      (await viewClassPicture(world, actor, classId)).kind,
    ];
  };

  const lines = () =>
    stage.db.audit.count({ where: { OR: [{ action: { endsWith: ".export" } }, { action: "class.picture" }] } });

  test.each(["colleague", "neighbour", "participant"] as const)("a %s of another class or none", async (who) => {
    const all = await scene();
    const actor = await actorOf(stage.world, all[who].id);
    expect(new Set(await everyDoor(all, actor, all.classId))).toEqual(new Set(["not_yours"]));
    expect(new Set(await everyDoor(all, actor, all.classId + 999))).toEqual(new Set(["gone"]));
    expect(await lines()).toBe(0);
  });

  test("a trainer whose role was taken back", async () => {
    const all = await scene();
    const asTheyWere = await actorOf(stage.world, all.theirs.id);
    expect(await everyDoor(all, asTheyWere, all.classId)).toEqual(
      expect.not.arrayContaining(["not_yours", "gone", "nobody"]),
    );
    const before = await lines();
    await all.db.roleBinding.updateMany({ where: { personId: all.theirs.id }, data: { revokedAt: stage.clock.now() } });
    const actor = await actorOf(stage.world, all.theirs.id);
    expect(new Set(await everyDoor(all, actor, all.classId))).toEqual(new Set(["not_yours"]));
    expect(await lines()).toBe(before);
  });

  test("a trainer whose role is taken back after the rows were read", async () => {
    const { db, world, classId, theirs } = await scene();
    const actor = await actorOf(world, theirs.id);
    const { caseloads } = world.store;
    const revokedMeanwhile: typeof world = {
      ...world,
      store: {
        ...world.store,
        caseloads: {
          ...caseloads,
          async plansOf(...wish) {
            const plans = await caseloads.plansOf(...wish);
            await db.roleBinding.updateMany({ where: { personId: theirs.id }, data: { revokedAt: stage.clock.now() } });
            return plans;
          },
        },
      },
    };
    const scope = { classId, filter: "all" as const, practice: false };
    expect(await exportCare(revokedMeanwhile, actor, { scope, as: "workbook", ...ask(60) })).toEqual({
      kind: "not_yours",
    });
    expect(await lines()).toBe(0);
  });

  test("somebody with neither role has no people at all", async () => {
    const all = await scene();
    const actor = await actorOf(stage.world, all.participant.id);
    const scope = { classId: null, filter: "all" as const, practice: false };
    expect(await exportCare(stage.world, actor, { scope, as: "workbook", ...ask(1) })).toEqual({ kind: "not_yours" });
  });
});

test("each file leaves one line with its purpose and how many rows, however often its update is handled", async () => {
  const trainingClass = await buildClass(stage.db);
  const trainer = await buildTrainer(stage.db, [trainingClass.id]);
  for (const name of ["Siti", "Budi"]) await buildParticipant(stage.db, trainingClass.id, { name });
  const actor = await actorOf(stage.world, trainer.id);
  const scope = { classId: trainingClass.id, filter: "all" as const, practice: false };
  for (let n = 0; n < 2; n++) {
    await exportCare(stage.world, actor, { scope, as: "workbook", ...ask(1) });
    await exportAttendanceList(stage.world, actor, { classId: trainingClass.id, ...ask(2) });
    await viewClassPicture(stage.world, actor, trainingClass.id);
  }
  const rows = await stage.db.audit.findMany({
    orderBy: { id: "asc" },
    select: { action: true, subject: true, details: true },
  });
  const subject = `class:${trainingClass.id}`;
  expect(rows).toEqual([
    { action: "care.export", subject, details: { rows: 2, filter: "all", update: 1 } },
    { action: "attendance.export", subject, details: { rows: 2, update: 2 } },
    { action: "class.picture", subject, details: { count: 2, shown: ["participant:2", "participant:1"] } },
  ]);
});
