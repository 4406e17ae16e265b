// Reminds the people of a library of its plans: to write them, before they are due, and, once, when the day is past.

import type { HeldReason } from "../../../domain/fates/fate.js";
import { groupedBy } from "../../../domain/grouped-by.js";
import { awaitsWelcome } from "../../../domain/people/pause.js";
import type { Person } from "../../../domain/people/person.js";
import { isOfEarlierLadder, ladderIn, rungClosesOn } from "../../../domain/plans/plan-reminder.js";
import { type Day, dayIn, daysBetween, instantAt } from "../../../domain/time/calendar.js";
import { hoursOf, nextWorkingInstant } from "../../../domain/time/working-hours.js";
import type { WorkPlan } from "../../../ports/plans/work-plans.js";
import type { Held } from "../../../ports/upkeep/held-back.js";
import type { World } from "../../../ports.js";
import { postTo, type ToPost } from "../../posting.js";
import { sayingOnce } from "../../said-once.js";
import { type OpenReminder, openReminders } from "./open-reminders.js";
import { reminderButtons } from "./reminder-buttons.js";
import { mayStillSnooze, type SnoozeCounts, snoozeCounts } from "./snooze-reminder.js";

/** As many libraries as one transaction holds: well below a second, so that their reports hardly wait. */
const BATCH = 200;

type Manager = Awaited<ReturnType<World["store"]["plans"]["managersOf"]>>[number];

/** Each person gets one message about all plans of which they are owed one. Twice is once. */
export async function remindOfPlans(world: World): Promise<{ reminders: number }> {
  // Days begin first in the east, where it is two hours later than here. When a day begins here, the hour of reminders (06:00 at the
  // earliest) is still ahead everywhere.
  const today = dayIn("Asia/Jakarta", world.clock.now());
  for (let reminders = 0; ; ) {
    // Outside of a transaction: mostly there is nobody, and then that was all.
    const libraryIds = await world.store.plans.librariesToRemind(today, BATCH, ladderIn(world.settings));
    if (libraryIds.length === 0) return { reminders };
    reminders += await world.transaction((inside) => remindLibraries(inside, libraryIds, today));
  }
}

async function remindLibraries(inside: World, libraryIds: number[], today: Day): Promise<number> {
  await inside.store.people.hold(await inside.store.plans.managerIdsOf(libraryIds));
  const plans = await inside.store.plans.holdForReminding(libraryIds, today);
  const opened = openedSince(inside, plans, today);
  // Whoever answered since the rung's day began is not asked: once a rung, because the plan is marked.
  const [answered, owed] = [opened.filter((one) => one.isAnswered), opened.filter((one) => !one.isAnswered)];
  const managers = await inside.store.plans.managersOf(libraryIds);
  await inside.store.heldBack.note(heldOf(answered, managers, "answered"), inside.clock.now());
  const posted = await postTo(inside, await remindersFor(inside, owed, managers));
  await inside.store.plans.markReminded(
    plans.map(({ id }) => id),
    today,
  );
  return posted;
}

/** Those that have opened since anybody looked; nothing where it is no library's plan yet. */
function openedSince(inside: World, plans: WorkPlan[], today: Day): (OpenReminder & { isAnswered: boolean })[] {
  const ofLibraries = plans.filter(({ isApart }) => !isApart);
  return openReminders(inside, ofLibraries, today).flatMap((one) => {
    const { plan, rung } = one;
    if (plan.remindedOn !== null && plan.remindedOn >= rung.on) return [];
    const { speaking } = hoursOf(inside.settings.rest);
    const morning = instantAt(plan.trainingClass.zone, rung.on, speaking.planReminder);
    if (isOfEarlierLadder(rung, plan.dueOn, plan.remindedOn, morning)) return [];
    return [{ ...one, isAnswered: plan.lastReportOn !== null && plan.lastReportOn >= rung.on }];
  });
}

function heldOf(owed: OpenReminder[], managers: readonly Manager[], reason: HeldReason): Held[] {
  const managersOf = groupedBy(managers, ({ libraryId }) => libraryId);
  return owed.flatMap((one) =>
    (managersOf.get(one.plan.libraryId) ?? []).map(({ person }) => ({
      ...{ personId: person.id, fact: one.subject, kind: "plan_reminder" as const },
      ...{ reason, until: null },
    })),
  );
}

async function remindersFor(inside: World, owed: OpenReminder[], managers: Manager[]): Promise<ToPost[]> {
  const now = inside.clock.now();
  const personIds = [...new Set(managers.map(({ person }) => person.id))];
  const told = new Set(
    (
      await inside.store.outbox.toldAbout(
        personIds,
        owed.map(({ subject }) => subject),
      )
    ).map(({ personId, subject }) => `${personId} ${subject}`),
  );
  const plans = owed.map(({ plan }) => plan);
  const running = await inside.store.snoozes.running(
    plans.map(({ id }) => id),
    now,
  );
  // Anyone who put it off hears of it at the moment they chose, and not before.
  const held: Held[] = [];
  for (const { planId, personId, until } of running) {
    for (const one of owed.filter(({ plan }) => plan.id === planId)) {
      told.add(`${personId} ${one.subject}`);
      held.push({ personId, fact: one.subject, kind: "plan_reminder", reason: "snoozed", until });
    }
  }
  const pausing = managers.filter(({ person }) => awaitsWelcome(person));
  await inside.store.heldBack.note([...held, ...heldOf(owed, pausing, "on_pause")], now);
  const counts = await snoozeCounts(inside.store, plans);
  const byPerson = new Map<number, Omit<Manager, "libraryId"> & { owed: OpenReminder[] }>();
  const ofLibrary = groupedBy(owed, ({ plan }) => plan.libraryId);
  for (const { libraryId, person, since, libraries } of managers) {
    // Their welcome asks for it, where it is still owed then.
    if (awaitsWelcome(person)) continue;
    const theirs = (ofLibrary.get(libraryId) ?? []).filter((one) => !told.has(`${person.id} ${one.subject}`));
    const known = byPerson.get(person.id) ?? { person, owed: [], since, libraries };
    byPerson.set(person.id, {
      ...known,
      owed: [...known.owed, ...theirs],
      since: since < known.since ? since : known.since,
    });
  }
  // Both who manage a library mostly read the same.
  const saidOnce = sayingOnce();
  return [...byPerson.values()].flatMap(({ person, owed: theirs, since, libraries }) => {
    const [first] = theirs;
    if (first === undefined || person.zone === null) return [];
    const morning = instantAt(person.zone, first.rung.on, hoursOf(inside.settings.rest).speaking.planReminder);
    const closes = instantAt(
      person.zone,
      rungClosesOn(first.rung, first.plan.dueOn, ladderIn(inside.settings)),
      "00:00",
    );
    const at = laterOf(morning, now);
    // Counted from the day on which it can leave: what is owed on a Sunday is read on Monday.
    const readOn = dayIn(person.zone, nextWorkingInstant(person.zone, at, inside.settings.rest, person.id));
    const { zone, endsOn } = first.plan.trainingClass;
    const cameLater = dayIn(zone, since) > endsOn;
    return [
      { ...reminderFor(person, theirs, { counts, readOn, cameLater, libraries, saidOnce }), at, notAfter: closes },
    ];
  });
}

function reminderFor(
  to: Person,
  owed: OpenReminder[],
  {
    counts,
    readOn,
    cameLater,
    libraries,
    saidOnce,
  }: {
    counts: SnoozeCounts;
    readOn: Day;
    cameLater: boolean;
    libraries: Manager["libraries"];
    saidOnce: ReturnType<typeof sayingOnce>;
  },
): ToPost {
  const rungs = owed.map(({ subject }) => subject);
  const dueDays = owed.filter(({ rung }) => rung.kind === "due").map(({ plan }) => plan.dueOn);
  const [firstDue] = dueDays.sort();
  const daysLeft = firstDue === undefined ? null : Math.max(0, daysBetween(readOn, firstDue));
  const canSnooze = owed.some(({ plan }) => mayStillSnooze(counts, plan.id, to.id));
  // A colleague who acts for another library too reads whose plans these are.
  const ofLibraries = libraries.map(({ libraryId }) => libraryId).join();
  return {
    key: `plan-reminder:${to.id}:${rungs.map((rung) => rung.replace("rung:", "")).join(",")}`,
    kind: "plan_reminder",
    to,
    names: [],
    subjects: [...owed.map(({ plan }) => `plan:${plan.id}`), ...rungs],
    say: (texts) =>
      saidOnce(`${texts.language} ${daysLeft} ${canSnooze} ${cameLater} ${ofLibraries} ${rungs.join()}`, () => ({
        ...texts.workPlans.reminder(
          owed.map(({ plan, rung }) => ({ ...plan, kind: rung.kind })),
          { daysLeft, cameLater, libraries },
        ),
        buttons: reminderButtons(texts, { plans: owed.map(({ plan }) => plan), canSnooze }),
      })),
  };
}

function laterOf(a: Date, b: Date): Date {
  return new Date(Math.max(a.getTime(), b.getTime()));
}
