// A yes was taken back: what waits to leave does not leave, and those who proposed the story, chose it or took it along hear of it, with
// where it is already.
import { action } from "../../domain/messages/action.js";
import type { Person } from "../../domain/people/person.js";
import { storySubject } from "../../domain/stories/story.js";
import type { Story } from "../../domain/stories/told-story.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { World } from "../../ports.js";
import { postTo, type ToPost } from "../posting.js";

/** all: others read it no more · age: nor is it kept, after so long · name: only without its author's · photos: only without these. */
export type Withdrawn = "all" | "age" | "name" | "photos";

/** Call it with the author and the story held. */
export async function withdrawStory(
  inside: World,
  story: Story,
  what: Withdrawn,
  { isGone = false } = {},
): Promise<void> {
  const { store, clock } = inside;
  const now = clock.now();
  // Photos travel in no post: each look at them asks anew.
  if (what !== "photos") await recallStory(inside, story.id, "withdrawn");
  // Of what is gone nobody is told any more that it came.
  if (isGone)
    await store.outbox.takeBack({ subject: storySubject(story.id) }, "removed", now, ["story_told", "story_typed"]);
  const files = await store.stories.exportsOf(story.id);
  const ids = [story.flaggedById, story.listedById, ...files.map(({ byId }) => byId)].filter((id) => id !== null);
  const told = [...new Set(ids)].filter((id) => id !== story.personId);
  const people = await Promise.all(told.map((id) => store.people.find(id)));
  const words = {
    what,
    village: story.village === "" ? story.className : story.village,
    regencyName: story.regencyName,
    sentOn: dayIn(story.zone, story.sentAt),
    files: files.map(({ byName, form, at }) => ({ byName, form, on: dayIn(story.zone, at) })),
  };
  await postTo(
    inside,
    people
      .filter((person): person is Person => person !== null)
      .map(
        (person): ToPost => ({
          key: `story-withdrawn:${story.id}:${now.getTime()}:${person.id}`,
          kind: "story_withdrawn",
          to: { ...person, zone: person.zone ?? story.zone },
          // Not its author: when they are erased it is told all the same, by place and day.
          names: files.flatMap(({ byId, byName }) => (byName === null ? [] : [byId])),
          say: ({ stories, storyDesk }) => ({
            ...storyDesk.withdrawn(words),
            buttons: isGone ? [] : [[{ label: stories.open, data: action("story", story.id) }]],
          }),
        }),
      ),
  );
}

/** Nothing of it leaves as it was: neither what waits, nor what did not arrive and could be brought later. */
export async function recallStory({ store, clock }: World, storyId: number, cause: string): Promise<void> {
  const subject = storySubject(storyId);
  await store.outbox.takeBack({ subject }, cause, clock.now(), ["story_of_others"]);
}

/** Of somebody who does not act for this library (any more): nothing more leaves in its name. */
export async function recallStoriesOf(inside: World, participantId: number, cause: string): Promise<void> {
  for (const { id } of await inside.store.stories.ofParticipant(participantId)) await recallStory(inside, id, cause);
}

/** Of somebody who is about to be erased, and is held. */
export async function withdrawStoriesOf(inside: World, personId: number, because: "asked" | "age"): Promise<void> {
  const { stories } = inside.store;
  const ids = (await stories.ofPerson(personId)).map(({ id }) => id).sort((a, b) => a - b);
  for (const id of ids) {
    const story = await stories.hold(id);
    if (story !== null) await withdrawStory(inside, story, because === "age" ? "age" : "all", { isGone: true });
  }
}
