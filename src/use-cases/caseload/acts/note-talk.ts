// A word about a talk that was just noted: what was said.

import { readScope, type Scope } from "../../../domain/caseload/scope.js";
import { SAME_LOOK_MILLISECONDS } from "../../../domain/own-data/look.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";

/** Whether a word can still be added to it, by the one who noted it. */
export async function findTalk({ store }: World, actor: KnownActor, actId: number): Promise<boolean> {
  const act = await store.careActs.find(actId);
  return act !== null && act.kind === "talk" && act.actorId === actor.person.id && act.undoneAt === null;
}

export type NoteTalkOutcome = { kind: "noted"; scope: Scope | null } | { kind: "not_yours" | "gone" };

/** Twice is once: the last note stands. */
export async function noteTalk(
  world: World,
  actor: KnownActor,
  { actId, note }: { actId: number; note: string },
): Promise<NoteTalkOutcome> {
  return world.transaction(async ({ store }) => {
    const act = await store.careActs.find(actId);
    if (act === null) return { kind: "gone" };
    if (act.kind !== "talk" || act.actorId !== actor.person.id || actor.roles.length === 0)
      return { kind: "not_yours" };
    if (!(await store.careActs.noteTalk(actId, note))) return { kind: "gone" };
    const line = {
      actorId: actor.person.id,
      action: "contact.note" as const,
      subject: act.scope,
      details: { act: actId },
    };
    await store.audit.recordLooks([line], SAME_LOOK_MILLISECONDS, world.clock.now());
    return { kind: "noted", scope: readScope(act.scope) };
  });
}
