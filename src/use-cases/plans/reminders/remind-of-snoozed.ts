// Job: reminds once more of what somebody put off, when the moment they chose has come and nothing was said meanwhile.

import { awaitsWelcome } from "../../../domain/people/pause.js";
import type { Person } from "../../../domain/people/person.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { Snooze } from "../../../ports/plans/snoozes.js";
import type { WorkPlan } from "../../../ports/plans/work-plans.js";
import type { Store, World } from "../../../ports.js";
import { postTo, type ToPost } from "../../posting.js";
import { openReminders } from "./open-reminders.js";
import { reminderButtons } from "./reminder-buttons.js";
import { mayStillSnooze, type SnoozeCounts, snoozeCounts, snoozeSubject, wasAnsweredSince } from "./snooze-reminder.js";

/** As many plans as one transaction holds; the next ones follow at once. */
const BATCH = 200;

interface Looked {
  snooze: Snooze;
  person: Person;
  /** What is still to be said of it. */
  plans: WorkPlan[];
  /** All plans of their libraries. */
  mine: WorkPlan[];
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
  // Their welcome after the pause names all that is open, in one message; also where it leaves in this very minute.
  const held = untold
    .filter(({ person }) => awaitsWelcome(person))
    .flatMap(({ snooze, person, plans }) =>
      plans.map(({ id }) => ({
        ...{ personId: person.id, fact: snoozeSubject(snooze, id), kind: "snoozed_reminder" as const },
        ...{ reason: "on_pause" as const, until: person.pausedUntil },
      })),
    );
  await store.heldBack.note(held, now);
  const toRemind = untold.filter(({ person }) => !awaitsWelcome(person));
  const counts = await snoozeCounts(
    store,
    toRemind.flatMap(({ plans }) => plans),
  );
  return postTo(
    inside,
    toRemind.map(({ person, ...looked }) => reminderFor(inside, person, { ...looked, counts })),
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
    const mine = (mineOf.get(person.id) ?? []).filter(({ isApart }) => !isApart);
    const isMine = new Set(mine.map(({ id }) => id));
    const plans = snooze.planIds
      .flatMap((id) => planOf.get(id) ?? [])
      .filter((plan) => isMine.has(plan.id) && isStillOpen(plan, person, snooze));
    return [{ snooze, person, plans, mine }];
  });
  const subjects = open.flatMap(({ snooze, plans }) => plans.map(({ id }) => snoozeSubject(snooze, id)));
  // Anyone who looks a second time, because a report took the message back, must not tell again what did leave.
  const told = new Set((await store.outbox.toldAbout(personIds, subjects)).map(({ subject }) => subject));
  return open.map(({ plans, ...one }) => {
    const untold = plans.filter(({ id }) => !told.has(snoozeSubject(one.snooze, id)));
    // Two messages that were put off to the same moment tell of a plan once.
    for (const { id } of untold) told.add(snoozeSubject(one.snooze, id));
    return { ...one, plans: untold };
  });
}

function isStillOpen(plan: WorkPlan, person: Person, { at, until }: Snooze): boolean {
  // Of a moment that lay in a pause which is over the welcome has spoken.
  const wasWelcomed =
    plan.pausedUntil !== null &&
    person.pausedUntil === null &&
    dayIn(plan.trainingClass.zone, until) <= plan.pausedUntil;
  return !wasWelcomed && plan.state !== "done" && !wasAnsweredSince(plan, at);
}

interface Again extends Omit<Looked, "person"> {
  counts: SnoozeCounts;
}

function reminderFor(inside: World, to: Person, { snooze, plans, mine, counts }: Again): ToPost {
  return {
    key: `snoozed:${to.id}:${snooze.until.getTime()}:${plans.map(({ id }) => id).join(",")}`,
    kind: "snoozed_reminder",
    to,
    names: [],
    // It stands for the reminder whose turn it would be by now.
    subjects: plans.flatMap((plan) => [
      ...[`plan:${plan.id}`, snoozeSubject(snooze, plan.id)],
      ...openReminders(inside, [plan], dayIn(plan.trainingClass.zone, inside.clock.now())).map(
        ({ subject }) => subject,
      ),
    ]),
    say: (texts) => ({
      ...texts.workPlans.snooze.again(plans, mine),
      buttons: reminderButtons(texts, {
        plans,
        canSnooze: plans.some(({ id }) => mayStillSnooze(counts, id, to.id)),
      }),
    }),
  };
}
