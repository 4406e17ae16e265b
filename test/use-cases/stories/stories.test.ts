// Stories of change: who may do what with one.
import { describe, expect, test } from "vitest";
import {
  decideConsent,
  dropGuardian,
  findStory,
  findStoryPhotos,
  flagStory,
  listStory,
  nameChampion,
  ownStories,
  recordGuardian,
  removeStory,
  sendStories,
  storiesOf,
  storyPlaces,
  tellStory,
  typeStory,
  viewStoryDesk,
} from "../../../src/use-cases/index.js";
import { buildAdmin, buildTrainer } from "../../support/world/builders.js";
import { outsidersOf } from "../../support/world/outsiders.js";
import { openStoryScene } from "./story-scene.js";

const { stage, scene, nextUpdate, by, WRITTEN, SPOKEN, GUARDIAN, told, consent, chosen, waiting, exported, subscribe } =
  openStoryScene();

// Keeps P32.
describe("telling one", () => {
  test("twice is once, and its trainers hear of it once", async () => {
    const id = await told({ updateId: 77 });
    expect(await told({ updateId: 77 })).toBe(id);
    expect(await stage.db.outbox.findMany({ where: { kind: "story_told" } })).toMatchObject([{ personId: scene.rina }]);
    expect(await stage.db.audit.count({ where: { action: "story.send" } })).toBe(1);
    expect(await stage.db.story.findMany()).toMatchObject([{ consent: "none", consentAt: null, awaitsTyping: false }]);
  });

  test("is for those who take part, and ten are enough", async () => {
    const { participantId } = scene;
    const story = { participantId, answers: WRITTEN, photos: [], showsChildren: false, updateId: 1 };
    // Nobody tells one in the name of somebody else's library either.
    for (const personId of [scene.rina, scene.budi]) {
      expect(await tellStory(stage.world, await by(personId), story)).toEqual({ kind: "not_yours" });
    }
    for (let n = 0; n < 10; n += 1) await told();
    await expect(told()).rejects.toThrow("too_many");
    expect(await stage.db.story.count()).toBe(10);
  });
});

// Keeps P32.
describe("who may", () => {
  test("read one: its author, its trainers, admins over its place; everybody else is refused everywhere", async () => {
    const id = await told({ showsChildren: true });
    for (const personId of [scene.siti, scene.rina, scene.dewi]) {
      expect(await findStory(stage.world, await by(personId), id)).toMatchObject({ kind: "found" });
    }
    const former = await buildTrainer(stage.db, [scene.classId], { name: "Dulu" });
    const outsiders = await outsidersOf(stage.db, former.id, stage.clock.now());
    for (const personId of [...outsiders, scene.budi]) {
      const actor = await by(personId);
      const refused = { kind: "not_yours" };
      expect(await findStory(stage.world, actor, id)).toEqual(refused);
      expect(await findStoryPhotos(stage.world, actor, id)).toEqual(refused);
      expect(await decideConsent(stage.world, actor, { storyId: id, consent: "name" })).toEqual(refused);
      expect(await recordGuardian(stage.world, actor, { storyId: id, ...GUARDIAN })).toEqual(refused);
      expect(await dropGuardian(stage.world, actor, id)).toEqual(refused);
      expect(await removeStory(stage.world, actor, id)).toEqual(refused);
      expect(await flagStory(stage.world, actor, { storyId: id, on: true })).toEqual(refused);
      expect(await listStory(stage.world, actor, { storyId: id, on: true })).toEqual(refused);
      const typed = { storyId: id, prompt: "before" as const, text: "Lain", updateId: 1 };
      expect(await typeStory(stage.world, actor, typed)).toEqual(refused);
      expect(await storiesOf(stage.world, actor, scene.participantId)).toEqual(refused);
      expect(await nameChampion(stage.world, actor, { participantId: scene.participantId, on: true })).toEqual(refused);
      expect((await ownStories(stage.world, actor)).stories).toEqual([]);
    }
    expect(
      await stage.db.audit.count({ where: { action: { startsWith: "story." }, actorId: { in: outsiders } } }),
    ).toBe(0);
  });

  test("allow it: nobody but its author, also no trainer or admin", async () => {
    const id = await told({ showsChildren: true });
    for (const personId of [scene.rina, scene.dewi]) {
      const actor = await by(personId);
      expect(await decideConsent(stage.world, actor, { storyId: id, consent: "name" })).toEqual({ kind: "not_yours" });
      expect(await recordGuardian(stage.world, actor, { storyId: id, ...GUARDIAN })).toEqual({ kind: "not_yours" });
    }
    expect(await stage.db.story.findMany()).toMatchObject([{ consent: "none", guardian: null }]);
  });

  test("propose it: those who look after its author, and never themselves", async () => {
    const id = await told();
    expect(await flagStory(stage.world, await by(scene.siti), { storyId: id, on: true })).toEqual({
      kind: "not_yours",
    });
    for (const _ of [1, 2]) await flagStory(stage.world, await by(scene.rina), { storyId: id, on: true });
    expect(await stage.db.story.findMany()).toMatchObject([{ flaggedById: scene.rina }]);
    expect(await stage.db.audit.count({ where: { action: "story.flag" } })).toBe(1);
    expect(await listStory(stage.world, await by(scene.rina), { storyId: id, on: true })).toEqual({
      kind: "not_yours",
    });
    for (const _ of [1, 2])
      await nameChampion(stage.world, await by(scene.rina), { participantId: scene.participantId, on: true });
    expect(await stage.db.audit.count({ where: { action: "champion.name" } })).toBe(1);
    const siti = await by(scene.siti);
    expect(await nameChampion(stage.world, siti, { participantId: scene.participantId, on: true })).toEqual({
      kind: "not_yours",
    });
  });
});

// Keeps T16.
describe("the desk of admins", () => {
  const desk = async (personId: number, which: "flagged" | "listed" | "champions", placeCode: string | null = null) =>
    viewStoryDesk(stage.world, await by(personId), { desk: which, placeCode, page: 0, most: 8 });

  test("holds what was proposed within their own reach, whatever place they name", async () => {
    const id = await told();
    await flagStory(stage.world, await by(scene.rina), { storyId: id, on: true });
    await nameChampion(stage.world, await by(scene.rina), { participantId: scene.participantId, on: true });
    const maluku = await buildAdmin(stage.db, { name: "Maluku", regionCode: "81" });
    const bintan = await buildAdmin(stage.db, { name: "Bintan", regionCode: "21.01" });
    const national = await buildAdmin(stage.db, { name: "Nasional" });
    for (const personId of [scene.dewi, bintan.id, national.id]) {
      expect(await desk(personId, "flagged")).toMatchObject({ kind: "found", total: 1, stories: [{ id }] });
      expect(await desk(personId, "champions", "21")).toMatchObject({
        total: 1,
        champions: [{ name: "Siti", stories: 1, readable: 0 }],
      });
      expect(await storyPlaces(stage.world, await by(personId), "flagged")).toMatchObject([{ code: "21", count: 1 }]);
    }
    expect(await desk(national.id, "flagged", "81")).toMatchObject({ total: 0 });
    expect(await desk(maluku.id, "flagged")).toMatchObject({ total: 0, stories: [] });
    expect(await desk(maluku.id, "flagged", "21")).toEqual({ kind: "not_yours" });
    expect(await desk(maluku.id, "champions")).toMatchObject({ total: 0, champions: [] });
    expect(await storyPlaces(stage.world, await by(maluku.id), "flagged")).toEqual([]);
    expect(await desk(scene.rina, "flagged")).toEqual({ kind: "not_yours" });
    expect(await exported(1, "21", maluku.id)).toEqual({ kind: "not_yours" });
    expect(await exported(2, null, scene.rina)).toEqual({ kind: "not_yours" });
    await listStory(stage.world, await by(bintan.id), { storyId: id, on: true });
    expect(await desk(scene.dewi, "listed")).toMatchObject({ total: 1 });
    expect(await desk(scene.dewi, "flagged")).toMatchObject({ total: 0 });
    expect(await exported(3, null, maluku.id)).toEqual({ kind: "nothing" });
  });

  test("has one page after another, each story once", async () => {
    for (let n = 0; n < 10; n += 1) {
      await flagStory(stage.world, await by(scene.rina), { storyId: await told(), on: true });
      stage.clock.advance(1000);
    }
    const pages = await Promise.all(
      [0, 1].map(async (page) =>
        viewStoryDesk(stage.world, await by(scene.dewi), { desk: "flagged", placeCode: null, page, most: 8 }),
      ),
    );
    const ids = pages.flatMap((page) => (page.kind === "found" ? page.stories.map(({ id }) => id) : []));
    expect([ids.length, new Set(ids).size]).toEqual([10, 10]);
    expect(pages).toMatchObject([{ total: 10 }, { total: 10 }]);
  });
});

// Keeps P32.
describe("the sheet for the meeting", () => {
  test("holds what its authors allow, says why others are missing, and leaves one line and one note", async () => {
    const named = await chosen();
    const unnamed = await chosen();
    await consent(unnamed, "library");
    const spoken = await chosen({ answers: SPOKEN });
    const refused = await chosen();
    await consent(refused, "none");
    const outcome = await exported(90);
    expect(outcome).toMatchObject({ kind: "exported", held: { no_consent: 1, untyped: 1 } });
    const ids = outcome.kind === "exported" ? outcome.stories.map(({ id }) => id) : [];
    expect(ids).toEqual([named, unnamed]);
    await exported(90);
    expect(await stage.db.audit.findMany({ where: { action: "stories.export" } })).toMatchObject([
      { purpose: "PLM", details: { rows: 2, form: "pdf" } },
    ]);
    expect(await stage.db.storyExport.count()).toBe(2);
    expect(await stage.db.storyExport.count({ where: { storyId: spoken } })).toBe(0);
  });
});

// Keeps P32.
describe("what was said", () => {
  const typed = async (personId: number, storyId: number, text = "Dulu sepi", updateId = nextUpdate()) =>
    typeStory(stage.world, await by(personId), { storyId, prompt: "before", text, updateId });

  test("is written down by whoever looks after it, and its author sees how; nobody else's words are changed", async () => {
    const id = await chosen({ answers: SPOKEN });
    await subscribe();
    expect(await sendStories(stage.world)).toEqual({ sent: 0 });
    for (const _ of [1, 2]) expect(await typed(scene.rina, id)).toMatchObject({ kind: "typed" });
    expect(await stage.db.story.findMany()).toMatchObject([
      { awaitsTyping: false, answers: { before: { text: "Dulu sepi", voiceId: "suara-1" } } },
    ]);
    expect(await stage.db.outbox.findMany({ where: { kind: "story_typed" } })).toMatchObject([
      { personId: scene.siti },
    ]);
    expect(await stage.db.audit.count({ where: { action: "story.type" } })).toBe(1);
    const typedThere = { storyId: id, prompt: "who" as const, text: "Orang lain", updateId: 1 };
    expect(await typeStory(stage.world, await by(scene.rina), typedThere)).toEqual({ kind: "gone" });
    await sendStories(stage.world);
    expect(await waiting()).toMatchObject([expect.stringContaining("Dulu sepi")]);
    // Corrected by its author: what waits says it as it is now.
    await typed(scene.siti, id, "Dulu sepi sekali");
    await sendStories(stage.world);
    expect(await waiting()).toMatchObject([expect.stringContaining("Dulu sepi sekali")]);
    expect(await stage.db.outbox.count({ where: { kind: "story_typed" } })).toBe(1);
  });
});
