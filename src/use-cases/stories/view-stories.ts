// Lists of stories: one's own, those of somebody one looks after, and the desk of admins.
import { lastPage } from "../../domain/paging.js";
import { adminReach, reachWithin } from "../../domain/people/admin-reach.js";
import { type KnownActor, personSubject } from "../../domain/people/person.js";
import type { StoryDesk } from "../../domain/stories/story-actions.js";
import type { ChampionLine, Story } from "../../domain/stories/told-story.js";
import type { PageWish } from "../../ports/page-wish.js";
import type { World } from "../../ports.js";
import { noteLook, type Refusal } from "../access.js";
import { findPerson } from "../caseload/find-person.js";

/** `stopsAll`: they asked for nothing of the kind at all (/berhenti), so nothing comes although they want stories. */
export async function ownStories({ store }: World, { person, takesPart }: KnownActor) {
  const [stories, wantsOthers] = await Promise.all([
    store.stories.ofPerson(person.id),
    store.stories.wantsOthers(person.id),
  ]);
  return { stories, wantsOthers, takesPart, stopsAll: person.optedOut.includes("announcements") };
}

/** Something has been carried out, told already, or asked for from others: before that the menu needs no way there. */
export async function hasStoriesToTell({ store }: Pick<World, "store">, { person }: KnownActor): Promise<boolean> {
  const { hasAny, mayHaveCarriedOut } = await store.stories.standing(person.id);
  if (hasAny || !mayHaveCarriedOut) return hasAny;
  return (await store.plans.ofPerson(person.id)).some(({ state }) => state === "done");
}

export type StoriesOf =
  | { kind: "found"; name: string; participantId: number; stories: Story[]; isChampion: boolean }
  | Refusal;

export async function storiesOf(world: World, actor: KnownActor, participantId: number): Promise<StoriesOf> {
  const found = await findPerson(world, actor, { participantId });
  if (found.kind !== "found") return found;
  const { stories } = world.store;
  const theirs = await stories.ofParticipant(participantId);
  if (theirs.length > 0) {
    await noteLook(world, actor, { action: "story.list", subject: `participant:${participantId}` });
  }
  const isChampion = await stories.isChampion(participantId);
  return { kind: "found", name: found.person.name, participantId, stories: theirs, isChampion };
}

export interface DeskAsked extends PageWish {
  desk: StoryDesk;
  /** Null: all that they reach. */
  placeCode: string | null;
}

export type DeskView =
  | {
      kind: "found";
      stories: Story[];
      champions: ChampionLine[];
      total: number;
      page: number;
      last: number;
      placeName: string | null;
    }
  | Refusal;

/** For admins, within their own reach. */
export async function viewStoryDesk(world: World, actor: KnownActor, asked: DeskAsked): Promise<DeskView> {
  const { desk, placeCode, most } = asked;
  const reach = reachWithin(adminReach(actor.roles), placeCode);
  if (reach.length === 0) return { kind: "not_yours" };
  const { stories } = world.store;
  const place = placeCode === null ? null : await world.store.places.find(placeCode);
  const total = await stories.countOnDesk(desk, reach);
  const last = lastPage(total, most);
  // Something may have left the desk since the button was made.
  const page = Math.min(asked.page, last);
  const part = { limit: most, offset: page * most };
  const found =
    desk === "champions"
      ? { stories: [], champions: await stories.champions(reach, part) }
      : { champions: [], stories: await stories.onDesk(desk, reach, part) };
  const shown = [...new Set([...found.stories, ...found.champions].map(({ personId }) => personSubject(personId)))];
  if (shown.length > 0) {
    await noteLook(world, actor, { action: "story.list", subject: "stories", details: { filter: desk }, shown });
  }
  return { kind: "found", ...found, total, page, last, placeName: place?.name ?? null };
}

export async function storyPlaces({ store }: World, actor: KnownActor, desk: StoryDesk) {
  const reach = adminReach(actor.roles);
  return reach.length === 0 ? null : store.stories.provinces(desk, reach);
}
