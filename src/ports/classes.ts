// Cohorts, waves, classes, their training sessions and trainers.
import type { Day } from "../domain/calendar.js";
import type { Person } from "../domain/person.js";
import type { Zone } from "../domain/zone.js";

export interface TrainingClass {
  id: number;
  cohortId: number;
  cohortYear: number;
  waveNumber: number;
  provinceCode: string;
  provinceName: string;
  name: string;
  venue: string;
  zone: Zone;
  startsOn: Day;
  endsOn: Day;
  plansDueOn: Day;
  joinToken: string;
  joinTokenExpiresAt: Date;
}

export interface TrainingSession {
  id: number;
  classId: number;
  title: string;
  startsAt: Date;
  endsAt: Date;
  mode: "in_person" | "online";
  /** A room's name, or the link of an online session. */
  place: string;
  cancelledAt: Date | null;
  revision: number;
}

export interface ClassesPort {
  find(id: number): Promise<TrainingClass | null>;
  findByToken(joinToken: string): Promise<TrainingClass | null>;
  /** Classes of a province that can still be joined on that day: not yet past their plans' due day. By start. */
  joinable(provinceCode: string, today: Day): Promise<TrainingClass[]>;
  trainersOf(classId: number): Promise<Person[]>;
  /** The admins of the class's province and cohort; where there are none, those of the whole country. */
  adminsOver(classId: number): Promise<Person[]>;
  /** The classes somebody teaches, the latest first. */
  ofTrainer(personId: number): Promise<TrainingClass[]>;
  sessionsOf(classId: number): Promise<TrainingSession[]>;
  findSession(id: number): Promise<TrainingSession | null>;
}
