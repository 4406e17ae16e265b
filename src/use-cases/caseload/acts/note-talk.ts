// A word about a talk that was just noted: what was said.

import { readScope, type Scope } from "../../../domain/caseload/scope.js";
import { SAME_LOOK_MILLISECONDS } from "../../../domain/own-data/look.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { CareAct } from "../../../ports/people/care-acts.js";
import type { World } from "../../../ports.js";
import { isOfErased } from "./extend-deadlines.js";
import { holdWhoIsIn, whoIsIn } from "./who-is-in.js";

/** Whether a word can still be added to it: by the one who noted it, as long as whom it is about is in their care. */
export async function findTalk(world: World, actor: KnownActor, actId: number): Promise<boolean> {
  const talk = await talkOf(world, actor, actId);
  if (typeof talk === "string" || talk.act.undoneAt !== null) return false;
  return (await whoIsIn(world, actor, talk.scope)).kind === "in";
}

export type NoteTalkOutcome = { kind: "noted"; scope: Scope } | { kind: "not_yours" | "gone" };

/** Twice is once: the last note stands. */
export async function noteTalk(
  world: World,
  actor: KnownActor,
  { actId, note }: { actId: number; note: string },
): Promise<NoteTalkOutcome> {
  return world.transaction(async (inside) => {
    const { store } = inside;
    const talk = await talkOf(inside, actor, actId);
    if (typeof talk === "string") return { kind: talk };
    // Their class may have gone to somebody else since, or the cover be over; and nothing is noted about anyone who was erased.
    const found = await holdWhoIsIn(inside, actor, talk.scope);
    if (found.kind !== "in") return { kind: found.kind === "not_yours" ? "not_yours" : "gone" };
    if ((await isOfErased(store, found)) || !(await store.careActs.noteTalk(actId, note))) return { kind: "gone" };
    const line = {
      actorId: actor.person.id,
      action: "contact.note" as const,
      subject: talk.act.scope,
      details: { act: actId },
    };
    await store.audit.recordLooks([line], SAME_LOOK_MILLISECONDS, inside.clock.now());
    return { kind: "noted", scope: talk.scope };
  });
}

async function talkOf(
  { store }: World,
  actor: KnownActor,
  actId: number,
): Promise<{ act: CareAct; scope: Scope } | "not_yours" | "gone"> {
  const act = await store.careActs.read(actId);
  if (act === null) return "gone";
  const scope = readScope(act.scope);
  if (act.kind !== "talk" || scope === null || act.actorId !== actor.person.id) return "not_yours";
  return { act, scope };
}
