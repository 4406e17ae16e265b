// A trainer reminds one or many of their plans: one message each, however many plans it is about. What it was about then rests.

import { followUpsToRaise, NUDGE_REST_DAYS, NUDGED } from "../../../domain/caseload/follow-up.js";
import { type Scope, scopeSubject } from "../../../domain/caseload/scope.js";
import { groupedBy } from "../../../domain/grouped-by.js";
import type { KnownActor } from "../../../domain/people/person.js";
import { addDays, dayIn } from "../../../domain/time/calendar.js";
import type { CareAct } from "../../../ports/people/care-acts.js";
import type { PlanCase } from "../../../ports/people/caseloads.js";
import type { World } from "../../../ports.js";
import { postTo } from "../../posting.js";
import { signatureOf, signersOf } from "../cover/signature.js";
import { factsOfCase } from "../follow-up/facts-of-case.js";
import { nudgeMessage, type Reminded, remindedIn, snoozeableIn } from "./reminder.js";
import { countFates, type Fate, type FateCounts, fatesOf, isPosted, leavesAt } from "./who-gets-it.js";
import { type Found, holdWhoIsIn, type WhoIsIn } from "./who-is-in.js";
import { forName } from "./write-first.js";

export interface RemindPeopleInput {
  scope: Scope;
  /** Of those in it only these, by person; null: all. */
  chosen?: number[] | null;
  /** The trainer's own words, {nama} for the receiver's name. */
  line?: string | null;
  updateId: number;
  saidAt: Date;
}

export type RemindPeopleOutcome =
  | { kind: "reminded"; actId: number; counts: FateCounts; names: { name: string; fate: Fate }[] }
  | { kind: "done_already" }
  | Exclude<WhoIsIn, { kind: "in" }>;

/** Twice is once: an update reminds one time, and nobody is reminded twice a day, no matter who presses. */
export async function remindPeople(
  world: World,
  actor: KnownActor,
  input: RemindPeopleInput,
): Promise<RemindPeopleOutcome> {
  return world.transaction(async (inside) => {
    const { store } = inside;
    const found = await holdWhoIsIn(inside, actor, input.scope);
    if (found.kind !== "in") return found;
    if (found.plan?.state === "done") return { kind: "done_already" };
    const { act, isNew } = await store.careActs.begin(
      { kind: "remind", scope: scopeSubject(input.scope), actorId: actor.person.id, updateId: input.updateId },
      world.clock.now(),
    );
    if (!isNew) return { kind: "reminded", actId: act.id, counts: countsOf(act), names: [] };
    const reminded = remindedIn(found, input);
    const fates = await remind(inside, actor, act, reminded, input);
    const counts = countFates(fates.values(), input.chosen == null ? found.notJoined : 0);
    await store.careActs.note(act.id, { counts: counts as Record<string, number> });
    return {
      ...{ kind: "reminded", actId: act.id, counts },
      names: reminded.map(({ person }) => ({ name: person.name, fate: fates.get(person.id) ?? "erased" })),
    };
  });
}

function countsOf({ details }: CareAct): FateCounts {
  return (details as { counts?: FateCounts } | null)?.counts ?? {};
}

/** As previewed; returns what became of it for each. */
async function remind(
  inside: World,
  actor: KnownActor,
  act: CareAct,
  reminded: Reminded[],
  { line = null, saidAt }: RemindPeopleInput,
): Promise<Map<number, Fate>> {
  const open = reminded.filter(({ plans }) => plans.length > 0);
  const fates = await reminderFates(inside, reminded, saidAt);
  const canSnooze = await snoozeableIn(inside.store, open);
  const posts = open.filter(({ person }) => isPosted(fates.get(person.id) ?? "erased"));
  await postTo(
    inside,
    posts.map(({ person, plans }) => ({
      ...{ key: reminderKey(person, saidAt), kind: "nudge" as const, to: person, at: leavesAt(inside) },
      names: signersOf(actor, plans),
      say: (texts) =>
        nudgeMessage(
          texts,
          {
            name: person.name,
            trainer: signatureOf(texts, actor, plans),
            plans,
            line: line === null ? null : forName(line, person),
          },
          canSnooze.has(person.id),
        ),
      subjects: [`act:${act.id}`, ...plans.map(({ planId }) => `plan:${planId}`)],
    })),
  );
  // A reminder in the same words that still waits for a day with room is not said beside this one.
  await inside.store.outbox.takeBackRepeated(`act:${act.id}`, "said again", inside.clock.now(), ["nudge"]);
  const told = new Set((await inside.store.outbox.postsAbout(`act:${act.id}`)).map(({ personId }) => personId));
  // Somebody else was quicker, or they blocked the bot this moment.
  for (const { person } of posts) if (!told.has(person.id)) fates.set(person.id, "already_today");
  const plans = posts.filter(({ person }) => told.has(person.id)).flatMap((one) => one.plans);
  await letRest(inside, actor, act, [...new Map(plans.map((plan) => [plan.planId, plan])).values()], saidAt);
  return fates;
}

/** Anyone who has nothing open gets nothing; of the others as of any message. */
export async function reminderFates(
  world: World,
  reminded: readonly Reminded[],
  saidAt: Date,
): Promise<Map<number, Fate>> {
  const fates = await fatesOf(world, {
    ...{ kind: "nudge", people: reminded.map(({ person }) => person) },
    keyOf: (person) => reminderKey(person, saidAt),
  });
  for (const { person, plans } of reminded) if (plans.length === 0) fates.set(person.id, "nothing_open");
  return fates;
}

/** Once a day, whichever plan it was about and no matter who pressed. */
function reminderKey({ id, zone }: Found["people"][number]["person"], saidAt: Date): string {
  return `nudge:${id}:${dayIn(zone ?? "Asia/Jakarta", saidAt)}`;
}

/** Also where nothing was owed yet: anyone who was just reminded need not stay on top of a list. */
async function letRest(inside: World, actor: KnownActor, act: CareAct, plans: PlanCase[], saidAt: Date): Promise<void> {
  const { store, settings } = inside;
  const trainerId = actor.person.id;
  // The act's own moment, by which taking it back knows what it has dealt with.
  const now = act.at;
  for (const [today, ofDay] of groupedBy(plans, ({ zone }) => dayIn(zone, saidAt))) {
    // Raised here where the morning's job has not come by yet, so that there is something to rest.
    const owed = followUpsToRaise(ofDay.map(factsOfCase), today, settings.rest);
    const raised = owed.map((one) => ({ ...one, trainerId, reason: "overdue" as const }));
    await store.careActs.noteRaised(act.id, [...(await store.followUps.raise(raised, now))]);
    const restUntil = addDays(today, NUDGE_REST_DAYS);
    const planIds = ofDay.map(({ planId }) => planId);
    await store.careActs.rest(act.id, planIds, restUntil);
    const dealtWith = { resolution: "noted" as const, byId: trainerId, restUntil };
    // Like a talk, a row of its own for each plan, also where something is open: it says what was tried, by whom and when.
    const noted = ofDay.map(({ planId, dueOn }) => ({
      ...{
        key: `${NUDGED}${planId}:${today}:${act.id}`,
        planId,
        trainerId,
        reason: "overdue" as const,
        dueOn,
        dealtWith,
      },
    }));
    await store.careActs.noteRaised(act.id, [...(await store.followUps.raise(noted, now))]);
    await store.audit.recordAll(
      planIds.map((id) => ({ actorId: trainerId, action: "participant.nudge", subject: `plan:${id}` })),
      now,
    );
  }
}
