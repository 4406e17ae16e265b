// Two people race for one library: exactly one truth, whoever commits first.

import { describe, expect, inject, test } from "vitest";
import type { World } from "../../../../src/ports.js";
import { decideAdmission, registerParticipant } from "../../../../src/use-cases/index.js";
import { stageAt } from "../../../support/stage/stage-at.js";
import { buildClass, buildPerson, buildRosterRow, buildTrainer } from "../../../support/world/builders.js";
import { actorOf } from "../../../support/world/plans.js";

const stage = stageAt("2024-06-11T03:00:00Z");

const VILLAGE = "21.01.10.2001";

async function someone(classId: number, isInvited: boolean) {
  const person = await buildPerson(stage.db);
  const row = isInvited
    ? await buildRosterRow(stage.db, classId, { phone: person.phone ?? "", placeCode: VILLAGE })
    : null;
  const actor = await actorOf(stage.world, person.id);
  const join = (world: World) =>
    registerParticipant(world, actor, {
      ...{ name: person.name, phone: row === null ? null : person.phone, kind: "desa", classId, placeCode: VILLAGE },
      ...{ libraryName: `Perpustakaan ${person.id}`, rosterRowId: row?.id ?? null },
    });
  return { person, join };
}

const standings = async () =>
  (await stage.db.participant.findMany({ orderBy: { personId: "asc" } })).map(({ admission }) => admission);

async function oneTruth() {
  const libraries = await stage.db.library.findMany({ where: { holderId: 0 } });
  expect(libraries).toHaveLength(1);
  return stage.db.libraryMember.count({ where: { libraryId: libraries[0]?.id ?? 0, untilAt: null } });
}

test("eight without an invitation at once: one begins, seven wait, each is told of once", async () => {
  const { id: classId } = await buildClass(stage.db);
  await buildTrainer(stage.db, [classId]);
  const people = await Promise.all(Array.from({ length: 8 }, () => someone(classId, false)));
  await Promise.all(people.map(({ join }) => join(stage.world)));
  expect((await standings()).sort()).toEqual(["begun", ...Array(7).fill("waiting")]);
  expect(await oneTruth()).toBe(1);
  const told = await stage.db.outbox.findMany({ where: { kind: "admission_request" } });
  const ofKey = (beginning: string) => told.filter(({ key }) => key.startsWith(beginning)).length;
  expect([ofKey("admission-asked:"), ofKey("admission-begun:"), told.length]).toEqual([7, 1, 8]);
});

test("of two decisions at once the second sees the first", async () => {
  const { id: classId } = await buildClass(stage.db);
  const trainer = await buildTrainer(stage.db, [classId]);
  for (const one of [await someone(classId, false), await someone(classId, false)]) await one.join(stage.world);
  const waiting = await stage.db.participant.findFirstOrThrow({ where: { admission: "waiting" } });
  const actor = await actorOf(stage.world, trainer.id);
  const decide = () => decideAdmission(stage.world, actor, { participantId: waiting.id, decision: "yes" });
  await Promise.all([decide(), decide(), decide()]);
  // The one let in by a yes acts for the library; the beginner is asked about in turn.
  expect((await standings()).sort()).toEqual(["admitted", "waiting"]);
  expect(await oneTruth()).toBe(1);
  expect(await stage.db.audit.count({ where: { action: "admission.yes" } })).toBe(1);
});

describe.skipIf(inject("database").kind !== "postgres")("with two transactions open at once", () => {
  /** The first is held open until the second has had time to run into it. */
  async function raced(first: (world: World) => Promise<unknown>, second: (world: World) => Promise<unknown>) {
    const { world } = stage;
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    let isDone = false;
    const holding = world.store.transaction(async (store) => {
      await first({ ...world, store });
      open();
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect(isDone).toBe(false);
    });
    await opened;
    const waiting = second(world).then(() => {
      isDone = true;
    });
    await Promise.all([holding, waiting]);
  }

  test.each([
    [false, false, ["begun", "waiting"]],
    [false, true, ["waiting", "admitted"]],
    [true, false, ["admitted", "waiting"]],
    [true, true, ["admitted", "admitted"]],
  ])("first invited: %s, second invited: %s", async (firstInvited, secondInvited, expected) => {
    const { id: classId } = await buildClass(stage.db);
    await buildTrainer(stage.db, [classId]);
    const first = await someone(classId, firstInvited);
    const second = await someone(classId, secondInvited);
    await raced(first.join, second.join);
    expect(await standings()).toEqual(expected);
    expect(await oneTruth()).toBe(expected.filter((one) => one !== "waiting").length);
  });
});
