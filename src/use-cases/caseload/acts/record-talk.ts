// A trainer has spoken to somebody outside the bot: what is owed about them is dealt with, and alerts rest.

import type { ContactWay } from "../../../domain/caseload/care-act.js";
import { REST_DAYS } from "../../../domain/caseload/follow-up.js";
import { type ScopeOfOne, scopeSubject } from "../../../domain/caseload/scope.js";
import type { KnownActor } from "../../../domain/people/person.js";
import { addDays, type Day, dayIn } from "../../../domain/time/calendar.js";
import type { World } from "../../../ports.js";
import { endNoticesOf } from "../../threads/waiting/end-notices.js";
import { isOfErased } from "./extend-deadlines.js";
import { holdWhoIsIn, plansToSpeakOf, type WhoIsIn } from "./who-is-in.js";

export interface RecordTalkInput {
  /** One talks to one. */
  scope: ScopeOfOne;
  way: ContactWay;
  note?: string | null;
  updateId: number;
  saidAt: Date;
}

export type RecordTalkOutcome =
  | { kind: "recorded"; actId: number; names: string[]; restUntil: Day }
  /** Nothing of theirs is followed up: there is nowhere to note it. */
  | { kind: "no_plans" }
  | Exclude<WhoIsIn, { kind: "in" }>;

/** Twice is once: an update records one talk. */
export async function recordTalk(
  world: World,
  actor: KnownActor,
  { scope, way, note = null, updateId, saidAt }: RecordTalkInput,
): Promise<RecordTalkOutcome> {
  const now = world.clock.now();
  const byId = actor.person.id;
  return world.transaction(async (inside) => {
    const { store } = inside;
    const found = await holdWhoIsIn(inside, actor, scope);
    if (found.kind !== "in") return found;
    if (await isOfErased(store, found)) return { kind: "gone" };
    // A plan that is done or has no people stays a thing that one can have spoken about.
    const open = plansToSpeakOf(found, found.plans, saidAt);
    const named = found.plan !== null && open.length === 0 ? [found.plan] : open;
    const [first] = named;
    if (first === undefined) return { kind: "no_plans" };
    const restUntil = addDays(dayIn(first.zone, saidAt), REST_DAYS);
    const here = found.people.map(({ person }) => person.name);
    // Who was invited for it, where nobody has joined.
    const invited = found.invited === null ? first.names : [found.invited];
    const names = [here, invited, [first.libraryName]].find(({ length }) => length > 0) ?? [];
    const act = await store.careActs.begin({ kind: "talk", scope: scopeSubject(scope), actorId: byId, updateId }, now);
    const { id } = act.act;
    if (!act.isNew) return { kind: "recorded", actId: id, names, restUntil };
    // The talk is a row of its own for each plan, also where nothing was owed yet: it says when somebody was last spoken to.
    const raised = named.map(({ planId, dueOn }) => ({
      ...{ key: `contact:${planId}:${updateId}`, planId, trainerId: byId, reason: "overdue" as const, dueOn },
    }));
    await store.careActs.noteRaised(id, [...(await store.followUps.raise(raised, now))]);
    const planIds = named.map(({ planId }) => planId);
    // What was talked over needs no answer in writing any more.
    const threads = await endNoticesOf(inside, await store.threads.answerHelpAbout(planIds));
    await store.careActs.note(id, { threads });
    await store.careActs.resolve(id, planIds, { resolution: "contacted", byId, note, way, restUntil }, now);
    await store.audit.recordAll(
      planIds.map((planId) => ({
        ...{ actorId: byId, action: "contact.record", subject: `plan:${planId}`, details: { way } },
      })),
      now,
    );
    return { kind: "recorded", actId: id, names, restUntil };
  });
}
