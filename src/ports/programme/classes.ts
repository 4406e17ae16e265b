// Cohorts, waves, classes, their training sessions and trainers.

import type { Cover } from "../../domain/caseload/cover.js";
import type { Person } from "../../domain/people/person.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";

export interface TrainingClass {
  id: number;
  waveId: number;
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
  /** Since when nobody can join by the link. */
  joinClosedAt: Date | null;
  /** 0: of the programme. Else the person whose practice it is (domain/programme/practice.ts). */
  practiceOf: number;
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

/** `insteadOf`: for whom they cover there; null: the class is their own. */
export interface CarerOfClass extends Person {
  insteadOf: Cover | null;
}

export interface ClassesPort {
  find(id: number): Promise<TrainingClass | null>;
  /** Those of these that are there. */
  findAll(ids: readonly number[]): Promise<TrainingClass[]>;
  findByToken(joinToken: string): Promise<TrainingClass | null>;
  /** The class whose link this was before a newer one replaced it. */
  findByFormerToken(token: string): Promise<TrainingClass | null>;
  closeLink(id: number, now: Date): Promise<void>;
  /** The old token is kept, so that anyone who opens it can be told whom to ask. */
  renewLink(id: number, link: { joinToken: string; expiresAt: Date }, now: Date): Promise<void>;
  /** Classes of a province that can still be joined on that day: not yet past their plans' due day, and nobody's practice. By start. */
  joinable(provinceCode: string, today: Day): Promise<TrainingClass[]>;
  /** Who teaches the class: with a trainer's role that was not taken back, and not erased. */
  trainersOf(classId: number): Promise<Person[]>;
  /** The same of each of these classes. */
  trainersOfAll(classIds: number[]): Promise<{ classId: number; trainer: Person }[]>;
  /** To whom its people's affairs are told at that instant: its trainers who are not away, and who covers for the others. */
  carersOf(classId: number, now: Date): Promise<CarerOfClass[]>;
  /** The admins of the class's province and cohort; where there are none, those of the whole country. Nobody is told of a practice. */
  adminsOver(classId: number): Promise<Person[]>;
  /** The classes somebody teaches, the latest first. */
  ofTrainer(personId: number): Promise<TrainingClass[]>;
  /** All classes of a wave, province by province, the first to begin first. */
  ofWave(waveId: number): Promise<TrainingClass[]>;
  sessionsOf(classId: number): Promise<TrainingSession[]>;
  findSession(id: number): Promise<TrainingSession | null>;
}
