// How the programme is set up: cohorts, waves, classes and their sessions, made and changed by admins.
import type { Reach } from "../../domain/people/admin-reach.js";
import type { ProgrammeCounts } from "../../domain/programme/beginning.js";
import type { NewClass } from "../../domain/programme/new-class.js";
import type { NewSession } from "../../domain/programme/sessions.js";
import type { SimulatedClass } from "../../domain/simulation/simulated-class.js";
import type { Day } from "../../domain/time/calendar.js";
import type { TrainingSession } from "./classes.js";

export interface CohortLine {
  id: number;
  year: number;
  name: string;
  waves: number;
  /** Within the reach that was asked with. */
  classes: number;
  /** The first day of the first of these classes; null: there is none. */
  startsOn: Day | null;
}

export interface WaveLine {
  id: number;
  cohortId: number;
  cohortName: string;
  number: number;
  startsOn: Day;
  endsOn: Day;
  classes: number;
}

export interface ProvinceLine {
  code: string;
  name: string;
  classes: number;
}

export interface ClassLine {
  id: number;
  name: string;
  startsOn: Day;
  endsOn: Day;
}

/** What hangs on a class: how many of each. */
export interface ClassContents {
  sessions: number;
  roster: number;
  participants: number;
  trainers: number;
  /** Work plans that libraries have by this class. */
  plans: number;
}

/** A class as far as a simulation needs it. */
export interface ClassToSimulate extends Omit<SimulatedClass, "sessions" | "people"> {
  id: number;
  /** Of its roster, or of those who joined where they are more. */
  people: number;
}

export interface ProgrammePort {
  /** Keeps everybody else from making cohorts, waves and classes until this transaction ends. */
  hold(): Promise<void>;
  counts(reach: readonly Reach[]): Promise<ProgrammeCounts>;
  /** The latest year first. */
  cohorts(reach: readonly Reach[]): Promise<CohortLine[]>;
  insertCohort(cohort: { year: number; name: string }): Promise<number>;
  /** By number. */
  waves(cohortId: number, reach: readonly Reach[]): Promise<WaveLine[]>;
  findWave(id: number, reach: readonly Reach[]): Promise<WaveLine | null>;
  insertWave(wave: { cohortId: number; number: number; startsOn: Day; endsOn: Day }): Promise<number>;
  /** Provinces with classes of this wave, by name. */
  provinces(waveId: number, reach: readonly Reach[]): Promise<ProvinceLine[]>;
  /** Classes of a wave in a province, the first to begin first. */
  classes(waveId: number, provinceCode: string): Promise<ClassLine[]>;
  /** Classes of a wave, of all provinces within the reach or of one, the first to begin first. */
  toSimulate(waveId: number, provinceCode: string | null, reach: readonly Reach[]): Promise<ClassToSimulate[]>;
  insertClass(wish: NewClass): Promise<number>;
  /** Their ids, in the order given. */
  insertClasses(wishes: readonly NewClass[]): Promise<number[]>;
  changeClass(id: number, fields: ClassFields): Promise<void>;
  /** Sessions in rooms of this house are in the same rooms of that one. */
  moveRooms(classId: number, was: string, is: string): Promise<void>;
  /** Their ids, in the order given. */
  insertSessions(classId: number, sessions: readonly NewSession[]): Promise<number[]>;
  insertSessionsOf(sessions: readonly (NewSession & { classId: number })[]): Promise<void>;
  changeSession(id: number, fields: SessionFields): Promise<void>;
  /** Of all these classes, cancelled ones too; the first to begin first. */
  sessionsOfAll(classIds: readonly number[]): Promise<TrainingSession[]>;
  /** Those of these that are still there. */
  findSessions(ids: readonly number[]): Promise<TrainingSession[]>;
  /** Which of these classes somebody has joined. */
  joinedOf(classIds: readonly number[]): Promise<number[]>;
  /** Of those of the sessions that nobody has answered about, nor was marked at. Returns which went. */
  removeSessions(ids: readonly number[]): Promise<number[]>;
  /** Of those of the classes that have nobody, neither on the roster nor as a trainer nor by a plan. Returns which went, their sessions with them. */
  removeUnused(ids: readonly number[]): Promise<number[]>;
  /** Of those that have no class. Returns how many went. */
  removeWaves(ids: readonly number[]): Promise<number>;
  /** Of those that have no wave, and that no role is about. Returns how many went. */
  removeCohorts(ids: readonly number[]): Promise<number>;
  contents(classId: number): Promise<ClassContents>;
  /** With its sessions, roster and former links: of a class that nobody joined. */
  removeClass(id: number): Promise<void>;
}

export type SessionFields = Partial<Pick<NewSession, "title" | "endsAt" | "mode" | "place">>;

export type ClassFields = Partial<
  Pick<NewClass, "name" | "venue" | "zone" | "startsOn" | "endsOn" | "plansDueOn" | "joinTokenExpiresAt">
>;
