// Stories of change: who may do what with one, and that less is followed everywhere at once when its author takes something back.
import { beforeEach, describe, expect, inject, test } from "vitest";
import type { StoryAnswers, StoryConsent } from "../../../src/domain/stories/story.js";
import {
  decideConsent,
  dropGuardian,
  erasePerson,
  exportStories,
  findStory,
  findStoryPhotos,
  flagStory,
  listStory,
  nameChampion,
  ownStories,
  recordGuardian,
  removeStory,
  sendStories,
  sendStory,
  storiesOf,
  storyPlaces,
  typeStory,
  viewStoryDesk,
  wantStories,
} from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { outsidersOf } from "../../support/world/outsiders.js";
import { actorOf } from "../../support/world/plans.js";

const testOpenTransactions = test.skipIf(inject("database").kind !== "postgres");

// Tuesday, 10:30 in Tanjungpinang.
const stage = stageAt("2024-06-11T03:30:00Z");

const answer = { text: "Seorang ibu penjual kue", voiceId: null };
const WRITTEN: StoryAnswers = { who: answer, before: answer, activity: answer, after: answer, proof: answer };
const SPOKEN: StoryAnswers = { ...WRITTEN, before: { text: null, voiceId: "suara-1" } };
const GUARDIAN = { name: "Ibu Ratna", relation: "parent", how: "letter", on: "2024-06-01" } as const;

interface Scene {
  classId: number;
  siti: number;
  participantId: number;
  budi: number;
  rina: number;
  dewi: number;
}

let scene: Scene;
let updates = 1000;
beforeEach(async () => {
  const { id: classId } = await buildClass(stage.db);
  const siti = await buildParticipant(stage.db, classId, { name: "Siti", libraryName: "Perpustakaan Berakit" });
  const budi = await buildParticipant(stage.db, classId, { name: "Budi", libraryName: "Perpustakaan Lagoi" });
  const rina = await buildTrainer(stage.db, [classId], { name: "Rina" });
  const dewi = await buildAdmin(stage.db, { name: "Dewi", regionCode: "21" });
  scene = {
    ...{ classId, siti: siti.person.id, participantId: siti.participant.id },
    ...{ budi: budi.person.id, rina: rina.id, dewi: dewi.id },
  };
});

const by = (personId: number) => actorOf(stage.world, personId);

async function told(story: Partial<Parameters<typeof sendStory>[2]> = {}, personId = scene.siti): Promise<number> {
  const input = { answers: WRITTEN, photos: ["foto-1"], showsChildren: false, updateId: ++updates, ...story };
  const outcome = await sendStory(stage.world, await by(personId), input);
  if (outcome.kind !== "sent") throw new Error(`Not sent: ${outcome.kind}`);
  return outcome.story.id;
}

const consent = async (storyId: number, to: StoryConsent) =>
  decideConsent(stage.world, await by(scene.siti), { storyId, consent: to });

/** Allowed with its author's name, and chosen. */
async function chosen(story: Parameters<typeof told>[0] = {}): Promise<number> {
  const storyId = await told(story);
  await consent(storyId, "name");
  await listStory(stage.world, await by(scene.dewi), { storyId, on: true });
  return storyId;
}

async function waiting(personId = scene.budi): Promise<string[]> {
  const where = { kind: "story_of_others", personId, state: "waiting" as const };
  return (await stage.db.outbox.findMany({ where })).map(({ message }) => (message as { text: string }).text);
}

async function exported(updateId = ++updates, placeCode: string | null = null, personId = scene.dewi) {
  const asked = { placeCode, form: "pdf" as const, purpose: "PLM", updateId };
  return exportStories(stage.world, await by(personId), asked);
}

async function withdrawnTold(): Promise<[number | null, string][]> {
  const posts = await stage.db.outbox.findMany({ where: { kind: "story_withdrawn" }, orderBy: { id: "asc" } });
  return posts.map(({ personId, message }) => [personId, (message as { text: string }).text]);
}

const subscribe = async (personId = scene.budi) => wantStories(stage.world, await by(personId), true);

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
    const outcome = await sendStory(stage.world, await by(scene.rina), {
      ...{ answers: WRITTEN, photos: [], showsChildren: false, updateId: 1 },
    });
    expect(outcome).toEqual({ kind: "not_yours" });
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
    await exported(++updates, null, former.id);
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

// Keeps P32.
describe("what was said", () => {
  const typed = async (personId: number, storyId: number, text = "Dulu sepi", updateId = ++updates) =>
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
});
