// What an author takes back of a story, or a guardian, is followed everywhere at once.
import { describe, expect, inject, test } from "vitest";
import {
  dropGuardian,
  erasePerson,
  findStory,
  findStoryPhotos,
  flagStory,
  listStory,
  recordGuardian,
  removeStory,
  sendStories,
} from "../../../src/use-cases/index.js";
import { buildAdmin } from "../../support/world/builders.js";
import { openStoryScene } from "./story-scene.js";

const { stage, scene, nextUpdate, by, GUARDIAN, told, consent, chosen, waiting, exported, withdrawnTold, subscribe } =
  openStoryScene();

const testOpenTransactions = test.skipIf(inject("database").kind !== "postgres");

// Keeps P32.
describe("a yes that is taken back", () => {
  test("before it was chosen: nobody reads it, and nobody needs to hear of it", async () => {
    const id = await told();
    await consent(id, "name");
    await consent(id, "none");
    await listStory(stage.world, await by(scene.dewi), { storyId: id, on: true });
    await subscribe();
    expect(await sendStories(stage.world)).toEqual({ sent: 0 });
    expect(await exported()).toMatchObject({ kind: "exported", stories: [], held: { no_consent: 1 } });
    expect(await withdrawnTold()).toEqual([]);
  });

  test("after it was chosen and taken along: those who have it are told where, once", async () => {
    const id = await chosen();
    await flagStory(stage.world, await by(scene.rina), { storyId: id, on: true });
    await exported();
    for (const _ of [1, 2]) await consent(id, "none");
    const posts = await withdrawnTold();
    expect(posts.map(([personId]) => personId)).toEqual([scene.rina, scene.dewi]);
    for (const [, text] of posts) {
      expect(text).toMatch(/PDF, 11 Juni 2024, oleh Dewi/);
      expect(text).not.toContain("Siti");
    }
    expect(await exported()).toMatchObject({ stories: [], held: { no_consent: 1 } });
  });

  test("after one of those who took it along was erased: the others are told all the same", async () => {
    const id = await chosen();
    const former = await buildAdmin(stage.db, { name: "Asep", regionCode: "21" });
    await exported(nextUpdate(), null, former.id);
    await exported();
    await erasePerson(stage.world, await by(former.id), { personId: former.id, endsRoles: true });
    await consent(id, "none");
    const posts = await withdrawnTold();
    expect(posts.map(([personId]) => personId)).toEqual([scene.dewi]);
    expect(posts[0]?.[1]).toMatch(/oleh –[\s\S]*oleh Dewi/);
    expect(posts[0]?.[1]).not.toContain("Asep");
  });

  test("while it waits to leave: it does not leave", async () => {
    const id = await chosen();
    await subscribe();
    expect(await sendStories(stage.world)).toEqual({ sent: 1 });
    expect(await waiting()).toHaveLength(1);
    await consent(id, "none");
    expect(await waiting()).toEqual([]);
    expect(await sendStories(stage.world)).toEqual({ sent: 0 });
    // Given again, it is owed again.
    await consent(id, "library");
    expect(await sendStories(stage.world)).toEqual({ sent: 1 });
    expect(await waiting()).toMatchObject([expect.not.stringContaining("Siti")]);
  });

  test("only the name: what waits with it leaves without it", async () => {
    const id = await chosen();
    await subscribe();
    await exported();
    await sendStories(stage.world);
    expect(await waiting()).toMatchObject([expect.stringContaining("Siti")]);
    await consent(id, "library");
    expect(await waiting()).toEqual([]);
    await sendStories(stage.world);
    expect(await waiting()).toMatchObject([expect.not.stringContaining("Siti")]);
    expect(await withdrawnTold()).toMatchObject([[scene.dewi, expect.stringContaining("nama penulisnya")]]);
  });

  test("while its reader had blocked the bot, and when nobody knew whether it arrived: it is not brought later", async () => {
    const id = await chosen();
    await subscribe();
    await sendStories(stage.world);
    const since = stage.clock.now();
    await stage.world.store.outbox.cancelFor(scene.budi, "blocked", since);
    expect(await stage.world.store.outbox.missedBy(scene.budi, since, since)).toMatchObject([{ count: 1 }]);
    stage.clock.advance(1000);
    await consent(id, "none");
    const now = stage.clock.now();
    expect(await stage.world.store.outbox.missedBy(scene.budi, since, now)).toEqual([]);
    expect(await stage.world.store.outbox.bringMissed(scene.budi, since, now)).toBe(0);
    expect(await waiting()).toEqual([]);
  });

  test("after it was sent: its photos open no more", async () => {
    const id = await chosen();
    await subscribe();
    await sendStories(stage.world);
    const budi = await by(scene.budi);
    expect(await findStoryPhotos(stage.world, budi, id)).toMatchObject({ kind: "found", isReader: true });
    await stage.db.outbox.updateMany({ where: { kind: "story_of_others" }, data: { state: "sent" } });
    await consent(id, "none");
    expect(await findStoryPhotos(stage.world, budi, id)).toEqual({ kind: "not_yours" });
  });

  test("by deleting the story, or by asking to be forgotten, is followed alike", async () => {
    const [first, second] = [await chosen(), await chosen()];
    await subscribe();
    await exported();
    await sendStories(stage.world);
    for (const _ of [1, 2])
      expect(await removeStory(stage.world, await by(scene.siti), first)).toEqual({ kind: "removed" });
    expect(await waiting()).toEqual([]);
    expect(await withdrawnTold()).toHaveLength(1);
    await sendStories(stage.world);
    expect(await waiting()).toHaveLength(1);
    await erasePerson(stage.world, await by(scene.siti), { personId: scene.siti });
    expect(await waiting()).toEqual([]);
    const posts = await withdrawnTold();
    expect(posts).toHaveLength(2);
    expect(posts[1]?.[1]).toMatch(/PDF, 11 Juni 2024/);
    expect(posts[1]?.[1]).not.toContain("Siti");
    expect(await stage.db.story.count({ where: { id: { in: [first, second] } } })).toBe(0);
    expect(await stage.db.storyExport.count()).toBe(0);
  });

  test("by deleting the story before its trainers heard of it: they hear nothing of it any more", async () => {
    const id = await told();
    const waits = () => stage.db.outbox.count({ where: { kind: "story_told", state: "waiting" } });
    expect(await waits()).toBe(1);
    await removeStory(stage.world, await by(scene.siti), id);
    expect(await waits()).toBe(0);
  });

  testOpenTransactions(
    "while the job and a file are at it: either they hold it and are told of, or they see it",
    async () => {
      for (let round = 0; round < 5; round += 1) {
        const id = await chosen();
        await stage.db.storySubscription.deleteMany();
        await stage.db.outbox.deleteMany();
        await subscribe();
        await Promise.all([sendStories(stage.world), consent(id, "none"), exported()]);
        expect(await waiting()).toEqual([]);
        const isTakenAlong = (await stage.db.storyExport.count({ where: { storyId: id } })) > 0;
        const hasHeard = (await withdrawnTold()).some(([, text]) => text.includes("PDF"));
        expect(hasHeard).toBe(isTakenAlong);
        await removeStory(stage.world, await by(scene.siti), id);
      }
    },
  );
});

// Keeps P19.
describe("children on photos", () => {
  test("are shown to nobody else before a guardian's yes is recorded, nor after it is taken back", async () => {
    const id = await chosen({ showsChildren: true });
    await subscribe();
    await sendStories(stage.world);
    const [siti, budi, rina] = [await by(scene.siti), await by(scene.budi), await by(scene.rina)];
    expect(await waiting()).toMatchObject([expect.stringContaining("menunggu izin")]);
    expect(await findStoryPhotos(stage.world, budi, id)).toEqual({ kind: "not_yours" });
    expect(await findStoryPhotos(stage.world, rina, id)).toMatchObject({ kind: "found" });
    for (const _ of [1, 2])
      expect(await recordGuardian(stage.world, siti, { storyId: id, ...GUARDIAN })).toMatchObject({ kind: "decided" });
    expect(await stage.db.audit.findMany({ where: { action: "story.guardian" } })).toMatchObject([
      { actorId: scene.siti, details: { story: id, relation: "parent", how: "letter", on: "2024-06-01" } },
    ]);
    expect(await findStoryPhotos(stage.world, budi, id)).toMatchObject({ kind: "found" });
    expect(await findStory(stage.world, rina, id)).toMatchObject({ story: { guardian: GUARDIAN } });
    await exported();
    for (const _ of [1, 2]) await dropGuardian(stage.world, siti, id);
    expect(await findStoryPhotos(stage.world, budi, id)).toEqual({ kind: "not_yours" });
    expect(await withdrawnTold()).toMatchObject([[scene.dewi, expect.stringContaining("fotonya")]]);
  });

  test("need no yes where there are none, and none comes from the future", async () => {
    const [without, withThem] = [await told(), await told({ showsChildren: true })];
    const siti = await by(scene.siti);
    expect(await recordGuardian(stage.world, siti, { storyId: without, ...GUARDIAN })).toEqual({ kind: "no_children" });
    const tomorrow = { ...GUARDIAN, storyId: withThem, on: "2024-06-12" as const };
    expect(await recordGuardian(stage.world, siti, tomorrow)).toEqual({ kind: "not_then" });
    expect(await recordGuardian(stage.world, siti, { ...tomorrow, on: "2024-06-11" })).toMatchObject({
      kind: "decided",
    });
  });
});
