// The job that reminds of class days: what is owed by now, is still of use, and was not posted yet.

import {
  classDays,
  daySubject,
  lastDayToRemindOf,
  reminderKey,
  remindersOwed,
  type SessionReminder,
  type SessionTimes,
  sessionSubject,
} from "../../../domain/classes/schedule.js";
import { type Day, dayIn, instantAt } from "../../../domain/time/calendar.js";
import { addWorkingDays } from "../../../domain/time/working-hours.js";
import type { ClassSchedule, Horizon } from "../../../ports/programme/schedule.js";
import type { World } from "../../../ports.js";
import { postTo, type ToPost } from "../../posting.js";
import { reminderMessage } from "./schedule-messages.js";

/** Twice is once: each reminder has one key a person. */
export async function remindOfSessions(world: World): Promise<{ classes: number; reminded: number }> {
  const schedules = await world.store.schedule.timesWithin(horizonOf(world));
  const owed = schedules.flatMap((schedule) => owedOf(world, schedule));
  const unposted = await world.store.schedule.peopleWithout(owed.map(({ classId, key }) => ({ classId, key })));
  const keys = new Set(unposted.map(({ key }) => key));
  const classIds = new Set(owed.filter(({ key }) => keys.has(key)).map(({ classId }) => classId));
  let reminded = 0;
  for (const classId of classIds) {
    reminded += await world.transaction((inside) => remindClass(inside, classId));
  }
  return { classes: reminded > 0 ? classIds.size : 0, reminded };
}

/** Asks again with the schedule held still: a session moved meanwhile must not be told with its old time. */
async function remindClass(inside: World, classId: number): Promise<number> {
  await inside.store.schedule.hold(classId);
  const trainingClass = await inside.store.classes.find(classId);
  if (trainingClass === null) return 0;
  const { zone } = trainingClass;
  const sessions = await inside.store.classes.sessionsOf(classId);
  const firstDay = classDays(zone, sessions)[0]?.day;
  const owed = firstDay === undefined ? [] : owedOf(inside, { classId, zone, firstDay, sessions });
  const unposted = await inside.store.schedule.peopleWithout(owed.map(({ key }) => ({ classId, key })));
  const trainers = await inside.store.classes.trainersOf(classId);
  const given = await inside.store.schedule.answersTo(sessions.map(({ id }) => id));
  const people = new Map((await inside.store.participants.ofClass(classId)).map(({ person }) => [person.id, person]));
  const wishes = unposted.flatMap(({ key, personId }): ToPost[] => {
    const reminder = owed.find((one) => one.key === key)?.reminder;
    const to = people.get(personId);
    if (reminder === undefined || to === undefined) return [];
    return [
      {
        key: `${key}:${to.id}`,
        kind: reminder.name === "soon" ? "online_link" : "session_reminder",
        to,
        names: namesTrainers(reminder) ? trainers.map(({ id }) => id) : [],
        say: (texts) =>
          reminderMessage(texts, to.zone ?? trainingClass.zone, {
            reminder,
            trainingClass,
            trainers: trainers.map(({ name }) => name),
            given: given.get(to.id) ?? new Map(),
          }),
        notAfter: reminder.notAfter,
        // Each class day has one, also when it comes the evening before.
        ...(reminder.name === "agenda" && { countsOn: reminder.day }),
        subjects: subjectsOf(classId, reminder),
      },
    ];
  });
  return postTo(inside, wishes);
}

function owedOf<Session extends SessionTimes>(
  world: World,
  schedule: ClassSchedule<Session>,
): { classId: number; key: string; reminder: SessionReminder<Session> }[] {
  const { classId } = schedule;
  return remindersOwed(schedule, world.settings.rest, world.clock.now()).map((reminder) => ({
    classId,
    key: reminderKey(classId, reminder),
    reminder,
  }));
}

function namesTrainers({ name }: SessionReminder): boolean {
  return name === "H-3" || name === "H-1";
}

function subjectsOf(classId: number, { name, day, sessions }: SessionReminder): string[] {
  const about = sessions.map(({ id }) => sessionSubject(id));
  // Being told of one session just before it says nothing about the day.
  return name === "soon" ? about : [daySubject(classId, day), ...about];
}

/** From the sessions that may still run to the last of which anything can be due today, in any zone. */
function horizonOf(world: World): Horizon {
  const now = world.clock.now();
  const { rest } = world.settings;
  const today = dayIn("Asia/Jayapura", now);
  const endOf = (day: Day) => instantAt("Asia/Jakarta", day, "23:59");
  return {
    from: new Date(now.getTime() - 24 * 3600_000),
    // An agenda comes on the working day before its day at the earliest.
    near: endOf(addWorkingDays(today, 1, rest)),
    far: endOf(lastDayToRemindOf(today, rest)),
  };
}
