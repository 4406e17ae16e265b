// A trainer takes back what they have just done, as far as nobody has been told of it.

import { type CareActKind, canUndo } from "../../../domain/caseload/care-act.js";
import { readScope, type Scope } from "../../../domain/caseload/scope.js";
import type { PostKind } from "../../../domain/messages/post-kind.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { CareAct } from "../../../ports/people/care-acts.js";
import type { ThreadBefore } from "../../../ports/plans/threads.js";
import type { Store, World } from "../../../ports.js";
import { lookAgain, planIdsIn } from "../../plans/reminders/end-reminders.js";
import { settleDeadlines } from "../../plans/settle-deadlines.js";

const KINDS: PostKind[] = ["nudge", "deadline_change", "trainer_message", "class_message"];

export type UndoActOutcome =
  /** `takenBack`: people whose message was taken back; `left`: those who had it already, for whom all stays as it was told. */
  | { kind: "undone"; of: CareActKind; takenBack: number; left: number; scope: Scope | null }
  | { kind: "undone_already"; scope: Scope | null }
  | { kind: "too_late" }
  | { kind: "not_yours" | "gone" };

/** Twice is once. */
export async function undoAct(
  world: World,
  actor: KnownActor,
  { actId, saidAt }: { actId: number; saidAt: Date },
): Promise<UndoActOutcome> {
  const now = world.clock.now();
  const byId = actor.person.id;
  return world.transaction(async ({ store }) => {
    await store.people.hold([byId]);
    const act = await store.careActs.find(actId);
    if (act === null) return { kind: "gone" };
    if (act.actorId !== byId || actor.roles.length === 0) return { kind: "not_yours" };
    if (act.undoneAt !== null) return { kind: "undone_already", scope: readScope(act.scope) };
    if (!canUndo(act, saidAt)) return { kind: "too_late" };
    const subject = `act:${actId}`;
    const taken = await store.outbox.takeBack({ subject }, "undone", now, KINDS);
    const left = await store.outbox.postsAbout(subject);
    // What somebody has been told stays true.
    const told = left.flatMap(({ subjects }) => subjects);
    const stays = planIdsIn(told);
    if (act.kind === "extend") await shorten(store, act, stays);
    await store.careActs.restore(actId, stays);
    if (act.kind === "talk") await store.threads.putBack(threadsIn(act));
    if (act.kind === "write") await store.threads.removeWritten(actId, messagesIn(told), threadsIn(act));
    await store.careActs.markUndone(actId, now);
    await store.audit.record({ actorId: byId, action: "act.undo", subject }, now);
    const people = (posts: { personId: number }[]) => new Set(posts.map(({ personId }) => personId)).size;
    const scope = readScope(act.scope);
    return { kind: "undone", of: act.kind, takenBack: people(taken), left: people(left), scope };
  });
}

/** The days go back to what they follow from without this act, and whatever reminder is owed by them is looked at again. */
async function shorten(store: Store, act: CareAct, exceptPlanIds: number[]): Promise<void> {
  const planIds = await store.deadlines.removeExtensions(act.id, exceptPlanIds);
  if (planIds.length === 0) return;
  await settleDeadlines(store, planIds);
  await lookAgain(store, planIds);
}

function threadsIn({ details }: CareAct): ThreadBefore[] {
  return ((details as { threads?: unknown } | null)?.threads as ThreadBefore[] | undefined) ?? [];
}

function messagesIn(subjects: string[]): number[] {
  return subjects.flatMap((subject) => /^thread_message:(\d+)$/.exec(subject)?.[1] ?? []).map(Number);
}
