// What a new edition of the place data changed where the programme is: for admins, as far as their reach goes, until it is old news.
import { adminReach } from "../../domain/people/admin-reach.js";
import { type Actor, isAdmin } from "../../domain/people/person.js";
import type { PlaceNews } from "../../domain/places/place-changes.js";
import type { World } from "../../ports.js";

/** So long the office is offered to read it. */
const NEWS_DAYS = 90;

export type PlaceChangesViewed = ({ kind: "found" } & PlaceNews) | { kind: "not_allowed" };

export async function viewPlaceChanges(
  { store, clock }: Pick<World, "store" | "clock">,
  actor: Actor,
  page: { skip: number; take: number },
): Promise<PlaceChangesViewed> {
  if (!isAdmin(actor)) return { kind: "not_allowed" };
  const since = new Date(clock.now().getTime() - NEWS_DAYS * 86_400_000);
  return { kind: "found", ...(await store.places.changes(adminReach(actor.roles), since, page)) };
}
