// The job that reminds of class days: what is owed by now, is still of use, and was not posted yet.

import { chunksOf } from "../../../domain/chunks-of.js";
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
import { groupedBy } from "../../../domain/grouped-by.js";
import { type Day, dayIn, instantAt } from "../../../domain/time/calendar.js";
import { addWorkingDays } from "../../../domain/time/working-hours.js";
import type { ClassSchedule, Horizon } from "../../../ports/programme/schedule.js";
import type { World } from "../../../ports.js";
import { postTo, type ToPost } from "../../posting.js";
import { sayingOnce } from "../../said-once.js";
import { reminderMessage } from "./schedule-messages.js";

/** Classes that one transaction holds: some thousand people, below a second, so that a trainer who moves a session hardly waits. */
const BATCH = 20;

/** Those that one statement looks through for whom it passes over: some ten thousand people. */
const KEYS_AT_ONCE = 200;

/** Twice is once: each reminder has one key a person. */
export async function remindOfSessions(world: World): Promise<{ classes: number; reminded: number }> {
  const schedules = await world.store.schedule.timesWithin(horizonOf(world));
  const owed = schedules.flatMap((schedule) => owedOf(world, schedule));
  const keys = await world.store.schedule.keysOwed(owed.map(({ classId, key }) => ({ classId, key })));
  const classIds = new Set(owed.filter(({ key }) => keys.has(key)).map(({ classId }) => classId));
  // Those who are passed over are written down once for all classes: it decides nothing, so it need not wait for their locks.
  const said = owed.filter(({ key }) => keys.has(key));
  const passedOver = said.map(({ classId, key, reminder }) => ({ classId, key, kind: kindOf(reminder) }));
  for (const some of chunksOf(passedOver, KEYS_AT_ONCE)) {
    await world.store.heldBack.notePassedOver(some, world.clock.now());
  }
  let reminded = 0;
  const all = [...classIds].sort((a, b) => a - b);
  for (const some of chunksOf(all, BATCH)) {
    reminded += await world.transaction((inside) => remindClasses(inside, some));
  }
  return { classes: reminded > 0 ? classIds.size : 0, reminded };
}

/** Asks again with the schedules held still: a session moved meanwhile must not be told with its old time. */
async function remindClasses(inside: World, classIds: number[]): Promise<number> {
  const { classes, programme, schedule, people } = inside.store;
  await schedule.hold(classIds);
  const sessionsOf = groupedBy(await programme.sessionsOfAll(classIds), ({ classId }) => classId);
  const owed = (await classes.findAll(classIds)).flatMap((trainingClass) => {
    const { id: classId, zone } = trainingClass;
    const sessions = sessionsOf.get(classId) ?? [];
    const firstDay = classDays(zone, sessions)[0]?.day;
    return firstDay === undefined
      ? []
      : owedOf(inside, { classId, zone, firstDay, sessions }).map((one) => ({ ...one, trainingClass }));
  });
  const byKey = new Map(owed.map((one) => [one.key, one]));
  const unposted = await schedule.peopleWithout(owed.map(({ classId, key }) => ({ classId, key })));
  const trainersOf = groupedBy(await classes.trainersOfAll(classIds), ({ classId }) => classId);
  const given = await schedule.answersTo(owed.flatMap(({ reminder }) => reminder.sessions.map(({ id }) => id)));
  const found = await people.findAll([...new Set(unposted.map(({ personId }) => personId))]);
  const personOf = new Map(found.map((person) => [person.id, person]));
  // Those of a class mostly read the same.
  const saidOnce = sayingOnce();
  const wishes = unposted.flatMap(({ key, personId }): ToPost[] => {
    const one = byKey.get(key);
    const to = personOf.get(personId);
    if (one === undefined || to === undefined) return [];
    const { classId, reminder, trainingClass } = one;
    const trainers = (trainersOf.get(classId) ?? []).map(({ trainer }) => trainer);
    return [
      {
        key: `${key}:${to.id}`,
        kind: kindOf(reminder),
        to,
        names: namesTrainers(reminder) ? trainers.map(({ id }) => id) : [],
        say: (texts) => {
          const zone = to.zone ?? trainingClass.zone;
          const answers = given.get(to.id) ?? new Map();
          return saidOnce(`${key} ${texts.language} ${zone} ${[...answers].join()}`, () =>
            reminderMessage(texts, zone, {
              ...{ reminder, trainingClass, given: answers },
              trainers: trainers.map(({ name }) => name),
            }),
          );
        },
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

function kindOf({ name }: SessionReminder): "online_link" | "session_reminder" {
  return name === "soon" ? "online_link" : "session_reminder";
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
