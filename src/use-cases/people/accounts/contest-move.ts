// The old account says that it did not want to leave: the person is back there at once, and those who know them are asked.
import type { Actor } from "../../../domain/people/person.js";
import { CONTEST_DAYS } from "../../../domain/registration/account-move.js";
import type { World } from "../../../ports.js";
import { textsFor } from "../../../texts/index.js";
import { carryOut, tellAccount } from "./carry-out.js";
import { askDeciders } from "./tell-of-move.js";

export type ContestMoveOutcome = { kind: "contested" } | { kind: "too_late" } | { kind: "not_yours" };

/** Twice is once. */
export async function contestMove(
  world: World,
  actor: Actor,
  { moveId, updateId }: { moveId: number; updateId: number },
): Promise<ContestMoveOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside): Promise<ContestMoveOutcome> => {
    const { store } = inside;
    const seen = await store.accountMoves.find(moveId);
    if (seen === null || seen.fromAccount !== actor.telegramId) return { kind: "not_yours" };
    await store.accountMoves.lock([seen.person.id, ...(actor.person === null ? [] : [actor.person.id])]);
    const since = (await store.accountMoves.ofPerson(seen.person.id)).filter(({ id }) => id >= moveId);
    const move = since.find(({ id }) => id === moveId);
    const account = seen.person.telegramId === actor.telegramId ? null : move?.person.telegramId;
    if (account === null && since.some(({ state }) => state === "contested")) return { kind: "contested" };
    // Moved on and on, the last account is the one that has it; a thief must not get away by moving twice.
    const last = since.find(({ state, toAccount }) => state === "moved" && toAccount === account);
    const isOld = move?.movedAt == null || now.getTime() - move.movedAt.getTime() > CONTEST_DAYS * 86_400_000;
    const isDecided = since.some(({ decidedAt }) => decidedAt !== null);
    // Somebody who registered anew from the old account since is a person of their own.
    const isFree = await store.accountMoves.isNobody(actor.telegramId);
    if (last === undefined || isOld || isDecided || !isFree) return { kind: "too_late" };
    await carryOut(inside, { ...last, fromAccount: last.toAccount, toAccount: actor.telegramId }, updateId);
    await store.accountMoves.settle(last.id, "contested", null, now);
    const { person } = last;
    const subject = `person:${person.id}`;
    await store.audit.record({ actorId: person.id, action: "account.contest", subject }, now);
    const message = textsFor(person.language).account.held();
    await tellAccount(inside, { move: last, key: `account-held:${last.id}`, telegramId: last.toAccount, message });
    await askDeciders(inside, last, "contested");
    return { kind: "contested" };
  });
}
