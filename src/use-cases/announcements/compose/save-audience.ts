// An audience is given a name, taken again, or forgotten. It is conditions: who meets them is asked anew each time, within the reach that
// the admin has then, so that one whose region has shrunk reaches no further than they do.
import type { Audience } from "../../../domain/announcements/audience.js";
import { isAdmin, type KnownActor } from "../../../domain/people/person.js";
import type { SavedAudience } from "../../../ports/announcements/audiences.js";
import type { World } from "../../../ports.js";

/** Saved twice under one name it is there once, as it was said last. */
export async function saveAudience(
  { clock, store }: World,
  actor: KnownActor,
  { name, audience }: { name: string; audience: Audience },
): Promise<{ kind: "saved"; id: number } | { kind: "not_allowed" }> {
  if (!isAdmin(actor)) return { kind: "not_allowed" };
  return { kind: "saved", id: await store.audiences.save(actor.person.id, name, audience, clock.now()) };
}

export async function savedAudiences({ store }: World, actor: KnownActor): Promise<SavedAudience[]> {
  return isAdmin(actor) ? store.audiences.savedBy(actor.person.id) : [];
}

/** Null for one that is gone, or somebody else's. One of a practice that is not theirs (any more) means everybody within their reach no more. */
export async function takeSavedAudience(
  { clock, store }: World,
  actor: KnownActor,
  id: number,
): Promise<SavedAudience | null> {
  if (!isAdmin(actor)) return null;
  const saved = await store.audiences.take(actor.person.id, id, clock.now());
  if (saved === null) return null;
  const { scope } = saved.audience;
  return scope.kind === "practice" && scope.cohortId !== actor.practiceCohortId ? null : saved;
}

export async function forgetSavedAudience({ store }: World, actor: KnownActor, id: number): Promise<boolean> {
  return isAdmin(actor) && store.audiences.forget(actor.person.id, id);
}
