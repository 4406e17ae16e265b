// Who may do what, with the roles that the database holds at that moment; a button is never a right. What is an admin's or a trainer's as
// such stands beside each button and command in bot/routes, and is asked once more by the use case; whose it is besides is said here.
import type { Cover } from "../caseload/cover.js";
import { isProvinceCode } from "../places/place.js";
import { adminReach, type Reach, reachCovers } from "./admin-reach.js";
import { type Actor, isAdmin, isReachable, isTrainer } from "./person.js";

/** Whose participants somebody looks after: those of the classes they teach or cover for, and those of their regions and cohorts. */
export interface Care {
  /** The person as a trainer; null for the one who is none. */
  trainerId: number | null;
  /** Trainers for whom they cover now: their classes are as their own. */
  coveredIds?: readonly number[];
  regions: Reach[];
}

/** What decides over a plan or a participant: who teaches the class, where the library lies, in which cohort. */
export interface CareSubject {
  trainerIds: readonly number[];
  placeCode: string;
  cohortId: number;
}

export function careOf(actor: Actor): Care {
  return {
    trainerId: isTrainer(actor) ? (actor.person?.id ?? null) : null,
    coveredIds: isTrainer(actor) ? (actor.covers ?? []).map(({ personId }) => personId) : [],
    regions: adminReach(actor.roles),
  };
}

/** Whether nobody is in the second who is not in the first, but for who teaches which class. */
export function careCovers(own: Care, other: Care): boolean {
  const trainers = [own.trainerId, ...(own.coveredIds ?? [])];
  const others = [other.trainerId ?? [], other.coveredIds ?? []].flat();
  return others.every((id) => trainers.includes(id)) && reachCovers(own.regions, other.regions);
}

/** They teach it themselves, or cover for somebody who does. */
export function trains(actor: Actor, trainerIds: readonly number[]): boolean {
  const { trainerId, coveredIds = [] } = careOf(actor);
  return [trainerId, ...coveredIds].some((id) => id !== null && trainerIds.includes(id));
}

/** For whom they act there, where none of these trainers is they themselves; null: it is their own, or an admin's affair. */
export function actsFor(actor: Actor, trainerIds: readonly number[]): Cover | null {
  if (!isTrainer(actor) || (actor.person !== null && trainerIds.includes(actor.person.id))) return null;
  return (actor.covers ?? []).find(({ personId }) => trainerIds.includes(personId)) ?? null;
}

/** A trainer follows up the participants of their own classes, and of those they cover for; an admin those of their region and cohort. */
export function mayFollowUp(actor: Actor, subject: CareSubject): boolean {
  const { regions } = careOf(actor);
  if (trains(actor, subject.trainerIds)) return true;
  if (isOwnPractice(actor, subject.cohortId)) return true;
  return reachCovers(regions, [{ regionCode: subject.placeCode, cohortId: subject.cohortId }]);
}

/** A library's plans are written and reported on by the one who manages it now, all of them alike. */
export function mayCarryOut(actor: Actor, managers: readonly { id: number }[]): boolean {
  return actor.person !== null && managers.some(({ id }) => id === actor.person?.id);
}

/**
 * Where nobody of a library can write to the bot, those who follow it up tell of its plans for it: what they tell is marked, and stays
 * the library's.
 */
export function mayStandIn(
  actor: Actor,
  subject: CareSubject,
  managers: readonly (Parameters<typeof isReachable>[0] & { id: number })[],
): boolean {
  return !managers.some(isReachable) && !mayCarryOut(actor, managers) && mayFollowUp(actor, subject);
}

/** A report is seen by the library that gave it, and by those who follow it up. */
export function maySeeReport(actor: Actor, report: CareSubject, managers: readonly { id: number }[]): boolean {
  return mayCarryOut(actor, managers) || mayFollowUp(actor, report);
}

/** A class's schedule is in the hands of its own trainers, and of admins over its whole province and cohort. */
export function mayRunClass(
  actor: Actor,
  { provinceCode, cohortId }: { provinceCode: string; cohortId: number },
  trainers: readonly { id: number }[],
): boolean {
  return mayFollowUp(actor, { trainerIds: trainers.map(({ id }) => id), placeCode: provinceCode, cohortId });
}

/** A class is made and changed by admins over its whole province and cohort; its trainers run it, but do not set it up. */
export function maySetUpClass(
  actor: Actor,
  { provinceCode, cohortId }: { provinceCode: string; cohortId: number },
): boolean {
  if (isOwnPractice(actor, cohortId)) return true;
  return reachCovers(adminReach(actor.roles), [{ regionCode: provinceCode, cohortId }]);
}

/** Whether there is any province at all in which they could make a class of this cohort, or of whichever; a kabupaten has none of its own. */
export function maySetUpSomeClass(actor: Actor, cohortId: number | null = null): boolean {
  if (isOwnPractice(actor, cohortId)) return true;
  return adminReach(actor.roles).some(
    (one) =>
      (one.regionCode === null || isProvinceCode(one.regionCode)) &&
      (one.cohortId === null || cohortId === null || one.cohortId === cohortId),
  );
}

/** The provinces in which they could; null: in all of them. */
export function provincesToSetUp(actor: Actor, cohortId: number): string[] | null {
  if (isOwnPractice(actor, cohortId)) return null;
  const own = adminReach(actor.roles).filter((one) => one.cohortId === null || one.cohortId === cohortId);
  if (own.some(({ regionCode }) => regionCode === null)) return null;
  return [...new Set(own.flatMap(({ regionCode }) => regionCode ?? []))].filter(isProvinceCode);
}

/** Trainers are given to classes by the one who sets them up; nobody real teaches what somebody practises on. */
export function mayStaffClass(
  actor: Actor,
  trainingClass: { provinceCode: string; cohortId: number; practiceOf: number },
): boolean {
  return trainingClass.practiceOf === 0 && maySetUpClass(actor, trainingClass);
}

/** What an admin practises on is theirs, also where their roles are about the cohort of one year; it goes with their last admin's role. */
export function isOwnPractice(actor: Actor, cohortId: number | null): boolean {
  return isAdmin(actor) && cohortId !== null && actor.practiceCohortId === cohortId;
}

/** A class is joined by the one who has its link; what somebody practises on, by nobody else. */
export function mayJoin({ person }: Pick<Actor, "person">, { practiceOf }: { practiceOf: number }): boolean {
  return practiceOf === 0 || practiceOf === person?.id;
}

/** What an admin practises on, named: lists hold nothing of it otherwise. Null: they have made none. */
export function practiceCare(actor: Actor): Care | null {
  const { practiceCohortId: cohortId = null } = actor;
  return isOwnPractice(actor, cohortId) ? { trainerId: null, regions: [{ regionCode: null, cohortId }] } : null;
}

/** An announcement is seen, held and stopped by those whose reach, as it is now, covers the one it was published with. */
export function maySteerAnnouncement(actor: Actor, announcement: { reach: readonly Reach[] }): boolean {
  if (!isAdmin(actor)) return false;
  const isTheirs = (part: Reach) => isOwnPractice(actor, part.cohortId) || reachCovers(adminReach(actor.roles), [part]);
  return announcement.reach.every(isTheirs);
}

/** The bot itself is in the hands of admins of the whole country and every cohort. */
export function mayOperate(actor: Actor): boolean {
  return actor.roles.some(
    ({ role, regionCode, cohortId }) => role === "admin" && regionCode === null && cohortId === null,
  );
}

export type ThreadSide = "asker" | "trainer" | "province";

/**
 * On which side of a thread somebody stands; null: it is not theirs. It is between the participant who asked and the trainers of
 * their class; when it was left without an answer, the admins over that class, who were told of it, stand in for the trainers.
 */
export function sideInThread(
  actor: Actor,
  thread: {
    askerId: number;
    trainers: readonly { id: number }[];
    provinceCode: string;
    cohortId: number;
    reachedProvince: boolean;
  },
): ThreadSide | null {
  const id = actor.person?.id;
  if (id === undefined) return null;
  if (id === thread.askerId) return "asker";
  const trainerIds = thread.trainers.map((trainer) => trainer.id);
  if (trains(actor, trainerIds)) return "trainer";
  return thread.reachedProvince && maySetUpClass(actor, thread) ? "province" : null;
}

/** People and libraries that stand there twice; both within the reach, which the use case asks. */
export function mayMerge(actor: Actor): boolean {
  return isAdmin(actor);
}
