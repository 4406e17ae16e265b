// For the meeting where libraries learn from each other: trainers propose a story or name a village as an example, admins choose.
import { mayFollowUp } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { Story } from "../../domain/stories/told-story.js";
import type { World } from "../../ports.js";
import type { Refusal } from "../access.js";
import { findPerson } from "../caseload/find-person.js";
import { isAuthor, mayList } from "./find-story.js";
import { recallStory } from "./withdraw-story.js";

type Outcome = { kind: "done"; story: Story } | Refusal;

/** In one tap, by anybody who looks after its author. Twice is once. */
export function flagStory(
  world: World,
  actor: KnownActor,
  { storyId, on }: { storyId: number; on: boolean },
): Promise<Outcome> {
  return change(world, actor, storyId, {
    may: (story) => !isAuthor(actor, story) && mayFollowUp(actor, story),
    async write({ store, clock }, story) {
      if ((story.flaggedAt !== null) === on) return null;
      const now = clock.now();
      await store.stories.change(storyId, { flaggedAt: on ? now : null, flaggedById: on ? actor.person.id : null });
      return on ? "story.flag" : "story.unflag";
    },
  });
}

/** By an admin over its place. It goes to others only as its author allows. Twice is once. */
export function listStory(
  world: World,
  actor: KnownActor,
  { storyId, on }: { storyId: number; on: boolean },
): Promise<Outcome> {
  return change(world, actor, storyId, {
    may: (story) => mayList(actor, story),
    async write(inside, story) {
      const { store, clock } = inside;
      if ((story.listedAt !== null) === on) return null;
      const now = clock.now();
      await store.stories.change(storyId, { listedAt: on ? now : null, listedById: on ? actor.person.id : null });
      if (!on) await recallStory(inside, storyId, "not listed");
      return on ? "story.choose" : "story.unchoose";
    },
  });
}

/** Twice is once. */
export async function nameChampion(
  world: World,
  actor: KnownActor,
  { participantId, on }: { participantId: number; on: boolean },
): Promise<{ kind: "done"; name: string; isNew: boolean } | Refusal> {
  const found = await findPerson(world, actor, { participantId });
  if (found.kind !== "found") return found;
  const { person } = found;
  if (person.personId === actor.person.id) return { kind: "not_yours" };
  const now = world.clock.now();
  return world.transaction(async ({ store }) => {
    const isNew = on
      ? await store.stories.nameChampion(participantId, actor.person.id, now)
      : await store.stories.unnameChampion(participantId);
    if (isNew) {
      const name = on ? "champion.name" : "champion.unname";
      const line = { actorId: actor.person.id, action: name, subject: `participant:${participantId}` } as const;
      await store.audit.record({ ...line, details: {} }, now);
    }
    return { kind: "done", name: person.name, isNew };
  });
}

async function change(
  world: World,
  { person }: KnownActor,
  storyId: number,
  {
    may,
    write,
  }: {
    may(story: Story): boolean;
    /** Null: it was so already. */
    write(
      inside: World,
      story: Story,
    ): Promise<"story.flag" | "story.unflag" | "story.choose" | "story.unchoose" | null>;
  },
): Promise<Outcome> {
  return world.transaction(async (inside): Promise<Outcome> => {
    const { store, clock } = inside;
    const story = await store.stories.hold(storyId);
    if (story === null) return { kind: "gone" };
    if (!may(story)) return { kind: "not_yours" };
    const name = await write(inside, story);
    if (name !== null) {
      const line = { actorId: person.id, action: name, subject: `participant:${story.participantId}` };
      await store.audit.record({ ...line, details: { story: storyId } }, clock.now());
    }
    return { kind: "done", story: (await store.stories.find(storyId)) ?? story };
  });
}
