// What is remembered of an invitation between its link, the number and the consent: a draft that is no form, but dies and is erased
// like one. That their number matched lies in it, not the number.
import type { Actor } from "../../domain/people/person.js";
import type { InvitationRecord } from "../../ports/people/people.js";
import type { Draft } from "../../ports/queue/drafts.js";
import type { World } from "../../ports.js";
import { forgetJoining } from "../registration/joining.js";

const FORM = "invitation";
const VERSION = 1;

type Stored = Pick<World, "store">;

/** Null for a token of nothing, or of a class. */
export function findInvitation({ store }: Stored, token: string): Promise<InvitationRecord | null> {
  return store.people.findInvitation(token);
}

export async function beginInvitation({ store, clock }: World, { telegramId }: Actor, token: string): Promise<void> {
  await store.drafts.open(telegramId, FORM, token, VERSION, clock.now());
}

/** The one begun last; null where none waits for a number. */
export async function begunInvitation({ store }: Stored, { telegramId }: Actor): Promise<Draft | null> {
  const [latest] = await store.drafts.ofForm(telegramId, FORM);
  return latest ?? null;
}

/** The one of this link, once their number has matched: it waits for nothing but their consent. */
export async function matchedInvitation(
  { store }: Stored,
  { telegramId }: Actor,
  token: string,
): Promise<Draft | null> {
  const draft = await store.drafts.find(telegramId, FORM, token);
  return draft?.answers.matched === true ? draft : null;
}

export async function noteNumberMatched({ store, clock }: World, draft: Draft, updateId: number): Promise<void> {
  await store.drafts.keep(draft, { answers: { matched: true }, editing: null, updateId }, clock.now());
}

/** Taken up, or refused: what was begun with the link goes, and a later "ya" is said to something else. */
export async function forgetInvitation(world: World, actor: Actor): Promise<void> {
  const { drafts } = world.store;
  for (const { id } of await drafts.ofForm(actor.telegramId, FORM)) await drafts.remove(id);
  await forgetJoining(world, actor);
}
