// A participant sends a story of change; those who look after them hear of it. Nobody else reads it before its author has said yes.
import { action } from "../../domain/messages/action.js";
import type { KnownActor } from "../../domain/people/person.js";
import { MOST_STORIES, type StoryAnswers, storySubject } from "../../domain/stories/story.js";
import type { Story } from "../../domain/stories/told-story.js";
import type { Participant } from "../../ports/people/participants.js";
import type { World } from "../../ports.js";
import { postTo, type ToPost } from "../posting.js";

export interface StoryToSend {
  /** One of those of mayTellStory(): it says in whose name the story goes, and who hears of it. */
  participantId: number;
  answers: StoryAnswers;
  photos: string[];
  showsChildren: boolean;
  updateId: number;
}

export type TellStoryOutcome = { kind: "sent"; story: Story } | { kind: "not_yours" | "too_many" };

/** Whether they take part, and have room for one more; the libraries of which they may tell, the latest first. */
export async function mayTellStory({ store }: Pick<World, "store">, { person }: KnownActor) {
  const participants = ofEachLibrary(await store.participants.ofPerson(person.id));
  if (participants.length === 0) return { kind: "not_yours" as const };
  const told = await store.stories.ofPerson(person.id);
  return { kind: told.length >= MOST_STORIES ? ("too_many" as const) : ("may" as const), participants };
}

/** Of several classes for one library the latest is meant. */
function ofEachLibrary(latestFirst: Participant[]): Participant[] {
  const known = new Set<number | undefined>();
  return latestFirst.filter(({ library }) => !known.has(library?.id) && known.add(library?.id));
}

/** Twice is once, by the update. */
export async function tellStory(
  world: World,
  actor: KnownActor,
  { updateId, participantId, ...story }: StoryToSend,
): Promise<TellStoryOutcome> {
  const { person } = actor;
  const now = world.clock.now();
  return world.transaction(async (inside): Promise<TellStoryOutcome> => {
    const { store } = inside;
    if ((await store.people.hold([person.id])).has(person.id)) return { kind: "not_yours" };
    const known = (await store.stories.ofPerson(person.id)).length;
    const own = await store.participants.ofPerson(person.id);
    if (own.every(({ id }) => id !== participantId)) return { kind: "not_yours" };
    const { id, isNew } = await store.stories.insert({ participantId, updateId, ...story }, now);
    const sent = await store.stories.find(id);
    if (sent === null) return { kind: "not_yours" };
    if (!isNew) return { kind: "sent", story: sent };
    if (known >= MOST_STORIES) {
      await store.stories.remove(id);
      return { kind: "too_many" };
    }
    const subject = `participant:${participantId}`;
    await store.audit.record({ actorId: person.id, action: "story.send", subject, details: { story: id } }, now);
    await postTo(inside, await toTell(inside, sent));
    return { kind: "sent", story: sent };
  });
}

async function toTell({ store, clock }: World, story: Story): Promise<ToPost[]> {
  const carers = await store.classes.carersOf(story.classId, clock.now());
  return carers
    .filter(({ id }) => id !== story.personId)
    .map((carer) => ({
      key: `story-told:${story.id}:${carer.id}`,
      kind: "story_told",
      to: { ...carer, zone: carer.zone ?? story.zone },
      names: [story.personId],
      subjects: [storySubject(story.id)],
      say: ({ stories, storyDesk }) => ({
        ...storyDesk.told(story.authorName, story.libraryName),
        buttons: [[{ label: stories.read, data: action("story", story.id) }]],
      }),
    }));
}
