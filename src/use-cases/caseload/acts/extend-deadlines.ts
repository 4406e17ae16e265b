// A trainer gives one or many plans more time: one new effective day, and nothing that waits speaks of the old one.

import { type Scope, scopeSubject } from "../../../domain/caseload/scope.js";
import type { KnownActor, Person } from "../../../domain/people/person.js";
import { addDays, type Day, dayIn, instantAt } from "../../../domain/time/calendar.js";
import { nextWorkingInstant } from "../../../domain/time/working-hours.js";
import type { PlanCase } from "../../../ports/people/caseloads.js";
import type { Store, World } from "../../../ports.js";
import { endRemindersOfAll } from "../../plans/reminders/end-reminders.js";
import { settleDeadlines } from "../../plans/settle-deadlines.js";
import { postTo } from "../../posting.js";
import { signatureOf, signersOf } from "../cover/signature.js";
import { type Found, holdWhoIsIn, invitedIn, type WhoIsIn } from "./who-is-in.js";

export interface ExtendDeadlinesInput {
  scope: Scope;
  until: Day;
  reason: string;
  updateId: number;
  saidAt: Date;
}

interface Counts {
  plans: number;
  /** Those who manage them, and who was invited where nobody does. */
  people: number;
  /** Of them, those who are told. */
  told: number;
  /** Plans that had as much time already. */
  later: number;
}

export type ExtendDeadlinesOutcome =
  | ({ kind: "extended"; actId: number; until: Day } & Counts)
  /** The day is not after the one in force of any plan, or past already. */
  | { kind: "not_later"; dueOn: Day | null }
  | Exclude<WhoIsIn, { kind: "in" }>;

/** Twice is once: an update extends one time. */
export async function extendDeadlines(
  world: World,
  actor: KnownActor,
  input: ExtendDeadlinesInput,
): Promise<ExtendDeadlinesOutcome> {
  const now = world.clock.now();
  const { scope, until, reason, updateId } = input;
  const byId = actor.person.id;
  return world.transaction(async (inside) => {
    const { store } = inside;
    const found = await holdWhoIsIn(inside, actor, scope);
    if (found.kind !== "in") return found;
    if (await isOfErased(store, found)) return { kind: "gone" };
    const known = await store.careActs.begunBy(byId, updateId);
    if (known !== null) return { kind: "extended", actId: known.id, until, ...(known.details as unknown as Counts) };
    const meant = extendedIn(found);
    const facts = new Map((await store.deadlines.factsOf(meant.map(({ planId }) => planId))).map((f) => [f.planId, f]));
    const plans = meant.filter(({ planId, zone }) => {
      const dueOn = facts.get(planId)?.dueOn;
      return dueOn !== undefined && dueOn < until && until >= dayIn(zone, input.saidAt);
    });
    if (plans.length === 0) return { kind: "not_later", dueOn: latest([...facts.values()].map(({ dueOn }) => dueOn)) };
    const begun = { kind: "extend" as const, scope: scopeSubject(scope), actorId: byId, updateId };
    const { act } = await store.careActs.begin(begun, now);
    const planIds = plans.map(({ planId }) => planId);
    await store.deadlines.addExtensions(planIds, { until, reason, byId, updateId, actId: act.id }, now);
    await settleDeadlines(store, planIds);
    const how = { resolution: "extended" as const, byId, note: reason, reasons: ["overdue" as const] };
    await store.careActs.resolve(act.id, planIds, how, now);
    await endRemindersOfAll(store, planIds, "extended", now);
    // Who comes back is not told of a day that is another by now.
    const subjects = planIds.map((id) => `plan:${id}`);
    await store.outbox.spoil(subjects, now, ["deadline_change"]);
    const lines = planIds.map((id) => ({ actorId: byId, action: "deadline.extend" as const, subject: `plan:${id}` }));
    await store.audit.recordAll(lines, now);
    const people = await tell(inside, actor, { found, plans, until, actId: act.id });
    const told = new Set((await store.outbox.postsAbout(`act:${act.id}`)).map(({ personId }) => personId)).size;
    const details = { plans: plans.length, people, told, later: meant.length - plans.length };
    await store.careActs.note(act.id, details);
    return { kind: "extended", actId: act.id, until, ...details };
  });
}

/** Of a plan that is named, that one alone; else all that is open. */
function extendedIn({ plan, plans }: Pick<Found, "plan" | "plans">): PlanCase[] {
  return plan === null ? plans : plans.filter(({ planId }) => planId === plan.planId);
}

/**
 * The last of those whom a plan is about was erased in between: what is about to be noted is about somebody who wished to be forgotten.
 * A library for which nobody has joined yet has its trainer tell of it, and is followed up like any other.
 */
export async function isOfErased({ scopes }: Pick<Store, "scopes">, { plan, people, scope }: Found): Promise<boolean> {
  if (people.length > 0) return false;
  if (plan === null) return scope.kind === "participant";
  return plan.personIds.length === 0 && (await scopes.hasErased(plan));
}

/** Each manager once, whichever of their plans moved. Returns how many there are. */
async function tell(
  inside: World,
  actor: KnownActor,
  { found, plans, until, actId }: { found: Found; plans: PlanCase[]; until: Day; actId: number },
): Promise<number> {
  const moved = new Set(plans.map(({ planId }) => planId));
  const concerned = found.people
    .map(({ person, plans: theirs }) => ({ person, types: theirs.filter(({ planId }) => moved.has(planId)) }))
    .filter(({ person, types }) => types.length > 0 && person.id !== actor.person.id);
  await postTo(
    inside,
    concerned.map(({ person, types }) => ({
      ...{ key: `extended:${actId}:${person.id}`, kind: "deadline_change" as const, to: person },
      names: signersOf(actor, types),
      at: nextMorning(inside, person),
      say: (texts) =>
        texts.extensions.deadlineMoved({
          ...{ name: person.name, trainer: signatureOf(texts, actor, types), until },
          types: types.map(({ type }) => type),
        }),
      subjects: [`act:${actId}`, ...types.map(({ planId }) => `plan:${planId}`)],
    })),
  );
  return concerned.length + invitedIn(plans);
}

/** Nobody has to hear at once that they have more time; until then the trainer can take it back without anybody having known. */
function nextMorning({ clock, settings }: World, { id, zone }: Person): Date {
  const now = clock.now();
  if (zone === null) return now;
  const midnight = instantAt(zone, addDays(dayIn(zone, now), 1), "00:00");
  return nextWorkingInstant(zone, midnight, settings.rest, id);
}

function latest(days: Day[]): Day | null {
  return days.sort().at(-1) ?? null;
}
