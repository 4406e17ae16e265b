// Job: reminds once more of what somebody put off, when the moment they chose has come and nothing was said meanwhile.

import { isPaused } from "../../../domain/people/pause.js";
import type { Person } from "../../../domain/people/person.js";
import { ladderIn, openRung, rungSubject } from "../../../domain/plans/plan-reminder.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { Snooze } from "../../../ports/plans/snoozes.js";
import type { WorkPlan } from "../../../ports/plans/work-plans.js";
import type { Store, World } from "../../../ports.js";
import { postTo, type ToPost } from "../../posting.js";
import { reminderButtons } from "./reminder-buttons.js";
import { mayStillSnooze, type SnoozeCounts, snoozeCounts, wasAnsweredSince } from "./snooze-reminder.js";

/** As many plans as one transaction holds; the next ones follow at once. */
const BATCH = 200;

interface Looked {
  snooze: Snooze;
  person: Person;
  /** What is still to be said of it. */
  plans: WorkPlan[];
}

/** Twice is once: what was looked at is marked, and a message about the same plans has the same key. */
export async function remindOfSnoozed(world: World): Promise<{ reminders: number }> {
  for (let reminders = 0; ; ) {
    const due = await world.store.snoozes.due(world.clock.now(), BATCH);
    if (due.length === 0) return { reminders };
    reminders += await world.transaction((inside) => remind(inside, due));
  }
}

async function remind(inside: World, due: Snooze[]): Promise<number> {
  const { store, clock } = inside;
  const now = clock.now();
  const personIds = [...new Set(due.map(({ personId }) => personId))];
  await store.people.hold(personIds);
  const untold = (await untoldOf(store, due, personIds)).filter(({ plans }) => plans.length > 0);
  await store.snoozes.markReminded(due, now);
  // Their welcome after the pause names all that is open, in one message.
  const held = untold
    .filter(({ person }) => isPaused(person, now))
    .flatMap(({ snooze, person, plans }) =>
      plans.map(({ id }) => ({
        ...{ personId: person.id, fact: subjectOf(snooze, id), kind: "snoozed_reminder" as const },
        ...{ reason: "on_pause" as const, until: person.pausedUntil },
      })),
    );
  await store.heldBack.note(held, now);
  const toRemind = untold.filter(({ person }) => !isPaused(person, now));
  const counts = await snoozeCounts(
    store,
    toRemind.flatMap(({ plans }) => plans),
  );
  return postTo(
    inside,
    toRemind.map(({ person, snooze, plans }) => reminderFor(inside, person, { snooze, plans, counts })),
  );
}

/** Locked, so that a report which commits meanwhile is seen here, or takes back what was posted. */
async function untoldOf(store: Store, due: Snooze[], personIds: number[]): Promise<Looked[]> {
  const personOf = new Map((await store.people.findAll(personIds)).map((person) => [person.id, person]));
  const planOf = await store.plans.lockAll([...new Set(due.flatMap(({ planIds }) => planIds))]);
  const mineOf = await store.plans.ofPeople(personIds);
  const open = due.flatMap((snooze): Looked[] => {
    const person = personOf.get(snooze.personId);
    if (person === undefined) return [];
    const mine = new Set(mineOf.get(person.id)?.map(({ id }) => id));
    const plans = snooze.planIds.flatMap((id) => planOf.get(id) ?? []);
    return [{ snooze, person, plans: plans.filter((plan) => mine.has(plan.id) && isStillOpen(plan, person, snooze)) }];
  });
  const subjects = open.flatMap(({ snooze, plans }) => plans.map(({ id }) => subjectOf(snooze, id)));
  // Anyone who looks a second time, because a report took the message back, must not tell again what did leave.
  const told = new Set((await store.outbox.toldAbout(personIds, subjects)).map(({ subject }) => subject));
  return open.map(({ plans, ...one }) => {
    const untold = plans.filter(({ id }) => !told.has(subjectOf(one.snooze, id)));
    // Two messages that were put off to the same moment tell of a plan once.
    for (const { id } of untold) told.add(subjectOf(one.snooze, id));
    return { ...one, plans: untold };
  });
}

function isStillOpen(plan: WorkPlan, person: Person, { at, until }: Snooze): boolean {
  // Of a moment that lay in a pause which is over the welcome has spoken.
  const wasWelcomed =
    plan.pausedUntil !== null &&
    person.pausedUntil === null &&
    dayIn(plan.trainingClass.zone, until) <= plan.pausedUntil;
  return !wasWelcomed && !plan.isApart && plan.state !== "done" && !wasAnsweredSince(plan, at);
}

interface Again {
  snooze: Snooze;
  plans: WorkPlan[];
  counts: SnoozeCounts;
}

function reminderFor(inside: World, to: Person, { snooze, plans, counts }: Again): ToPost {
  return {
    key: `snoozed:${to.id}:${snooze.until.getTime()}:${plans.map(({ id }) => id).join(",")}`,
    kind: "snoozed_reminder",
    to,
    names: [],
    subjects: plans.flatMap((plan) => [`plan:${plan.id}`, subjectOf(snooze, plan.id), ...rungOf(inside, plan)]),
    say: (texts) => ({
      ...texts.workPlans.snooze.again(plans),
      buttons: reminderButtons(texts, {
        plans,
        canSnooze: plans.some(({ id }) => mayStillSnooze(counts, id, to.id)),
      }),
    }),
  };
}

/** It stands for the reminder whose turn it would be by now. */
function rungOf({ clock, settings }: World, plan: WorkPlan): string[] {
  const { zone, endsOn } = plan.trainingClass;
  const rung = openRung({ ...plan, classEndsOn: endsOn }, dayIn(zone, clock.now()), ladderIn(settings));
  return rung === null ? [] : [rungSubject(plan.id, rung.on)];
}

/** By the moment, not by the message: anyone who puts off two messages to the same morning is reminded of a plan once. */
function subjectOf({ personId, until }: Snooze, planId: number): string {
  return `snooze:${personId}:${until.getTime()}:${planId}`;
}
