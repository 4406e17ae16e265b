// A class's sessions all move by some days: who knew the old days hears it in one message, not one a session.

import { daysLater } from "../../../domain/classes/class-shift.js";
import { changeNoticeAt, daySubject, sessionSubject, shiftSubject } from "../../../domain/classes/schedule.js";
import type { Person } from "../../../domain/people/person.js";
import { type Day, dayIn, daysBetween, instantAt } from "../../../domain/time/calendar.js";
import { FIRST_HOUR } from "../../../domain/time/day-plan.js";
import type { Participant } from "../../../ports/people/participants.js";
import type { TrainingClass, TrainingSession } from "../../../ports/programme/classes.js";
import type { Store, World } from "../../../ports.js";
import { postTo, type ToPost } from "../../posting.js";
import { shiftMessage } from "./schedule-messages.js";

const KINDS = ["session_reminder", "online_link", "schedule_change"] as const;

/** What a waiting notice says the class's first day was before. */
const KNOWN_DAY = "known-day:";

/** Who is told of a shift, and how many others simply get the right reminders. */
export async function peopleToTellOfShift(
  store: Store,
  { id }: TrainingClass,
): Promise<{ told: Participant[]; untold: number }> {
  const subjects = (await store.classes.sessionsOf(id)).map((session) => sessionSubject(session.id));
  const knowing = new Set<number>();
  for (const subject of [...subjects, shiftSubject(id)]) {
    for (const personId of await store.outbox.peopleTold(subject, [...KINDS])) knowing.add(personId);
  }
  const participants = await store.participants.ofClass(id);
  const told = participants.filter(({ person, scheduleSeenAt }) => scheduleSeenAt !== null || knowing.has(person.id));
  return { told, untold: participants.length - told.length };
}

/** Call it in the transaction that moves the class, before it moves. `sessions`: those that move. Returns how many people are told. */
export async function tellOfShift(
  inside: World,
  { trainingClass, sessions, to }: Omit<Shift, "known">,
): Promise<number> {
  const { id } = trainingClass;
  await inside.store.people.hold((await inside.store.participants.ofClass(id)).map(({ person }) => person.id));
  // Taken back first: asked before, a reminder that departs in between would leave its receiver with the old day alone.
  const waiting = await takeBackAll(inside, trainingClass, sessions);
  const { told } = await peopleToTellOfShift(inside.store, trainingClass);
  const wishes = told.flatMap(({ person }): ToPost[] => {
    const was = waiting.get(person.id);
    const known = was?.knownDay ?? trainingClass.startsOn;
    // Back where they believe it is, and nothing else was to be told.
    if (known === to && was?.ofSession !== true) return [];
    return [shiftWish(inside, person, { trainingClass, sessions, known, to })];
  });
  return postTo(inside, wishes);
}

interface Shift {
  trainingClass: TrainingClass;
  sessions: TrainingSession[];
  /** The first day as the receiver knows it. */
  known: Day;
  to: Day;
}

function shiftWish(world: World, person: Person, { trainingClass, sessions, known, to }: Shift): ToPost {
  const now = world.clock.now();
  const zone = person.zone ?? trainingClass.zone;
  const oldStart = sessions[0]?.startsAt ?? instantAt(trainingClass.zone, trainingClass.startsOn, FIRST_HOUR);
  const newStart = daysLater(oldStart, daysBetween(trainingClass.startsOn, to));
  return {
    key: `class-shift:${trainingClass.id}:${trainingClass.startsOn}:${to}:${now.getTime()}:${person.id}`,
    kind: "schedule_change",
    to: person,
    names: [],
    at: changeNoticeAt(zone, now, newStart < oldStart ? newStart : oldStart, world.settings.rest),
    say: (texts) => shiftMessage(texts, { trainingClass, known, to }),
    subjects: [shiftSubject(trainingClass.id), `${KNOWN_DAY}${known}`],
  };
}

interface Waited {
  /** What a notice of an earlier shift said the first day was. */
  knownDay?: Day;
  /** A notice about a single session waited. */
  ofSession?: true;
}

async function takeBackAll(inside: World, { id, zone }: TrainingClass, sessions: TrainingSession[]) {
  const now = inside.clock.now();
  const days = new Set(sessions.map(({ startsAt }) => daySubject(id, dayIn(zone, startsAt))));
  const waited = new Map<number, Waited>();
  for (const subject of [...sessions.map((session) => sessionSubject(session.id)), ...days, shiftSubject(id)]) {
    for (const { personId, kind, subjects } of await inside.store.outbox.takeBack(
      { subject },
      "schedule changed",
      now,
      [...KINDS],
    )) {
      if (kind !== "schedule_change") continue;
      const known = subjects.find((one) => one.startsWith(KNOWN_DAY))?.slice(KNOWN_DAY.length) as Day | undefined;
      const before = waited.get(personId);
      waited.set(personId, { ...before, ...(known === undefined ? { ofSession: true } : { knownDay: known }) });
    }
  }
  return waited;
}
