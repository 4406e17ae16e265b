// What the pages of a class show, to somebody who may run it: who has joined, on which days it meets, who will come.
import type { AttendanceCounts } from "../../domain/classes/attendance.js";
import { isOutsideClass, sessionsAtOnce } from "../../domain/classes/clashes.js";
import type { Actor } from "../../domain/people/person.js";
import { type Day, dayIn } from "../../domain/time/calendar.js";
import type { AwayTrainer } from "../../ports/people/absences.js";
import type { TrainingClass, TrainingSession } from "../../ports/programme/classes.js";
import type { JoinBoard } from "../../ports/programme/schedule.js";
import type { World } from "../../ports.js";
import { viewJoinBoard } from "./view-join-board.js";

const NOBODY: AttendanceCounts = { present: 0, late: 0, absent: 0, open: 0 };

export interface ClassView {
  board: JoinBoard;
  /** Who has asked to act for a library: all of them, and those who still wait. */
  asked: { all: number; waiting: number };
  /** On which it meets, cancelled sessions too. */
  days: Day[];
  /** Its trainers who are away now, with who covers. */
  away: AwayTrainer[];
}

/** `page`: of the names of those who have not joined. */
export async function viewClass(
  world: World,
  actor: Actor,
  { trainingClass: { id, zone }, page }: { trainingClass: TrainingClass; page: number },
): Promise<ClassView> {
  const board = await viewJoinBoard(world, actor, { classId: id, page });
  const asked = await world.store.admissions.countOf(id);
  const sessions = await world.store.classes.sessionsOf(id);
  const away = await world.store.absences.awayIn({ classIds: [id] }, world.clock.now());
  return { board, asked, away, days: [...new Set(sessions.map(({ startsAt }) => dayIn(zone, startsAt)))] };
}

/** The sessions of a class on a day, with how many will come. */
export async function sessionsOfDay(
  { store }: World,
  { id, zone }: TrainingClass,
  day: Day,
): Promise<{ session: TrainingSession; counts: AttendanceCounts }[]> {
  const sessions = (await store.classes.sessionsOf(id)).filter(({ startsAt }) => dayIn(zone, startsAt) === day);
  if (sessions.length === 0) return [];
  const counts = await store.schedule.attendanceOf(sessions.map((session) => session.id));
  return sessions.map((session) => ({ session, counts: counts.get(session.id) ?? NOBODY }));
}

export async function attendanceAt({ store }: World, { id }: TrainingSession): Promise<AttendanceCounts> {
  return (await store.schedule.attendanceOf([id])).get(id) ?? NOBODY;
}

/** When its sessions start. */
export async function startsOf({ store }: World, { id }: TrainingClass): Promise<Date[]> {
  return (await store.classes.sessionsOf(id)).map(({ startsAt }) => startsAt);
}

export interface Clashes {
  /** Others of the class that are held while this one would be. */
  atOnce: TrainingSession[];
  /** It would be on a day that is none of the class's. */
  isOutside: boolean;
}

/** What somebody should know before a session is held then; `id` 0: a new one. They may do it all the same. */
export async function clashesOf(
  { store }: Pick<World, "store">,
  trainingClass: TrainingClass,
  session: Pick<TrainingSession, "id" | "startsAt" | "endsAt">,
): Promise<Clashes> {
  const atOnce = sessionsAtOnce(await store.classes.sessionsOf(trainingClass.id), session);
  return { atOnce, isOutside: isOutsideClass(trainingClass, session.startsAt) };
}
