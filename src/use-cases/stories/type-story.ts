// What was said in a story is written down: by its author, or by anybody who looks after them. The author sees how.
import { action } from "../../domain/messages/action.js";
import { mayFollowUp } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import { awaitsTyping, type StoryPrompt, storySubject } from "../../domain/stories/story.js";
import type { Story } from "../../domain/stories/told-story.js";
import type { World } from "../../ports.js";
import type { Refusal } from "../access.js";
import { postTo } from "../posting.js";
import { isAuthor } from "./find-story.js";
import { recallStory } from "./withdraw-story.js";

export type TypeStoryOutcome = { kind: "typed"; story: Story } | Refusal;

/** Twice is once: the same words change nothing. Where nothing was said there is nothing to write down. */
export async function typeStory(
  world: World,
  actor: KnownActor,
  { storyId, prompt, text, updateId }: { storyId: number; prompt: StoryPrompt; text: string; updateId: number },
): Promise<TypeStoryOutcome> {
  const { person } = actor;
  const now = world.clock.now();
  return world.transaction(async (inside): Promise<TypeStoryOutcome> => {
    const { store } = inside;
    const seen = await store.stories.find(storyId);
    if (seen === null) return { kind: "gone" };
    await store.people.hold([person.id, seen.personId]);
    const story = await store.stories.hold(storyId);
    if (story === null) return { kind: "gone" };
    if (!isAuthor(actor, story) && !mayFollowUp(actor, story)) return { kind: "not_yours" };
    const before = story.answers[prompt];
    if (before.voiceId === null) return { kind: "gone" };
    if (before.text === text) return { kind: "typed", story };
    const answers = { ...story.answers, [prompt]: { ...before, text } };
    await store.stories.change(storyId, { answers, awaitsTyping: awaitsTyping(answers) });
    // What waits to leave says it in the old words; it is posted anew.
    await recallStory(inside, storyId, "typed anew");
    const line = { actorId: person.id, action: "story.type", subject: `participant:${story.participantId}` } as const;
    await store.audit.record({ ...line, details: { story: storyId, prompt } }, now);
    const author = isAuthor(actor, story) ? null : await store.people.find(story.personId);
    if (author !== null) {
      await postTo(inside, [
        {
          key: `story-typed:${storyId}:${prompt}:${updateId}`,
          kind: "story_typed",
          to: author,
          names: [person.id],
          subjects: [storySubject(storyId)],
          say: ({ stories }) => ({
            ...stories.typedForYou({ by: person.name, prompt, text, mayBeRead: story.consent !== "none" }),
            buttons: [[{ label: stories.open, data: action("story", storyId) }]],
          }),
        },
      ]);
    }
    return { kind: "typed", story: (await store.stories.find(storyId)) ?? story };
  });
}
