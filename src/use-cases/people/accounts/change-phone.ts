// Somebody's number has changed, and their account is the same: the number that Telegram vouches for takes the place of the old one.
import type { KnownActor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";

/** No form: that a shared number is meant for this. */
const FORM = "phone";
const VERSION = 1;

export async function beginPhoneChange({ store, clock }: World, { telegramId }: KnownActor): Promise<void> {
  await store.drafts.open(telegramId, FORM, "own", VERSION, clock.now());
}

export async function awaitsPhone({ store }: World, { telegramId }: KnownActor): Promise<boolean> {
  return (await store.drafts.ofForm(telegramId, FORM)).length > 0;
}

/** taken: somebody else is known by it. */
export type ChangePhoneOutcome = { kind: "changed" | "same" | "taken"; phone: string };

/** Twice is once. `phone`: E.164, from Telegram. */
export async function changePhone(world: World, actor: KnownActor, phone: string): Promise<ChangePhoneOutcome> {
  const now = world.clock.now();
  return world.transaction(async ({ store }): Promise<ChangePhoneOutcome> => {
    const { id } = actor.person;
    await store.accountMoves.lock([id]);
    for (const draft of await store.drafts.ofForm(actor.telegramId, FORM)) await store.drafts.remove(draft.id);
    const person = await store.people.find(id);
    if (person === null || person.phone === phone) return { kind: "same", phone };
    const others = (await store.accountMoves.knownByPhone(phone)).filter((one) => one.id !== id);
    if (others.length > 0) return { kind: "taken", phone };
    await store.people.change(id, { phone });
    await store.audit.record({ actorId: id, action: "phone.change", subject: `person:${id}` }, now);
    return { kind: "changed", phone };
  });
}
