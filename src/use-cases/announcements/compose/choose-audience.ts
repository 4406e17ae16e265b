// What an admin sees while choosing whom an announcement is for: what can be ticked, how many it comes to, and what is chosen by name.
import type { Audience, AudienceList, AudienceNames } from "../../../domain/announcements/audience.js";
import type { Reach } from "../../../domain/people/admin-reach.js";
import { type Actor, isAdmin } from "../../../domain/people/person.js";
import type { AudiencePreview } from "../../../ports/announcements/announcements.js";
import type { AudienceOption, OptionsWish } from "../../../ports/announcements/audiences.js";
import type { World } from "../../../ports.js";
import { audienceReach, audienceTerms, type Changing } from "../audience-terms.js";

const NONE = { reachable: [], skipped: { not_joined: 0, blocked: 0, gone: 0, opted_out: 0 } };

/** Nobody, for somebody who is no admin (any more). */
export async function countAudience(
  world: World,
  actor: Actor,
  audience: Audience,
  changing: Changing = null,
): Promise<Pick<AudiencePreview, "reachable" | "skipped">> {
  if (!isAdmin(actor)) return NONE;
  return world.store.announcements.count(audience, audienceTerms(world, actor, audience.scope, null, changing));
}

/** A page of what lies within their reach and what is chosen already; nothing of anybody else's. */
export async function audienceOptions(
  world: World,
  actor: Actor,
  list: Exclude<AudienceList, "kinds">,
  wish: OptionsWish,
  changing: Changing = null,
): Promise<{ total: number; shown: AudienceOption[] }> {
  if (!isAdmin(actor)) return { total: 0, shown: [] };
  return world.store.audiences.options(list, audienceReach(actor, undefined, changing), wish);
}

export interface AudienceDescription {
  names: AudienceNames;
  /** The regions of the reach by name; null: the whole country. */
  regions: string[] | null;
  /** Of an announcement of years ago: its one class. */
  className: string | null;
  /** … its one province. */
  provinceName: string | null;
  /** The class on which its author practises. */
  practiceName: string | null;
}

/** `reach`: of the announcement where there is one, else the admin's own. */
export async function describeAudience(
  { store }: World,
  { scope, ...audience }: Audience,
  reach: Reach[],
): Promise<AudienceDescription> {
  const isPractice = scope.kind === "practice";
  return {
    names: await store.audiences.namesOf({ scope, ...audience }, reach),
    regions: isPractice ? null : await regionNames(store, reach),
    className: scope.kind === "class" ? ((await store.classes.find(scope.classId))?.name ?? "") : null,
    provinceName: scope.kind === "province" ? ((await store.places.find(scope.code))?.name ?? "") : null,
    practiceName: isPractice ? ((await store.practice.find(scope.cohortId))?.trainingClass.name ?? "") : null,
  };
}

/** Null when one of the roles has no region, so that it is the whole country. */
async function regionNames(store: World["store"], reach: Reach[]): Promise<string[] | null> {
  const codes = reach.map(({ regionCode }) => regionCode);
  if (codes.includes(null)) return null;
  const places = await Promise.all(codes.map((code) => (code === null ? null : store.places.find(code))));
  return places.flatMap((place) => (place === null ? [] : [place.name]));
}
