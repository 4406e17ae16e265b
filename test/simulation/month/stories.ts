// Stories in a lived month: some tell one of what changed, an admin chooses it, some take their yes back; a fifth asked for stories of others.
import type { KnownActor } from "../../../src/domain/people/person.js";
import { addDays, dayIn } from "../../../src/domain/time/calendar.js";
import { decideConsent, listStory, tellStory, wantStories } from "../../../src/use-cases/index.js";
import type { Stage } from "../../support/stage/stage.js";
import { actorOf } from "../../support/world/plans.js";
import { chanceOf } from "../random.js";
import { type LivedStory, type Month, nowOf, type Someone, takesPart } from "./lived.js";

/** By their place in the month, whatever their number. */
export const wantsStories = (n: number) => n % 5 === 2;
const tellsOne = (n: number) => n % 9 === 1;
/** One in three takes their yes back, so many days later: when most who asked have the story, and some do not. */
const TAKEN_BACK_AFTER_DAYS = 4;

export async function askForStories(stage: Stage, personId: number): Promise<void> {
  await wantStories(stage.world, await actorOf(stage.world, personId), true);
}

/** On one of the days of the three weeks after the class, at noon; once each. */
export async function liveStories(stage: Stage, admin: KnownActor, month: Month, seed: number): Promise<void> {
  const now = stage.clock.now();
  const today = dayIn("Asia/Jakarta", now);
  for (const one of month.people) {
    const { n } = one;
    const chance = chanceOf(seed * 104_729 + n);
    const on = addDays("2024-06-10", chance.below(21));
    const takesBack = chance.happens(0.33) || n === 1;
    // What one has told is told no more by who follows them.
    if (!tellsOne(n) || one.follows !== null) continue;
    if (today === on && takesPart(one, now)) month.stories.push(await tell(stage, admin, one, n));
    if (takesBack && today === addDays(on, TAKEN_BACK_AFTER_DAYS)) await takeBack(stage, one, month);
  }
}

async function tell(stage: Stage, admin: KnownActor, one: Someone, n: number): Promise<LivedStory> {
  const words = `Cerita nomor ${n} dari desa.`;
  const said = (text: string) => ({ text, voiceId: null });
  const answers = {
    ...{ who: said(words), before: said("Belum ada pengunjung"), activity: said("Kelas memasak") },
    ...{ after: said("Ramai setiap sore"), proof: said("Buku tamu") },
  };
  const author = await actorOf(stage.world, one.id);
  const [participant] = await stage.world.store.participants.ofPerson(one.id);
  const story = { participantId: participant?.id ?? 0, answers, photos: [], showsChildren: false, updateId: -1 - n };
  const outcome = await tellStory(stage.world, author, story);
  if (outcome.kind !== "sent") throw new Error(`not sent: ${outcome.kind}`);
  const storyId = outcome.story.id;
  await decideConsent(stage.world, author, { storyId, consent: "name" });
  await listStory(stage.world, admin, { storyId, on: true });
  return { id: storyId, authorId: one.id, words, takenBackAt: null };
}

async function takeBack(stage: Stage, one: Someone, month: Month): Promise<void> {
  const story = month.stories.find(({ authorId }) => authorId === one.id);
  if (story === undefined) return;
  await decideConsent(stage.world, await actorOf(stage.world, nowOf(one).id), { storyId: story.id, consent: "none" });
  story.takenBackAt = stage.clock.now();
}
