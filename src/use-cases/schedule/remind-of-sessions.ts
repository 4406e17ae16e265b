// The job that reminds of class days: what is owed by now, is still of use, and was not posted yet.
import { dayIn, instantAt } from "../../domain/calendar.js";
import {
  daySubject,
  lastDayToRemindOf,
  reminderKey,
  remindersOwed,
  type SessionReminder,
  sessionSubject,
} from "../../domain/schedule.js";
import type { TrainingSession } from "../../ports/classes.js";
import type { ClassSchedule } from "../../ports/schedule.js";
import type { Store, World } from "../../ports.js";
import { postTo, type Wish } from "../posting.js";
import { reminderMessage } from "./schedule-messages.js";

type Reminder = SessionReminder<TrainingSession>;

/** Twice is once: each reminder has one key a person. */
export async function remindOfSessions(world: World): Promise<{ classes: number; reminded: number }> {
  const { from, until } = horizonOf(world);
  const owed = (await world.store.schedule.meetingBetween(from, until)).flatMap((schedule) =>
    owedKeys(world, schedule),
  );
  const unposted = await world.store.schedule.peopleWithout(owed.map(({ classId, key }) => ({ classId, key })));
  const keys = new Set(unposted.map(({ key }) => key));
  const classIds = new Set(owed.filter(({ key }) => keys.has(key)).map(({ classId }) => classId));
  let reminded = 0;
  for (const classId of classIds) {
    reminded += await world.store.transaction((store) => remindClass(store, world, classId));
  }
  return { classes: reminded > 0 ? classIds.size : 0, reminded };
}

/** Asks again with the schedule held still: a session moved meanwhile must not be told with its old time. */
async function remindClass(store: Store, world: World, classId: number): Promise<number> {
  const { from, until } = horizonOf(world);
  const schedule = await store.schedule.hold(classId, from, until);
  const trainingClass = await store.classes.find(classId);
  if (schedule === null || trainingClass === null) return 0;
  const owed = owedKeys(world, schedule);
  const unposted = await store.schedule.peopleWithout(owed.map(({ key }) => ({ classId, key })));
  const trainers = await store.classes.trainersOf(classId);
  const people = new Map((await store.participants.ofClass(classId)).map(({ person }) => [person.id, person]));
  const wishes = unposted.flatMap(({ key, personId }): Wish[] => {
    const reminder = owed.find((one) => one.key === key)?.reminder;
    const to = people.get(personId);
    if (reminder === undefined || to === undefined) return [];
    return [
      {
        key: `${key}:${to.id}`,
        kind: "session_reminder",
        to,
        say: (texts) =>
          reminderMessage(texts, to.zone ?? trainingClass.zone, {
            reminder,
            trainingClass,
            trainers: trainers.map(({ name }) => name),
          }),
        notAfter: reminder.notAfter,
        subjects: subjectsOf(classId, reminder),
      },
    ];
  });
  return postTo(store, world, wishes);
}

function owedKeys(world: World, schedule: ClassSchedule): { classId: number; key: string; reminder: Reminder }[] {
  const { classId } = schedule;
  return remindersOwed(schedule, world.settings.rest, world.clock.now()).map((reminder) => ({
    classId,
    key: reminderKey(classId, reminder),
    reminder,
  }));
}

function subjectsOf(classId: number, { name, day, sessions }: Reminder): string[] {
  const about = sessions.map(({ id }) => sessionSubject(id));
  // Being told of one session just before it says nothing about the day.
  return name === "soon" ? about : [daySubject(classId, day), ...about];
}

/** From the sessions that may still run to the last whose reminder can be due today in any zone. */
function horizonOf(world: World): { from: Date; until: Date } {
  const now = world.clock.now();
  const lastDay = lastDayToRemindOf(dayIn("Asia/Jayapura", now), world.settings.rest);
  return { from: new Date(now.getTime() - 24 * 3600_000), until: instantAt("Asia/Jakarta", lastDay, "23:59") };
}
