// Who the demo lets one be: somebody about to join by link, somebody with three plans, their trainer, the national admin.
import type { SeededAdmin, SeededPerson, SeededTrainer, SeedResult } from "../read-seed-result.js";
import { FIRST_NUMBER, fictivePhone } from "./identities.js";
import { DEMO_ROSTER } from "./plan-roster.js";

export interface DemoPeople {
  classId: number;
  participants: [SeededPerson, SeededPerson];
  trainer: SeededTrainer;
  admin: SeededAdmin;
}

/** @throws Error when the demo's people are no longer there. */
export function demoPeopleOf(seeded: Omit<SeedResult, "demo">, classId: number): DemoPeople {
  const { people, trainers, admins } = seeded;
  const ofClass = people.filter((person) => person.classId === classId);
  return {
    classId,
    participants: [found(ofClass[DEMO_ROSTER.newcomer]), found(ofClass[DEMO_ROSTER.participant])],
    trainer: found(trainers.find(({ phone }) => phone === fictivePhone(FIRST_NUMBER.trainers))),
    admin: found(admins.find(({ phone }) => phone === fictivePhone(FIRST_NUMBER.admins))),
  };
}

function found<T>(value: T | undefined): T {
  if (value === undefined)
    throw new Error("The seeded cohort has been changed: the demo's people are no longer in it.");
  return value;
}
