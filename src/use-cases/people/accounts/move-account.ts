// Somebody known comes with another Telegram account: their own number, which Telegram vouches for, and their yes bring them there.
import type { KnownActor, Person } from "../../../domain/people/person.js";
import { PROOF_HOURS, REFUSED_HOURS } from "../../../domain/registration/account-move.js";
import type { AccountMove } from "../../../ports/account-moves.js";
import type { World } from "../../../ports.js";
import { carryOut, tellOldAccount } from "./carry-out.js";
import { askDeciders } from "./tell-of-move.js";

export type MoveAccountOutcome =
  | { kind: "moved"; person: Person }
  /** Somebody else must say yes first: they are asked, once. */
  | { kind: "asked" }
  /** A no was said to this account less than a day ago. */
  | { kind: "refused" }
  /** Named in the configuration: every start would make the old account an admin again. */
  | { kind: "named_in_configuration" }
  /** The number was not shared from here just now, is another one by now, or somebody takes part under this account already. */
  | { kind: "not_yours" };

/** Whose number it is: the one person known by it who is not the one who shares it. Null where there is none, or more than one. */
export async function findByOwnNumber(world: World, actor: KnownActor, phone: string): Promise<Person | null> {
  if (!(await world.store.accountMoves.isNobody(actor.telegramId))) return null;
  const known = (await world.store.accountMoves.knownByPhone(phone)).filter(({ id }) => id !== actor.person.id);
  const [only] = known;
  return only !== undefined && known.length === 1 ? only : null;
}

/** Twice is once: who is there already is told so again. */
export async function moveAccount(
  world: World,
  actor: KnownActor,
  { personId, updateId }: { personId: number; updateId: number },
): Promise<MoveAccountOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside): Promise<MoveAccountOutcome> => {
    const { store } = inside;
    const { telegramId } = actor;
    await store.accountMoves.lock([personId, actor.person.id]);
    const person = await store.people.find(personId);
    if (person === null) return { kind: "not_yours" };
    if (person.telegramId === telegramId) return { kind: "moved", person };
    const proofs = await store.drafts.ofForm(telegramId, "registration");
    const since = now.getTime() - PROOF_HOURS * 3_600_000;
    const isProven = proofs.some(({ answers, updatedAt }) => {
      return person.phone !== null && answers.phone === person.phone && updatedAt.getTime() >= since;
    });
    if (!isProven || !(await store.accountMoves.isNobody(telegramId))) return { kind: "not_yours" };
    if (person.telegramId !== null && (world.settings.namedAdmins ?? []).includes(person.telegramId)) {
      return { kind: "named_in_configuration" };
    }
    const before = await store.accountMoves.ofPerson(personId);
    const no = before.find(({ toAccount, state }) => toAccount === telegramId && state === "refused");
    const open = before.find(({ state, toAccount }) => {
      return state === "contested" || (state === "waiting" && toAccount === telegramId);
    });
    if (open !== undefined) return { kind: "asked" };
    const refusedAt = no?.decidedAt?.getTime() ?? null;
    if (refusedAt !== null && now.getTime() - refusedAt < REFUSED_HOURS * 3_600_000) return { kind: "refused" };
    const wish = { personId, fromAccount: person.telegramId, toAccount: telegramId };
    const move = await found(inside, await store.accountMoves.begin(wish, now));
    const roles = await store.people.rolesOf(personId);
    const subject = `person:${personId}`;
    // A number alone opens nobody else's data: who holds a role is let in by somebody, as is who was turned away before.
    if (roles.length > 0 || no !== undefined) {
      await store.audit.record({ actorId: personId, action: "account.ask", subject }, now);
      await askDeciders(inside, move, "asked");
      return { kind: "asked" };
    }
    await carryOut(inside, move, updateId);
    await store.accountMoves.settle(move.id, "moved", null, now);
    await store.audit.record({ actorId: personId, action: "account.move", subject }, now);
    await tellOldAccount(inside, move);
    return { kind: "moved", person: (await store.people.find(personId)) ?? person };
  });
}

async function found({ store }: World, id: number): Promise<AccountMove> {
  const move = await store.accountMoves.find(id);
  if (move === null) throw new Error(`The account move ${id} was just begun, and is not there.`);
  return move;
}
