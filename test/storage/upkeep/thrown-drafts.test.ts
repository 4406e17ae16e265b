// What goes with a draft that is thrown away or left: its own files, and nobody else's.
import { beforeEach, expect, test } from "vitest";
import { asJson } from "../../../src/ports/queue/drafts.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { actorOf, berakit, colleague } from "../../support/world/plans.js";

const stage = stageAt("2024-06-10T02:00:00Z");

let scene: Awaited<ReturnType<typeof berakit>>;
beforeEach(async () => {
  scene = await berakit(stage.db);
});

const HOUR = 3_600_000;
const kept = async (name: string, planId = scene.planIds[0]) => {
  const file = {
    ...({ kind: "photo", fileId: name, fileUniqueId: name, albumId: null, caption: null } as const),
    ...{ mimeType: "image/jpeg", byteSize: 9 },
  };
  const id = await stage.world.store.reports.keepEvidence(planId, scene.personId, file, stage.clock.now());
  if (id === null) throw new Error(`${name} is in a report already.`);
  return id;
};
/** A draft of a report that this person began now, or before. */
async function draftOf(personId: number, evidenceIds: number[], hoursAgo = 0) {
  const { telegramId } = await actorOf(stage.world, personId);
  const { drafts } = stage.world.store;
  const begun = new Date(stage.clock.now().getTime() - hoursAgo * HOUR);
  const { id } = await drafts.open(telegramId, "report", `plan:${scene.planIds[0]}`, 1, begun);
  const answers = { files: asJson({ evidenceIds, notes: [] }) };
  await stage.db.draft.update({ where: { id }, data: { answers } });
  return id;
}
const throwAway = (id: number) => stage.world.store.drafts.throwAway(id, null, stage.clock.now());
const files = async () => (await stage.db.evidence.findMany({ orderBy: { id: "asc" } })).map(({ fileId }) => fileId);

test("a photo of the paper that the plan was given as stays, though it was forwarded into the report too", async () => {
  const paper = await kept("paper");
  await stage.db.workPlan.updateMany({ where: { id: scene.planIds[0] }, data: { writtenAt: stage.clock.now() } });
  stage.clock.advance(HOUR);
  const id = await draftOf(scene.personId, [await kept("paper"), await kept("activity")]);
  expect(await kept("paper")).toBe(paper);
  for (const copies of [1, 0]) expect(await throwAway(id)).toHaveLength(copies);
  expect(await files()).toEqual(["paper"]);
});

test("a photo that a colleague has in a draft of theirs stays until theirs goes too", async () => {
  const budi = await colleague(stage.db, scene.trainingClass.id, "Budi Santoso");
  const shared = await kept("shared");
  const [first, second] = [await draftOf(scene.personId, [shared], 1), await draftOf(budi, [shared], 1)];
  expect(await throwAway(first)).toEqual([]);
  expect(await files()).toEqual(["shared"]);
  expect(await throwAway(second)).toHaveLength(1);
  expect(await files()).toEqual([]);
});

test("the same holds of drafts that nobody has touched for long", async () => {
  const budi = await colleague(stage.db, scene.trainingClass.id, "Budi Santoso");
  const [paper, shared, own] = [await kept("paper"), await kept("shared"), await kept("own")];
  await stage.db.workPlan.updateMany({ where: { id: scene.planIds[0] }, data: { writtenAt: stage.clock.now() } });
  await stage.db.evidence.updateMany({ where: { id: { not: paper } }, data: { receivedAt: new Date("2024-06-12") } });
  stage.clock.set(new Date("2024-06-13"));
  await draftOf(scene.personId, [paper, shared, own], 36);
  stage.clock.set(new Date("2024-09-01"));
  await draftOf(budi, [shared]);
  const wish = { untouchedSince: new Date("2024-08-01"), plansDueBefore: "2024-08-01" as const };
  expect(await stage.world.store.traces.forgetLeftDrafts(wish)).toMatchObject({
    drafts: 1,
    files: [expect.any(String)],
  });
  expect(await stage.world.store.traces.forgetLeftDrafts(wish)).toMatchObject({ drafts: 0, files: [] });
  expect(await files()).toEqual(["paper", "shared"]);
});
