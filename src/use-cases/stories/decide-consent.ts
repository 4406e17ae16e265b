// An author says whether others may read their story, and whose name stands on it; says who allowed the children on its photos; or takes
// it away altogether. Less than before is followed at once, wherever the story is.
import type { KnownActor } from "../../domain/people/person.js";
import { type Guardian, isNarrowed, type StoryConsent } from "../../domain/stories/story.js";
import type { Story } from "../../domain/stories/told-story.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { World } from "../../ports.js";
import type { Refusal } from "../access.js";
import { isAuthor } from "./find-story.js";
import { withdrawStory } from "./withdraw-story.js";

type Decided = { kind: "decided"; story: Story } | Refusal;

/** Twice is once. */
export function decideConsent(
  world: World,
  actor: KnownActor,
  { storyId, consent }: { storyId: number; consent: StoryConsent },
): Promise<Decided> {
  return asAuthor(world, actor, storyId, async (inside, story) => {
    if (story.consent === consent) return;
    const now = inside.clock.now();
    await inside.store.stories.change(storyId, { consent, consentAt: now });
    await note(inside, actor, story, "story.consent", { consent });
    if (isNarrowed(story.consent, consent)) await withdrawStory(inside, story, consent === "none" ? "all" : "name");
  });
}

export type GuardianOutcome = Decided | { kind: "no_children" | "not_then" };

/** Only where children are seen on its photos. `on`: not later than today. */
export async function recordGuardian(
  world: World,
  actor: KnownActor,
  { storyId, ...guardian }: Guardian & { storyId: number },
): Promise<GuardianOutcome> {
  const story = await world.store.stories.find(storyId);
  if (story !== null && isAuthor(actor, story)) {
    if (!story.showsChildren) return { kind: "no_children" };
    if (guardian.on > dayIn(story.zone, world.clock.now())) return { kind: "not_then" };
  }
  return asAuthor(world, actor, storyId, async (inside, held) => {
    if (JSON.stringify(sorted(held.guardian)) === JSON.stringify(sorted(guardian))) return;
    await inside.store.stories.change(storyId, { guardian });
    const { name: _, ...facts } = guardian;
    await note(inside, actor, held, "story.guardian", facts);
  });
}

/** Twice is once. The photos are shown to nobody else from then on. */
export function dropGuardian(world: World, actor: KnownActor, storyId: number): Promise<Decided> {
  return asAuthor(world, actor, storyId, async (inside, story) => {
    if (story.guardian === null) return;
    await inside.store.stories.change(storyId, { guardian: null });
    await note(inside, actor, story, "story.guardian-drop", {});
    await withdrawStory(inside, story, "photos");
  });
}

/** Twice is once: what is gone is gone. */
export async function removeStory(
  world: World,
  actor: KnownActor,
  storyId: number,
): Promise<{ kind: "removed" } | Refusal> {
  const outcome = await asAuthor(world, actor, storyId, async (inside, story) => {
    await withdrawStory(inside, story, "all", { isGone: true });
    await note(inside, actor, story, "story.remove", {});
    await inside.store.stories.remove(storyId);
  });
  return outcome.kind === "not_yours" ? outcome : { kind: "removed" };
}

/** With the author and the story held, so that nothing is sent or taken along beside the decision. */
async function asAuthor(
  world: World,
  actor: KnownActor,
  storyId: number,
  change: (inside: World, story: Story) => Promise<void>,
): Promise<Decided> {
  return world.transaction(async (inside): Promise<Decided> => {
    await inside.store.people.hold([actor.person.id]);
    const story = await inside.store.stories.hold(storyId);
    if (story === null) return { kind: "gone" };
    if (!isAuthor(actor, story)) return { kind: "not_yours" };
    await change(inside, story);
    return { kind: "decided", story: (await inside.store.stories.find(storyId)) ?? story };
  });
}

async function note(
  { store, clock }: World,
  { person }: KnownActor,
  { id, participantId }: Story,
  name: "story.consent" | "story.guardian" | "story.guardian-drop" | "story.remove",
  details: Record<string, string>,
): Promise<void> {
  const line = { actorId: person.id, action: name, subject: `participant:${participantId}` };
  await store.audit.record({ ...line, details: { story: id, ...details } }, clock.now());
}

/** The database gives the keys of JSON back in an order of its own. */
function sorted(guardian: Guardian | null): [string, string][] | null {
  return guardian === null
    ? null
    : (Object.entries(guardian) as [string, string][]).sort(([a], [b]) => (a < b ? -1 : 1));
}
