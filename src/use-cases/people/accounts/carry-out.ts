// Moves somebody to an account: what both the person's own confirm and the yes of somebody else come to.
import type { Person } from "../../../domain/people/person.js";
import type { AccountMove } from "../../../ports/account-moves.js";
import type { World } from "../../../ports.js";
import { offerMissed } from "../welcome-back.js";
import { accountMoved } from "./tell-of-move.js";

/**
 * Call it in a transaction, with the person and the one who spoke from that account until now held by AccountMovesPort.lock(), and AccountMovesPort.isNobody() of that one. The
 * nameless person of an account that had only agreed to the notice is forgotten: that yes goes on as the yes of the one who moves.
 */
export async function carryOut(inside: World, move: AccountMove, updateId: number): Promise<void> {
  const { store } = inside;
  const now = inside.clock.now();
  const { person, toAccount } = move;
  const former = await store.people.findByTelegramId(toAccount);
  const wasAway = person.unreachableCause !== null;
  const agreed = former === null ? [] : await store.people.agreedNotices(former.id);
  for (const version of agreed) await store.people.recordConsent(person.id, version, updateId, now);
  await store.people.bindAccount(person.id, toAccount, now);
  await store.accountMoves.bring(person.id, move.fromAccount, toAccount);
  if (former !== null && former.id !== person.id) {
    const obstacles = inside.settings.questions.all.flatMap((sets) => sets.obstacles);
    await store.ownData.erase(former.id, obstacles, now);
  }
  if (wasAway) await offerMissed(inside, { ...person, telegramId: toAccount, unreachableCause: null });
}

/** The old account reads once that it is nobody's now, and can say that this was not its wish. */
export async function tellOldAccount(inside: World, move: AccountMove): Promise<void> {
  if (move.fromAccount === null) return;
  const key = `account-moved:${move.id}`;
  await tellAccount(inside, { move, key, telegramId: move.fromAccount, message: accountMoved(move) });
}

export async function tellAccount(
  inside: World,
  { move, key, telegramId, message }: { move: { person: Person }; key: string; telegramId: number; message: object },
): Promise<void> {
  const subjects = [`person:${move.person.id}`];
  await inside.store.accountMoves.tell({ key, telegramId, message, subjects }, inside.clock.now());
}
