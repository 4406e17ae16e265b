// A story of change, for its author, for those who look after them, and as far as it was sent to somebody, for the one who got it.
import { adminReach, reachCovers } from "../../domain/people/admin-reach.js";
import { isOwnPractice, mayFollowUp } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import { holdOf, mayShowPhotos } from "../../domain/stories/story.js";
import type { Story } from "../../domain/stories/told-story.js";
import type { World } from "../../ports.js";
import { type Access, access } from "../access.js";

export type FoundStory = Access<{
  story: Story;
  isOwn: boolean;
  /** They decide whether it is chosen for the meeting. */
  mayList: boolean;
}>;

export function findStory(world: World, actor: KnownActor, storyId: number): Promise<FoundStory> {
  return access(world, actor, {
    find: () => storyIn(world, storyId),
    may: ({ story }) =>
      (isAuthor(actor, story) || mayFollowUp(actor, story)) && {
        isOwn: isAuthor(actor, story),
        mayList: mayList(actor, story),
      },
    look: ({ story, isOwn }) =>
      isOwn
        ? null
        : { action: "story.view", subject: `participant:${story.participantId}`, details: { story: storyId } },
  });
}

/** Its author alone: what only they decide. */
export function findOwnStory(world: World, actor: KnownActor, storyId: number): Promise<Access<{ story: Story }>> {
  return access(world, actor, {
    find: () => storyIn(world, storyId),
    may: ({ story }) => isAuthor(actor, story),
  });
}

/** Its photos; of somebody who was sent it, as far as its author still allows it at this moment. */
export function findStoryPhotos(
  world: World,
  actor: KnownActor,
  storyId: number,
): Promise<Access<{ story: Story; isReader: boolean }>> {
  return access(world, actor, {
    find: () => storyIn(world, storyId),
    async may({ story }) {
      if (isAuthor(actor, story) || mayFollowUp(actor, story)) return { isReader: false };
      const key = storyKey(storyId, actor.person.id);
      const isReadable = holdOf(story) === null && mayShowPhotos(story);
      return isReadable && (await world.store.outbox.knownKeys([key])).has(key) && { isReader: true };
    },
    look: ({ story, isReader }) =>
      isReader || isAuthor(actor, story)
        ? null
        : { action: "story.view", subject: `participant:${story.participantId}`, details: { story: storyId } },
  });
}

/** Of the post that brings a story to somebody in another library. */
export function storyKey(storyId: number, personId: number): string {
  return `story:${storyId}:${personId}`;
}

export function isAuthor({ person }: KnownActor, { personId }: Pick<Story, "personId">): boolean {
  return person.id === personId;
}

/** An admin over its place and cohort; nobody about their own. */
export function mayList(actor: KnownActor, story: Story): boolean {
  const isWithin = reachCovers(adminReach(actor.roles), [{ regionCode: story.placeCode, cohortId: story.cohortId }]);
  return !isAuthor(actor, story) && (isWithin || isOwnPractice(actor, story.cohortId));
}

async function storyIn({ store }: World, storyId: number): Promise<{ story: Story } | null> {
  const story = await store.stories.find(storyId);
  return story === null ? null : { story };
}
