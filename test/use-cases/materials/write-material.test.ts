// Who may lay out materials, and that twice is once.
import { expect, test } from "vitest";
import type { MaterialContent } from "../../../src/domain/materials/material.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import {
  answerTo,
  likelyQuestionsOf,
  noteHelped,
  removeMaterial,
  viewMaterial,
  viewMaterials,
  writeMaterial,
} from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2024-06-11T03:00:00Z");

const FAQ: MaterialContent = {
  topic: "reporting",
  title: "Bagaimana cara mengirim foto?",
  kind: "answer",
  content: "Lewat tombol Lapor.",
};

async function cast() {
  const { id } = await buildClass(stage.db);
  const built = await buildParticipant(stage.db, id, { name: "Siti" });
  const trainer = await buildTrainer(stage.db, [id], { name: "Rina", telegramId: 1001 });
  const province = await buildAdmin(stage.db, { name: "Dewi", telegramId: 1002, regionCode: "21" });
  const national = await buildAdmin(stage.db, { name: "Budi", telegramId: 1003 });
  const actors = { participant: built.person, trainer, province, national };
  const entries = await Promise.all(
    Object.entries(actors).map(
      async ([name, { id: personId }]) => [name, await actorOf(stage.world, personId)] as const,
    ),
  );
  return { built, ...(Object.fromEntries(entries) as Record<keyof typeof actors, KnownActor>) };
}

const lines = () => stage.db.audit.findMany({ where: { action: { startsWith: "material." } }, orderBy: { id: "asc" } });

test("only an admin of the whole country adds, changes and removes; an admin of a province reads, nobody else sees the desk", async () => {
  const { participant, trainer, province, national } = await cast();
  const kept = await writeMaterial(stage.world, national, { id: null, ...FAQ });
  if (kept.kind !== "kept") throw new Error(kept.kind);
  const { id } = kept.material;
  for (const actor of [participant, trainer, province]) {
    expect(await writeMaterial(stage.world, actor, { id: null, ...FAQ, title: "Lain" })).toEqual({
      kind: "not_allowed",
    });
    expect(await writeMaterial(stage.world, actor, { id, ...FAQ, content: "Lain" })).toEqual({ kind: "not_allowed" });
    expect(await removeMaterial(stage.world, actor, id)).toEqual({ kind: "not_allowed" });
  }
  expect(await viewMaterials(stage.world, province)).toMatchObject({ kind: "found", mayChange: false });
  expect(await viewMaterial(stage.world, province, id)).toMatchObject({ kind: "found", mayChange: false });
  for (const actor of [participant, trainer]) {
    expect(await viewMaterials(stage.world, actor)).toEqual({ kind: "not_yours" });
    expect(await viewMaterial(stage.world, actor, id)).toEqual({ kind: "not_yours" });
  }
  expect(await stage.db.material.findMany()).toEqual([{ id, ...FAQ, helped: 0 }]);
  expect((await lines()).map(({ action }) => action)).toEqual(["material.add"]);
});

test("a role taken away while the form was open changes nothing", async () => {
  const { national } = await cast();
  await stage.db.roleBinding.updateMany({ data: { revokedAt: stage.clock.now() } });
  expect(await writeMaterial(stage.world, national, { id: null, ...FAQ })).toEqual({ kind: "not_allowed" });
  expect(await stage.db.material.count()).toBe(0);
});

test("added, changed and removed twice is once, and each leaves one line", async () => {
  const { national } = await cast();
  const first = await writeMaterial(stage.world, national, { id: null, ...FAQ });
  expect(await writeMaterial(stage.world, national, { id: null, ...FAQ })).toEqual(first);
  if (first.kind !== "kept") throw new Error(first.kind);
  const { id } = first.material;
  await noteHelped(stage.world, id);
  const changed = { id, ...FAQ, content: "Lewat Lapor, lalu Tambah foto." };
  for (const _ of [1, 2]) {
    expect(await writeMaterial(stage.world, national, changed)).toEqual({
      kind: "kept",
      material: { ...changed, helped: 1 },
    });
  }
  expect(await removeMaterial(stage.world, national, id)).toMatchObject({ kind: "removed" });
  expect(await removeMaterial(stage.world, national, id)).toEqual({ kind: "gone" });
  expect(await writeMaterial(stage.world, national, changed)).toEqual({ kind: "gone" });
  await noteHelped(stage.world, id);
  expect((await lines()).map(({ action, subject }) => `${action} ${subject}`)).toEqual([
    `material.add material:${id}`,
    `material.change material:${id}`,
    `material.remove material:${id}`,
  ]);
});

test("what another admin changed since is not written over unseen", async () => {
  const { national } = await cast();
  const first = await writeMaterial(stage.world, national, { id: null, ...FAQ });
  if (first.kind !== "kept") throw new Error(first.kind);
  const { id } = first.material;
  const corrected = { ...FAQ, content: "Lewat Lapor, sampai 30 Juni." };
  expect((await writeMaterial(stage.world, national, { id, seen: FAQ, ...corrected })).kind).toBe("kept");
  const titled = { ...FAQ, title: "Cara mengirim foto" };
  expect(await writeMaterial(stage.world, national, { id, seen: FAQ, ...titled })).toEqual({
    kind: "changed_meanwhile",
    now: corrected,
  });
  expect(await stage.db.material.findMany()).toEqual([{ id, ...corrected, helped: 0 }]);
  // Who has read it decides.
  expect((await writeMaterial(stage.world, national, { id, seen: corrected, ...titled })).kind).toBe("kept");
  expect(await stage.db.material.findMany()).toEqual([{ id, ...titled, helped: 0 }]);
});

test("a topic has no two of one title, and no more than fit on its page, five of them files", async () => {
  const { national } = await cast();
  const write = (content: Partial<MaterialContent>, id: number | null = null) =>
    writeMaterial(stage.world, national, { id, ...FAQ, ...content });
  const first = await write({});
  if (first.kind !== "kept") throw new Error(first.kind);
  expect(await write({ content: "Lain" })).toEqual({ kind: "title_taken" });
  expect((await write({ topic: "other" })).kind).toBe("kept");
  for (let at = 0; at < 5; at++) {
    expect((await write({ title: `Berkas ${at}`, kind: "document", content: `f${at}` })).kind).toBe("kept");
  }
  expect(await write({ title: "Berkas 5", kind: "photo", content: "f5" })).toEqual({ kind: "full" });
  // Nor does an answer become the sixth.
  expect(await write({ kind: "photo", content: "f5" }, first.material.id)).toEqual({ kind: "full" });
  for (let at = 0; at < 4; at++) expect((await write({ title: `Tanya ${at}` })).kind).toBe("kept");
  expect(await write({ title: "Satu lagi" })).toEqual({ kind: "full" });
  expect(await write({ title: "Tanya 0" }, first.material.id)).toEqual({ kind: "title_taken" });
  // What is there already may be changed in a topic that is full.
  expect((await write({ content: "Begini." }, first.material.id)).kind).toBe("kept");
});

test("the likely questions are about the plans that are still open", async () => {
  const { built, participant, national } = await cast();
  for (const topic of ["other", "advocacy", "information_services"] as const) {
    await writeMaterial(stage.world, national, { id: null, ...FAQ, topic });
  }
  const topics = async () => (await likelyQuestionsOf(stage.world, participant)).map(({ topic }) => topic);
  expect(await topics()).toEqual(["advocacy", "information_services", "other"]);
  const advocacy = built.plans.find(({ type }) => type === "advocacy");
  await stage.db.workPlan.update({ where: { id: advocacy?.id ?? 0 }, data: { state: "done" } });
  expect(await topics()).toEqual(["information_services", "other", "advocacy"]);
  expect((await answerTo(stage.world, "gimana ngirim foto"))?.title).toBe(FAQ.title);
});
