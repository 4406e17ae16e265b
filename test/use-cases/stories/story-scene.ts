// Two participants, their trainer and their admin, and what each of them does with a story.
import { beforeEach } from "vitest";
import type { StoryAnswers, StoryConsent } from "../../../src/domain/stories/story.js";
import { decideConsent, exportStories, listStory, tellStory, wantStories } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

interface Scene {
  classId: number;
  siti: number;
  participantId: number;
  budi: number;
  rina: number;
  dewi: number;
}

/** Called once at the top of a file: two who tell, their trainer and their admin, anew for each test. */
export function openStoryScene() {
  // Tuesday, 10:30 in Tanjungpinang.
  const stage = stageAt("2024-06-11T03:30:00Z");

  const answer = { text: "Seorang ibu penjual kue", voiceId: null };
  const WRITTEN: StoryAnswers = { who: answer, before: answer, activity: answer, after: answer, proof: answer };
  const SPOKEN: StoryAnswers = { ...WRITTEN, before: { text: null, voiceId: "suara-1" } };
  const GUARDIAN = { name: "Ibu Ratna", relation: "parent", how: "letter", on: "2024-06-01" } as const;

  const scene = {} as Scene;
  let updates = 1000;
  const nextUpdate = () => ++updates;
  beforeEach(async () => {
    const { id: classId } = await buildClass(stage.db);
    const siti = await buildParticipant(stage.db, classId, { name: "Siti", libraryName: "Perpustakaan Berakit" });
    const budi = await buildParticipant(stage.db, classId, { name: "Budi", libraryName: "Perpustakaan Lagoi" });
    const rina = await buildTrainer(stage.db, [classId], { name: "Rina" });
    const dewi = await buildAdmin(stage.db, { name: "Dewi", regionCode: "21" });
    Object.assign(scene, {
      ...{ classId, siti: siti.person.id, participantId: siti.participant.id },
      ...{ budi: budi.person.id, rina: rina.id, dewi: dewi.id },
    });
  });

  const by = (personId: number) => actorOf(stage.world, personId);

  async function told(story: Partial<Parameters<typeof tellStory>[2]> = {}): Promise<number> {
    const { participantId } = scene;
    const written = { answers: WRITTEN, photos: ["foto-1"], showsChildren: false };
    const input = { ...written, participantId, updateId: nextUpdate(), ...story };
    const outcome = await tellStory(stage.world, await by(scene.siti), input);
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

  async function exported(updateId = nextUpdate(), placeCode: string | null = null, personId = scene.dewi) {
    const asked = { placeCode, form: "pdf" as const, purpose: "PLM", updateId };
    return exportStories(stage.world, await by(personId), asked);
  }

  async function withdrawnTold(): Promise<[number | null, string][]> {
    const posts = await stage.db.outbox.findMany({ where: { kind: "story_withdrawn" }, orderBy: { id: "asc" } });
    return posts.map(({ personId, message }) => [personId, (message as { text: string }).text]);
  }

  const subscribe = async (personId = scene.budi) => wantStories(stage.world, await by(personId), true);

  return {
    stage,
    scene,
    nextUpdate,
    by,
    answer,
    WRITTEN,
    SPOKEN,
    GUARDIAN,
    told,
    consent,
    chosen,
    waiting,
    exported,
    withdrawnTold,
    subscribe,
  };
}
