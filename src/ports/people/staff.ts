// Trainers and admins as those above them see them: their roles, classes and invitations.
import type { Reach } from "../../domain/people/admin-reach.js";
import type { Person } from "../../domain/people/person.js";
import type { RoleBinding } from "../../domain/people/role-binding.js";
import type { Zone } from "../../domain/time/zone.js";

export interface StaffLine {
  personId: number;
  name: string;
  /** They have taken up their invitation, or are named in the configuration. */
  hasJoined: boolean;
  isTrainer: boolean;
  isAdmin: boolean;
  /** A trainer whom no class of the programme has yet: only the whole country's admins meet them. */
  isWithoutClass: boolean;
}

export interface StaffBinding extends RoleBinding {
  id: number;
  /** Null: the whole country. */
  regionName: string | null;
  revokedAt: Date | null;
}

export interface StaffClass {
  id: number;
  name: string;
  provinceCode: string;
  cohortId: number;
}

export interface StaffRecord {
  person: Person;
  /** Those in force, and the last revoked one of each kind. */
  bindings: StaffBinding[];
  classes: StaffClass[];
  /** The latest. */
  invitation: { token: string; expiresAt: Date; usedAt: Date | null; revokedAt: Date | null } | null;
}

/** Those who have one of these numbers on the list, or elsewhere among us. */
export interface TrainerByPhone {
  personId: number;
  name: string;
  phone: string;
  /** With a trainer's role that was not taken back. */
  isTrainer: boolean;
  classIds: number[];
}

export interface NewTrainer {
  name: string;
  phone: string;
  zone: Zone;
  link: { token: string; expiresAt: Date };
}

export interface StaffPort {
  trainersByPhone(phones: readonly string[]): Promise<TrainerByPhone[]>;
  /** By name: trainers of classes, and admins of regions, within the reach; of one class alone where it is given. */
  list(reach: readonly Reach[], classId: number | null): Promise<StaffLine[]>;
  find(personId: number): Promise<StaffRecord | null>;
  /** How many others are admins of the whole country and every cohort, with an account. */
  nationalAdminsBeside(personId: number): Promise<number>;
  revokeRole(bindingId: number, now: Date): Promise<void>;
  giveBackRole(bindingId: number): Promise<void>;
  teach(classId: number, personId: number): Promise<void>;
  teachAll(teaching: readonly { classId: number; personId: number }[]): Promise<void>;
  /** People whom nobody knew: on the list, as trainers, each with a link. Their ids, in the order given. */
  addTrainers(trainers: readonly NewTrainer[], now: Date): Promise<number[]>;
  stopTeaching(classId: number, personId: number): Promise<void>;
  /** Links that were made before open nothing any more. */
  invite(personId: number, link: { token: string; expiresAt: Date }, now: Date): Promise<void>;
  revokeInvitations(personId: number, now: Date): Promise<void>;
}
