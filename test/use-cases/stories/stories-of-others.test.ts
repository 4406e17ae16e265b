// Stories of other libraries come to those who asked for them.
import { describe, expect, test } from "vitest";
import {
  decideAdmission,
  listStory,
  nameChampion,
  offerHandover,
  sendStories,
  takeOver,
  viewStoryDesk,
  wantStories,
} from "../../../src/use-cases/index.js";
import { buildParticipant, buildPerson } from "../../support/world/builders.js";
import { openStoryScene } from "./story-scene.js";

const { stage, scene, by, chosen, waiting, exported, subscribe } = openStoryScene();

describe("stories from other libraries", () => {
  const DAY = 86_400_000;

  test("come to those who asked for them, one a week, none twice, never their own", async () => {
    for (const personId of [scene.siti, scene.budi]) await subscribe(personId);
    const ids = [await chosen(), await chosen()];
    expect(await sendStories(stage.world)).toEqual({ sent: 1 });
    expect(await sendStories(stage.world)).toEqual({ sent: 0 });
    await stage.db.outbox.updateMany({
      where: { kind: "story_of_others" },
      data: { state: "sent", settledAt: stage.clock.now() },
    });
    for (const days of [1, 5]) {
      stage.clock.advance(days * DAY);
      expect(await sendStories(stage.world)).toEqual({ sent: 0 });
    }
    stage.clock.advance(DAY);
    expect(await sendStories(stage.world)).toEqual({ sent: 1 });
    stage.clock.advance(7 * DAY);
    expect(await sendStories(stage.world)).toEqual({ sent: 0 });
    const posts = await stage.db.outbox.findMany({ where: { kind: "story_of_others" }, orderBy: { id: "asc" } });
    expect(posts.map(({ key }) => key)).toEqual(ids.map((id) => `story:${id}:${scene.budi}`));
    // Within the message budget, like all that nobody needs today.
    expect(posts.every(({ exempt }) => !exempt)).toBe(true);
  });

  test("never come from one's own library, nor to those who do not want them, pause, or are gone", async () => {
    const colleague = await buildParticipant(stage.db, scene.classId, {
      ...{ name: "Rekan", libraryName: "Perpustakaan Berakit" },
      placeCode: (await stage.db.library.findFirstOrThrow({ where: { name: "Perpustakaan Berakit" } })).placeCode,
    });
    await chosen();
    await subscribe(colleague.person.id);
    expect(await sendStories(stage.world)).toEqual({ sent: 0 });
    const keeps = [
      { pausedUntil: new Date("2024-07-01") },
      { pausedUntil: null, unreachableSince: stage.clock.now() },
      { unreachableSince: null, optedOut: ["announcements"] },
      { optedOut: [], zone: null },
    ];
    await subscribe();
    for (const data of keeps) {
      await stage.db.person.update({ where: { id: scene.budi }, data });
      expect(await sendStories(stage.world), JSON.stringify(data)).toEqual({ sent: 0 });
    }
    await stage.db.person.update({ where: { id: scene.budi }, data: { zone: "Asia/Jakarta" } });
    for (const _ of [1, 2]) await wantStories(stage.world, await by(scene.budi), false);
    expect(await sendStories(stage.world)).toEqual({ sent: 0 });
    for (const _ of [1, 2]) await subscribe();
    expect(await sendStories(stage.world)).toEqual({ sent: 1 });
    await wantStories(stage.world, await by(scene.budi), false);
    expect(await waiting()).toEqual([]);
  });

  test("never come to their own author, also one without a library", async () => {
    await stage.db.participant.update({ where: { id: scene.participantId }, data: { libraryId: null } });
    await chosen();
    await subscribe(scene.siti);
    expect(await sendStories(stage.world)).toEqual({ sent: 0 });
    await subscribe();
    expect(await sendStories(stage.world)).toEqual({ sent: 1 });
  });

  test("leave in the morning of working days", async () => {
    await chosen();
    await subscribe();
    for (const at of ["2024-06-11T02:59:00Z", "2024-06-11T13:01:00Z", "2024-06-16T04:00:00Z"]) {
      stage.clock.set(new Date(at));
      expect(await sendStories(stage.world), at).toEqual({ sent: 0 });
    }
    stage.clock.set(new Date("2024-06-18T03:00:00Z"));
    expect(await sendStories(stage.world)).toEqual({ sent: 1 });
  });

  test("are chosen ones alone: what is not on the list any more does not leave", async () => {
    const id = await chosen();
    await subscribe();
    await sendStories(stage.world);
    for (const _ of [1, 2]) await listStory(stage.world, await by(scene.dewi), { storyId: id, on: false });
    expect(await waiting()).toEqual([]);
    expect(await sendStories(stage.world)).toEqual({ sent: 0 });
    expect(await stage.db.audit.count({ where: { action: "story.unchoose" } })).toBe(1);
  });

  test("come from nobody who is not let into the library that they name, as long as that is so", async () => {
    const { db, world } = stage;
    await db.participant.update({ where: { id: scene.participantId }, data: { admission: "waiting" } });
    await nameChampion(world, await by(scene.rina), { participantId: scene.participantId, on: true });
    await chosen();
    await subscribe();
    const desk = async () => {
      const asked = { desk: "champions", placeCode: null, page: 0, most: 8 } as const;
      return viewStoryDesk(world, await by(scene.dewi), asked);
    };
    expect(await sendStories(world)).toEqual({ sent: 0 });
    expect(await exported()).toMatchObject({ stories: [], held: { not_admitted: 1 } });
    expect(await desk()).toMatchObject({ champions: [], total: 0 });
    const decide = async (decision: "yes" | "no") =>
      decideAdmission(world, await by(scene.rina), { participantId: scene.participantId, decision });
    expect((await decide("yes")).kind).toBe("admitted");
    expect(await sendStories(world)).toEqual({ sent: 1 });
    expect(await exported()).toMatchObject({ stories: [{}] });
    expect(await desk()).toMatchObject({ total: 1 });
    // What waits to leave does not leave once the yes is taken back; a yes after all brings it anew.
    expect((await decide("no")).kind).toBe("refused");
    expect(await waiting()).toEqual([]);
    expect(await sendStories(world)).toEqual({ sent: 0 });
    expect((await decide("yes")).kind).toBe("admitted");
    expect(await sendStories(world)).toEqual({ sent: 1 });
    expect(await waiting()).toHaveLength(1);
  });

  // Keeps P11.
  test("come no more to who has handed their library over", async () => {
    const { db, world } = stage;
    await chosen();
    await subscribe();
    expect(await sendStories(world)).toEqual({ sent: 1 });
    const { id } = await db.participant.findFirstOrThrow({ where: { personId: scene.budi } });
    const page = await offerHandover(world, await by(scene.budi), id);
    const next = await by((await buildPerson(db, { name: "Eka" })).id);
    if (page.kind !== "found" || page.open === null) throw new Error("No code was made.");
    await takeOver(world, next, { code: page.open.code, says: null });
    expect(await waiting()).toEqual([]);
    await chosen();
    stage.clock.advance(7 * DAY);
    expect(await sendStories(world)).toEqual({ sent: 0 });
  });

  test("come a week after the last one arrived, however long that one had waited", async () => {
    await subscribe();
    await chosen();
    expect(await sendStories(stage.world)).toEqual({ sent: 1 });
    await chosen();
    stage.clock.advance(2 * DAY);
    const settledAt = stage.clock.now();
    await stage.db.outbox.updateMany({ where: { kind: "story_of_others" }, data: { state: "sent", settledAt } });
    stage.clock.advance(6 * DAY);
    expect(await sendStories(stage.world)).toEqual({ sent: 0 });
    stage.clock.advance(DAY);
    expect(await sendStories(stage.world)).toEqual({ sent: 1 });
  });
});
