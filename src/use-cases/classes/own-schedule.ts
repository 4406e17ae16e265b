// When the classes meet of somebody who takes part in them, or teaches them. What is shown counts as seen: they are told when it changes.
import type { AttendanceAnswer } from "../../domain/classes/attendance.js";
import { classDays } from "../../domain/classes/schedule.js";
import { type Page, pageOf } from "../../domain/paging.js";
import type { KnownActor } from "../../domain/people/person.js";
import { type Day, dayIn } from "../../domain/time/calendar.js";
import type { TrainingClass, TrainingSession } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";
import { type Access, access } from "../access.js";

export type OwnClass = TrainingClass & { isTaught: boolean };
export type OwnAnswers = ReadonlyMap<number, AttendanceAnswer>;

/** What fits on a small phone with its places and buttons. */
const SESSIONS_A_PAGE = 5;

/** The classes somebody takes part in, and those they teach. */
async function ownClasses({ store }: World, { person }: KnownActor): Promise<OwnClass[]> {
  const taken = (await store.participants.ofPerson(person.id)).map(({ trainingClass }) => trainingClass);
  const taught = await store.schedule.taughtBy(person.id);
  return [
    ...taken.map((one) => ({ ...one, isTaught: false })),
    ...taught.filter(({ id }) => taken.every((one) => one.id !== id)).map((one) => ({ ...one, isTaught: true })),
  ];
}

export interface OwnSchedule extends Pick<Page<TrainingSession>, "page" | "last"> {
  /** Those with sessions on this page. */
  classes: (OwnClass & { trainers: string[]; sessions: TrainingSession[] })[];
  answers: OwnAnswers;
}

/** What is still to come, by pages, so that every day of the class is on one of them; null where nothing is. */
export async function ownSchedule(world: World, actor: KnownActor, wanted: number): Promise<OwnSchedule | null> {
  const { clock, store } = world;
  const classes = await ownClasses(world, actor);
  const all = (await Promise.all(classes.map(({ id }) => store.classes.sessionsOf(id))))
    .flat()
    .filter(({ cancelledAt, endsAt }) => cancelledAt === null && endsAt > clock.now())
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.id - b.id);
  if (all.length === 0) return null;
  const { shown, page, last } = pageOf(all, SESSIONS_A_PAGE, wanted);
  const met = classes.filter(({ id }) => shown.some(({ classId }) => classId === id));
  const ids = met.map(({ id }) => id);
  await store.schedule.markSeen(actor.person.id, ids, clock.now());
  const answers = await store.schedule.answersOf(
    actor.person.id,
    shown.map(({ id }) => id),
  );
  const withSessions = await Promise.all(
    met.map(async (one) => ({
      ...one,
      trainers: await trainersOf(world, one.id),
      sessions: shown.filter(({ classId }) => classId === one.id),
    })),
  );
  return { classes: withSessions, answers, page, last };
}

export type OwnAgenda = { trainingClass: TrainingClass; sessions: [TrainingSession, ...TrainingSession[]] } & {
  answers: OwnAnswers;
};

/** A day of a class that somebody takes part in, or that of an instant; gone: the class does not meet on it. */
export async function ownAgenda(
  world: World,
  actor: KnownActor,
  { classId, when }: { classId: number; when: Day | Date },
): Promise<Access<OwnAgenda>> {
  const { clock, store } = world;
  const trainingClass = await classTakenPartIn(world, actor, classId);
  if (trainingClass === null) return { kind: "not_yours" };
  const day = when instanceof Date ? dayIn(trainingClass.zone, when) : when;
  const sessions = await store.classes.sessionsOf(trainingClass.id);
  const found = classDays(trainingClass.zone, sessions).find((one) => one.day === day);
  if (found === undefined) return { kind: "gone" };
  const ids = found.sessions.map(({ id }) => id);
  const answers = await store.schedule.answersOf(actor.person.id, ids);
  await store.schedule.markSeen(actor.person.id, [trainingClass.id], clock.now());
  return { kind: "found", trainingClass, sessions: found.sessions, answers };
}

/** A session of a class that somebody takes part in, with what they have answered. */
export async function ownSession(
  world: World,
  actor: KnownActor,
  sessionId: number,
): Promise<Access<{ session: TrainingSession; trainingClass: TrainingClass; answer: AttendanceAnswer | undefined }>> {
  const { store } = world;
  const found = await access(world, actor, {
    async find() {
      const session = await store.classes.findSession(sessionId);
      return session === null ? null : { session };
    },
    async may({ session }) {
      const trainingClass = await classTakenPartIn(world, actor, session.classId);
      return trainingClass === null ? false : { trainingClass };
    },
  });
  if (found.kind !== "found") return found;
  const answers = await store.schedule.answersOf(actor.person.id, [sessionId]);
  return { ...found, answer: answers.get(sessionId) };
}

export interface OwnCalendar {
  trainingClass: TrainingClass;
  trainers: string[];
  sessions: TrainingSession[];
}

/** Of a class that is over nothing is left to plan; of one under way also what was, so that a cancelled entry goes. */
export async function ownCalendar(world: World, actor: KnownActor): Promise<OwnCalendar[]> {
  const { clock, store } = world;
  const classes = await ownClasses(world, actor);
  const all = await Promise.all(
    classes.map(async (trainingClass) => ({
      trainingClass,
      sessions: await store.classes.sessionsOf(trainingClass.id),
    })),
  );
  const open = all.filter(({ sessions }) => sessions.some(({ endsAt }) => endsAt > clock.now()));
  if (open.length === 0) return [];
  const ids = classes.map(({ id }) => id);
  await store.schedule.markSeen(actor.person.id, ids, clock.now());
  return Promise.all(open.map(async (one) => ({ ...one, trainers: await trainersOf(world, one.trainingClass.id) })));
}

async function trainersOf({ store }: World, classId: number): Promise<string[]> {
  return (await store.classes.trainersOf(classId)).map(({ name }) => name);
}

async function classTakenPartIn({ store }: World, { person }: KnownActor, id: number): Promise<TrainingClass | null> {
  const participations = await store.participants.ofPerson(person.id);
  return participations.find(({ trainingClass }) => trainingClass.id === id)?.trainingClass ?? null;
}
