// What an admin practises on, and, for those who look after the bot, what others have left lying.
import { mayOperate } from "../../../domain/people/permissions.js";
import { type Actor, isAdmin } from "../../../domain/people/person.js";
import type { Practice } from "../../../ports/programme/practice.js";
import type { World } from "../../../ports.js";
import { mayRemovePractice } from "./remove-practice.js";

export type PracticeView =
  /** `own` null: they have none. `others`: never met elsewhere, and theirs to remove. */
  { kind: "found"; own: Practice | null; others: Practice[] } | { kind: "not_allowed" };

export async function viewPractice({ store }: World, actor: Actor): Promise<PracticeView> {
  if (!isAdmin(actor)) return { kind: "not_allowed" };
  const { practiceCohortId = null } = actor;
  const own = practiceCohortId === null ? null : await store.practice.find(practiceCohortId);
  const others = mayOperate(actor) ? await store.practice.all() : [];
  return { kind: "found", own, others: others.filter(({ cohortId }) => cohortId !== practiceCohortId) };
}

/** One of them, by the id of a button, for somebody who may remove it; null for everybody else. */
export async function practiceToRemove({ store }: World, actor: Actor, cohortId: number): Promise<Practice | null> {
  const practice = await store.practice.find(cohortId);
  return practice !== null && isAdmin(actor) && mayRemovePractice(actor, practice) ? practice : null;
}
