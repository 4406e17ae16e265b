// The stories that were chosen, for the meeting: as their authors allow. Of the others it is said how many there are, and why not.
import { adminReach, reachWithin } from "../../domain/people/admin-reach.js";
import type { KnownActor } from "../../domain/people/person.js";
import { holdOf, MOST_STORIES_IN_FILE, type StoryHold } from "../../domain/stories/story.js";
import type { StorySheetForm } from "../../domain/stories/story-actions.js";
import type { Story } from "../../domain/stories/told-story.js";
import type { World } from "../../ports.js";
import type { Refusal } from "../access.js";
import { type ExportAsked, noteExport } from "../own-data/note-export.js";

export interface ExportedStories {
  stories: Story[];
  held: Record<StoryHold, number>;
  /** Chosen, and more than a file holds. */
  left: number;
  placeName: string | null;
  countedAt: Date;
}

export type ExportStoriesOutcome = ({ kind: "exported" } & ExportedStories) | { kind: "nothing" } | Refusal;

/** Twice is once: handled again it gives the file anew, and leaves no second line. */
export async function exportStories(
  world: World,
  actor: KnownActor,
  { placeCode, form, ...asked }: { placeCode: string | null; form: StorySheetForm } & ExportAsked,
): Promise<ExportStoriesOutcome> {
  const reach = reachWithin(adminReach(actor.roles), placeCode);
  if (reach.length === 0) return { kind: "not_yours" };
  const now = world.clock.now();
  return world.transaction(async (inside): Promise<ExportStoriesOutcome> => {
    const { store } = inside;
    const listed = await store.stories.listed(reach, MOST_STORIES_IN_FILE);
    if (listed.length === 0) return { kind: "nothing" };
    // A yes that is taken back at this moment either waits until this is noted, and then names this file, or is seen here.
    const stories: Story[] = [];
    const held: Record<StoryHold, number> = { no_consent: 0, not_admitted: 0, untyped: 0 };
    for (const { id } of listed.toSorted((one, other) => one.id - other.id)) {
      const story = await store.stories.hold(id);
      const hold = story === null ? null : holdOf(story);
      if (story !== null && hold === null) stories.push(story);
      else if (hold !== null) held[hold] += 1;
    }
    const inOrder = listed.flatMap(({ id }) => stories.find((story) => story.id === id) ?? []);
    const { updateId } = asked;
    await store.stories.noteExports(
      inOrder.map(({ id }) => id),
      { byId: actor.person.id, updateId, form },
      now,
    );
    const left = (await store.stories.countOnDesk("listed", reach)) - listed.length;
    const details = { form, place: placeCode, rows: inOrder.length };
    await noteExport(inside, actor, { action: "stories.export", subject: "stories", details }, asked);
    const place = placeCode === null ? null : await store.places.find(placeCode);
    return { kind: "exported", stories: inOrder, held, left, placeName: place?.name ?? null, countedAt: now };
  });
}
