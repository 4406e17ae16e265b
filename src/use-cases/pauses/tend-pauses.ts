// Job: whose pause is over is welcomed back by one message, with what is due. And who came into a place that pauses, pauses too.
import { groupedBy } from "../../domain/grouped-by.js";
import { action } from "../../domain/messages/action.js";
import { type Person, zoneOf } from "../../domain/people/person.js";
import { dayIn } from "../../domain/time/calendar.js";
import { isWorkingInstant } from "../../domain/time/working-hours.js";
import { ZONES } from "../../domain/time/zone.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { World } from "../../ports.js";
import { openReminders } from "../plans/reminders/open-reminders.js";
import { reminderButtons } from "../plans/reminders/reminder-buttons.js";
import { mayStillSnooze, type SnoozeCounts, snoozeCounts, snoozeSubject } from "../plans/reminders/snooze-reminder.js";
import { settleDeadlines } from "../plans/settle-deadlines.js";
import { postTo, type ToPost } from "../posting.js";

interface Returned {
  to: Person;
  endedAt: Date;
  plans: WorkPlan[];
}

interface PutOff {
  putOff: { planId: number; personId: number; until: Date }[];
  counts: SnoozeCounts;
}

/** As many people as one transaction holds. */
const BATCH = 200;

/** Twice is once: nothing is left on the row of the one who was welcomed. */
export async function tendPauses(world: World): Promise<{ returned: number; joined: number }> {
  const joined = await settleNewcomers(world);
  for (let returned = 0; ; ) {
    const people = await returnedNow(world);
    if (people.length === 0) return { returned, joined };
    returned += await world.transaction((inside) => welcome(inside, people));
  }
}

/**
 * Where a working day has begun: on a Sunday nothing is written yet, because what they or a colleague report until Monday would be asked for
 * all the same.
 */
function returnedNow({ store, clock, settings }: World): Promise<Person[]> {
  const now = clock.now();
  const zones = ZONES.filter((zone) => isWorkingInstant(zone, now, settings.rest));
  return store.pauses.returned(zones, now, BATCH);
}

async function welcome(inside: World, found: Person[]): Promise<number> {
  const { store, clock } = inside;
  const ids = found.map(({ id }) => id);
  const erased = await store.pauses.hold(ids);
  // Read again: they may have asked for more time meanwhile, and nobody can from here on.
  const people = (await returnedNow(inside)).filter(({ id }) => ids.includes(id) && !erased.has(id));
  await store.pauses.markReturned(people.map(({ id }) => id));
  const plansOf = await store.plans.ofPeople(people.map(({ id }) => id));
  const takingPart = await store.pauses.takingPart(people.map(({ id }) => id));
  // A person who handed their library over meanwhile has nothing to come back to.
  const returned = people.flatMap((person): Returned[] => {
    const plans = (plansOf.get(person.id) ?? []).filter(({ isApart }) => !isApart);
    const endedAt = person.pausedUntil ?? clock.now();
    const to = { ...person, pausedUntil: null, quietUntil: null };
    return takingPart.has(person.id) ? [{ to, endedAt, plans }] : [];
  });
  if (returned.length === 0) return people.length;
  const plans = returned.flatMap((one) => one.plans);
  const planIds = plans.map(({ id }) => id);
  // Also of what was put off to the minute at which the first of these pauses ended.
  const since = new Date(Math.min(...returned.map(({ endedAt }) => endedAt.getTime())) - 1);
  const putOff = groupedBy(await store.snoozes.running(planIds, since), ({ personId }) => personId);
  const counts = await snoozeCounts(store, plans);
  await postTo(
    inside,
    returned.map((one) => welcomeOf(inside, one, { putOff: putOff.get(one.to.id) ?? [], counts })),
  );
  // The others of their libraries may be owed one; to them the welcome has said it.
  if (planIds.length > 0) await store.plans.remindAgain(planIds);
  return people.length;
}

/**
 * In place of the reminders of the day on which it is read, of those that were put off to that day too, and with their buttons: nobody reads
 * the same list twice on one morning.
 */
function welcomeOf(inside: World, { to, endedAt, plans }: Returned, { putOff, counts }: PutOff): ToPost {
  const { clock } = inside;
  const open = plans.filter(({ state }) => state !== "done");
  const zone = zoneOf(to);
  const readOn = dayIn(zone, clock.now());
  const reminders = openReminders(inside, open, readOn);
  const ofThatDay = putOff.filter(({ until }) => dayIn(zone, until) <= readOn);
  // Anyone who wants no reminders has nothing to put off.
  const canSnooze =
    !to.optedOut.includes("reminders") && reminders.some(({ plan }) => mayStillSnooze(counts, plan.id, to.id));
  return {
    key: `pause-over:${to.id}:${endedAt.getTime()}`,
    kind: "pause_over",
    to,
    names: [],
    subjects: [
      ...open.map(({ id }) => `plan:${id}`),
      ...reminders.map(({ subject }) => subject),
      ...ofThatDay.map((snooze) => snoozeSubject(snooze, snooze.planId)),
    ],
    say: (texts) => {
      const { pauses } = texts;
      const asked = reminders.map(({ rung }) => rung);
      const longer = { label: pauses.longer, data: action("new_pause", null) };
      const goOn = { label: pauses.goOn, data: action("menu"), tone: "primary" as const };
      const [answers = [], later = []] = reminderButtons(texts, { plans: open, canSnooze });
      return {
        ...pauses.welcomeBack({ name: to.name, plans: open, libraries: plans, asked }),
        buttons: open.length === 0 ? [[goOn, longer]] : [answers, [...later, longer]],
      };
    },
  };
}

/** Those who joined, or began to act for a library, while a pause held there. Returns how many people. */
async function settleNewcomers(world: World): Promise<number> {
  const { personIds, planIds } = await world.store.pauses.unsettled(world.clock.now(), BATCH);
  if (personIds.length + planIds.length === 0) return 0;
  return world.transaction(async ({ store, clock }) => {
    const changed = await store.pauses.settlePeople({ personIds }, clock.now());
    await settleDeadlines(store, planIds);
    return changed.length;
  });
}
