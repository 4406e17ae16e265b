// The list of those who wait for a yes, as it was looked at; and who is asked when no trainer answers.
import { expect, test } from "vitest";
import { escalateAdmissions, openAdmissions, registerParticipant } from "../../../../src/use-cases/index.js";
import { stageAt } from "../../../support/stage/stage-at.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildPerson,
  buildTrainer,
} from "../../../support/world/builders.js";
import { actorOf } from "../../../support/world/plans.js";

const stage = stageAt("2024-06-11T03:00:00Z");

const VILLAGE = "21.01.10.2001";

async function waits(classId: number, name: string) {
  const { id } = await buildPerson(stage.db, { name });
  const outcome = await registerParticipant(stage.world, await actorOf(stage.world, id), {
    ...{ name, phone: null, kind: "desa", classId, placeCode: VILLAGE },
    ...{ libraryName: "Perpustakaan Berakit", rosterRowId: null },
  });
  if (outcome.kind !== "registered") throw new Error(outcome.kind);
  return outcome.participantId;
}

test("whoever stands on the second page was not looked at on the first, and those who wait stand before who was refused", async () => {
  const trainingClass = await buildClass(stage.db);
  const rina = await buildTrainer(stage.db, [trainingClass.id]);
  const shared = { placeCode: VILLAGE, libraryName: "Perpustakaan Berakit" };
  await buildParticipant(stage.db, trainingClass.id, { name: "Ani", ...shared });
  const ids: number[] = [];
  for (let at = 0; at < 10; at++) ids.push(await waits(trainingClass.id, `Orang ${at}`));
  const [refused = 0] = ids;
  await stage.db.participant.update({ where: { id: refused }, data: { admission: "refused" } });
  const actor = await actorOf(stage.world, rina.id);
  const seen: number[][] = [];
  for (const page of [0, 1]) {
    stage.clock.advance(3_600_000);
    const found = await openAdmissions(stage.world, actor, trainingClass.id, page);
    if (found.kind !== "found") throw new Error(found.kind);
    expect(found).toMatchObject({ page, last: 1, counts: { waiting: 9, begun: 0, refused: 1 } });
    seen.push(found.shown.map(({ participant }) => participant.id));
  }
  expect(seen).toEqual([ids.slice(1, 9), [ids[9], refused]]);
  const lines = await stage.db.audit.findMany({ where: { action: "admission.list" }, orderBy: { id: "asc" } });
  expect(lines.map(({ about }) => [...about].sort())).toEqual(
    seen.map((page) => [`class:${trainingClass.id}`, ...page.map((id) => `participant:${id}`)].sort()),
  );
});

test.each([true, false])(
  "who waits is passed up as soon as there is an admin to ask, once (trainers: %s)",
  async (hasTrainer) => {
    const trainingClass = await buildClass(stage.db);
    if (hasTrainer) await buildTrainer(stage.db, [trainingClass.id]);
    const shared = { placeCode: VILLAGE, libraryName: "Perpustakaan Berakit" };
    await buildParticipant(stage.db, trainingClass.id, { name: "Ani", ...shared });
    const id = await waits(trainingClass.id, "Tono");
    stage.clock.advance(8 * 86_400_000);
    for (let time = 0; time < 2; time++) expect(await escalateAdmissions(stage.world)).toEqual({ escalated: 0 });
    expect((await stage.db.participant.findUniqueOrThrow({ where: { id } })).escalatedAt).toBeNull();
    expect(await stage.db.audit.count({ where: { action: "admission.escalate" } })).toBe(0);
    const admin = await buildAdmin(stage.db, { regionCode: "21" });
    expect(await escalateAdmissions(stage.world)).toEqual({ escalated: 1 });
    expect(await escalateAdmissions(stage.world)).toEqual({ escalated: 0 });
    expect(await stage.db.outbox.count({ where: { personId: admin.id, kind: "admission_request" } })).toBe(1);
  },
);
