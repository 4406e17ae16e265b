// What a new edition of the place data changed where the programme is: for admins, as far as their reach goes, until it is old news.
import { adminReach } from "../../domain/people/admin-reach.js";
import { type Actor, isAdmin } from "../../domain/people/person.js";
import { PLACE_NEWS_DAYS, type PlaceNews } from "../../domain/places/place-changes.js";
import type { PageWish } from "../../ports/page-wish.js";
import type { World } from "../../ports.js";

type Reader = Pick<World, "store" | "clock">;

const newsFrom = ({ clock }: Reader) => new Date(clock.now().getTime() - PLACE_NEWS_DAYS * 86_400_000);

export type PlaceChangesViewed = ({ kind: "found"; page: number; last: number } & PlaceNews) | { kind: "not_allowed" };

export async function viewPlaceChanges(world: Reader, actor: Actor, page: PageWish): Promise<PlaceChangesViewed> {
  if (!isAdmin(actor)) return { kind: "not_allowed" };
  return { kind: "found", ...(await world.store.places.changes(adminReach(actor.roles), newsFrom(world), page)) };
}

/** Whether there is anything to read. */
export async function havePlacesChanged(world: Reader, actor: Actor): Promise<boolean> {
  return isAdmin(actor) && world.store.places.haveChanged(adminReach(actor.roles), newsFrom(world));
}
