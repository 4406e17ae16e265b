// An absence that is called off before it begins never was.
import { expect, test } from "vitest";
import { chooseCover, declineCover, endAbsence, sayAway } from "../../../../src/use-cases/index.js";
import { openCoverScene } from "./cover-scene.js";

const { stage, aClass, wish, told, actor } = openCoverScene();

async function calledOff() {
  const scene = await aClass();
  const me = await actor(scene.mahmud.id);
  await sayAway(stage.world, me, wish(scene.mahmud.id, scene.rina.id, { from: "2024-07-10", until: "2024-07-14" }));
  const { id } = await stage.db.absence.findFirstOrThrow();
  for (let n = 0; n < 2; n++) expect(await endAbsence(stage.world, me, id)).toMatchObject({ kind: "ended" });
  return { ...scene, me, id };
}
const AROUND = { from: "2024-07-08", until: "2024-07-12" };

test("who called it off can be away around those days, and be the cover of a colleague who is", async () => {
  const { me, mahmud, rina } = await calledOff();
  expect(await sayAway(stage.world, await actor(rina.id), wish(rina.id, mahmud.id, AROUND))).toMatchObject({
    ...{ kind: "said", left: [] },
  });
  expect(await sayAway(stage.world, me, wish(mahmud.id, null, AROUND))).toMatchObject({ kind: "said" });
});

test("who was to cover then counts as free, and can be chosen first", async () => {
  const { mahmud } = await calledOff();
  const span = { startsAt: new Date("2024-07-07T17:00:00Z"), endsAt: new Date("2024-07-20T17:00:00Z") };
  expect(await stage.world.store.absences.possibleCovers(mahmud.id, span)).toMatchObject([{ covers: 0 }]);
});

test("it is called off once, and its old buttons neither find it another cover nor say no to it", async () => {
  const { me, mahmud, rina, id } = await calledOff();
  expect(await stage.db.audit.count({ where: { action: "absence.end" } })).toBe(1);
  const heard = [await told(mahmud.id), await told(rina.id)];
  expect(await declineCover(stage.world, await actor(rina.id), id)).toEqual({ kind: "over" });
  expect(await chooseCover(stage.world, me, { absenceId: id, coverId: null })).toEqual({ kind: "over" });
  expect([await told(mahmud.id), await told(rina.id)]).toEqual(heard);
});
