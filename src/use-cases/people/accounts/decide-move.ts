// Somebody who looks after a person says which of two accounts is theirs.
import { adminReach, reachCovers } from "../../../domain/people/admin-reach.js";
import { isAdmin, type KnownActor, type Person } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";
import { textsFor } from "../../../texts/index.js";
import { isWithinSight } from "../../staff/is-within-sight.js";
import { carryOut, tellAccount } from "./carry-out.js";
import { moveSubject } from "./tell-of-move.js";

export type Verdict = "new" | "old";

export type DecideMoveOutcome =
  | { kind: "decided"; person: Person; verdict: Verdict }
  /** Somebody else was faster, or the account is somebody's by now: nothing is changed. */
  | { kind: "overtaken" }
  | { kind: "not_yours" };

/** Twice is once. Nobody decides about themselves; about an admin only an admin who reaches at least as far. */
export async function decideMove(
  world: World,
  actor: KnownActor,
  { moveId, verdict, updateId }: { moveId: number; verdict: Verdict; updateId: number },
): Promise<DecideMoveOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside): Promise<DecideMoveOutcome> => {
    const { store } = inside;
    const seen = await store.accountMoves.find(moveId);
    if (seen === null) return { kind: "not_yours" };
    const former = await store.people.findByTelegramId(seen.toAccount);
    await store.accountMoves.lock([seen.person.id, ...(former === null ? [] : [former.id])]);
    const move = await store.accountMoves.find(moveId);
    if (move === null || !(await mayDecide(inside, actor, move.person))) return { kind: "not_yours" };
    const { person, state } = move;
    if (state !== "waiting" && state !== "contested") {
      const said: Verdict = state === "moved" ? "new" : "old";
      return said === verdict ? { kind: "decided", person, verdict } : { kind: "overtaken" };
    }
    // Where the account is somebody's by now, only the old one can be right.
    if (verdict === "new" && !(await store.accountMoves.isNobody(move.toAccount))) return { kind: "overtaken" };
    if (verdict === "new") {
      await carryOut(inside, { ...move, fromAccount: person.telegramId }, updateId);
      await store.accountMoves.settle(moveId, "moved", actor.person.id, now);
    } else {
      await store.accountMoves.settle(moveId, "refused", actor.person.id, now);
    }
    await store.outbox.cancelAbout(moveSubject(moveId), "decided", now, ["account_question"]);
    const subject = `person:${person.id}`;
    const action = verdict === "new" ? "account.yes" : "account.no";
    await store.audit.record({ actorId: actor.person.id, action, subject }, now);
    const { account } = textsFor(person.language);
    const told = { move, key: `account-decided:${moveId}:new`, telegramId: move.toAccount };
    await tellAccount(inside, { ...told, message: verdict === "new" ? account.nowHere() : account.stays() });
    if (verdict === "new" && person.telegramId !== null) {
      const old = { move, key: `account-decided:${moveId}:old`, telegramId: person.telegramId };
      await tellAccount(inside, { ...old, message: account.movedByOthers() });
    }
    return { kind: "decided", person, verdict };
  });
}

async function mayDecide({ store }: World, actor: KnownActor, person: Person): Promise<boolean> {
  if (actor.person.id === person.id) return false;
  const roles = await store.people.rolesOf(person.id);
  if (roles.length > 0 && !isAdmin(actor)) return false;
  if (!reachCovers(adminReach(actor.roles), adminReach(roles))) return false;
  return isWithinSight(store, actor, person.id);
}
