// Job: reminds once more of what somebody put off, when the moment they chose has come and nothing was said meanwhile.

import { isPaused } from "../../domain/people/pause.js";
import type { Person } from "../../domain/people/person.js";
import { ladderIn, openRung, rungSubject } from "../../domain/plans/plan-reminder.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { Snooze } from "../../ports/plans/snoozes.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { Store, World } from "../../ports.js";
import { postTo, type ToPost } from "../posting.js";
import { reminderButtons } from "./reminder-buttons.js";
import { mayStillSnooze, type SnoozeCounts, snoozeCounts, wasAnsweredSince } from "./snooze-reminder.js";

/** A tick looks at so many; the next ones follow at once. */
const BATCH = 200;

/** Twice is once: what was looked at is marked, and a message about the same plans has the same key. */
export async function remindOfSnoozed(world: World): Promise<{ reminders: number }> {
  for (let reminders = 0; ; ) {
    const due = await world.store.snoozes.due(world.clock.now(), BATCH);
    if (due.length === 0) return { reminders };
    for (const snooze of due) reminders += await world.transaction((inside) => remind(inside, snooze));
  }
}

async function remind(inside: World, snooze: Snooze): Promise<number> {
  const now = inside.clock.now();
  await inside.store.people.hold([snooze.personId]);
  const person = await inside.store.people.find(snooze.personId);
  const plans = person === null ? [] : await stillOpen(inside.store, person, snooze);
  // Anyone who looks a second time, because a report took the message back, must not tell again what did leave.
  const told = new Set(
    (
      await inside.store.outbox.toldAbout(
        [snooze.personId],
        plans.map(({ id }) => subjectOf(snooze, id)),
      )
    ).map(({ subject }) => subject),
  );
  const untold = plans.filter(({ id }) => !told.has(subjectOf(snooze, id)));
  await inside.store.snoozes.markReminded(snooze, now);
  if (person === null || untold.length === 0) return 0;
  if (isPaused(person, now)) {
    // Their welcome after the pause names all that is open, in one message.
    const held = {
      personId: person.id,
      kind: "snoozed_reminder",
      reason: "on_pause",
      until: person.pausedUntil,
    } as const;
    await inside.store.heldBack.note(
      untold.map(({ id }) => ({ ...held, fact: subjectOf(snooze, id) })),
      now,
    );
    return 0;
  }
  return postTo(inside, [
    reminderFor(inside, person, { snooze, plans: untold, counts: await snoozeCounts(inside.store, untold) }),
  ]);
}

/** Locked, so that a report which commits meanwhile is seen here, or takes back what was posted. */
async function stillOpen(store: Store, person: Person, { planIds, at, until }: Snooze): Promise<WorkPlan[]> {
  const plans = [];
  for (const id of planIds) plans.push(await store.plans.lock(id));
  const mine = new Set((await store.plans.ofPerson(person.id)).map(({ id }) => id));
  // Of a moment that lay in a pause which is over the welcome has spoken.
  const wasWelcomed = ({ pausedUntil, trainingClass: { zone } }: WorkPlan) =>
    pausedUntil !== null && person.pausedUntil === null && dayIn(zone, until) <= pausedUntil;
  return plans.flatMap((plan) =>
    plan !== null &&
    !wasWelcomed(plan) &&
    !plan.isApart &&
    plan.state !== "done" &&
    mine.has(plan.id) &&
    !wasAnsweredSince(plan, at)
      ? [plan]
      : [],
  );
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
