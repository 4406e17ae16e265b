// A person as every rule sees them, and the roles they hold.

import type { Cover } from "../caseload/cover.js";
import type { OptOut } from "../messages/post-kind.js";
import type { Zone } from "../time/zone.js";
import type { RoleBinding } from "./role-binding.js";

export type Language = "id" | "en";
export type UnreachableCause = "blocked" | "gone";

export interface Person {
  id: number;
  /** Empty between consent and the answer to the first question. */
  name: string;
  phone: string | null;
  language: Language;
  /** Follows from the province; null until it is known. */
  zone: Zone | null;
  /** The bound Telegram account; null when they have not pressed Start, or left. */
  telegramId: number | null;
  unreachableCause: UnreachableCause | null;
  optedOut: OptOut[];
  /** See domain/people/pause.ts; null or past: nothing is held back. */
  pausedUntil: Date | null;
  /** The same of a pause for a grave reason: nothing cheerful is said. */
  quietUntil: Date | null;
}

/** In characters, of a name that is typed: longer than any of ours, and it still fits a line of a list. */
export const LONGEST_PERSON_NAME = 80;

/** How posts and the account of what was done speak of a person: by a key, which finds them again when they want to be forgotten. */
export function personSubject(id: number): string {
  return `person:${id}`;
}

/** By whose clock times are said to them: their own; Perpusnas', in Jakarta, while their province is not known. */
export function zoneOf(person: Pick<Person, "zone"> | null): Zone {
  return person?.zone ?? "Asia/Jakarta";
}

/** Whether something can be sent to them: they have an account, and have neither blocked the bot nor gone. */
export function isReachable(person: Pick<Person, "telegramId" | "unreachableCause">): boolean {
  return person.telegramId !== null && person.unreachableCause === null;
}

/** Who comes back is offered what they missed of so many days: what is older has been said again since, or no longer matters. */
const MISSED_DAYS = 14;
const DAY_MILLISECONDS = 86_400_000;

export function missedSince(now: Date): Date {
  return new Date(now.getTime() - MISSED_DAYS * DAY_MILLISECONDS);
}

/** The one who speaks to the bot: always an account, a person only after consent. */
export interface Actor {
  telegramId: number;
  language: Language;
  person: Person | null;
  roles: RoleBinding[];
  /** The cohort in which an admin practises, once they have made one; see domain/programme/practice.ts. */
  practiceCohortId?: number | null;
  /** For whom they cover at this moment, as a trainer. */
  covers?: readonly Cover[];
  /** The versions of notices that they agreed to and did not withdraw, oldest first. */
  agreed: string[];
  /** Whether they are in a class as a participant. */
  takesPart: boolean;
  /** Roles that they held and hold nowhere any more. */
  formerRoles?: readonly RoleBinding["role"][];
}

/** Somebody who has consented or was on a list: what most use cases need. */
export interface KnownActor extends Actor {
  person: Person;
}

export function isKnown(actor: Actor): actor is KnownActor {
  return actor.person !== null;
}

/** Agreed to the notice, and neither registered yet nor given a role. */
export function isOnTheWay(actor: Actor): actor is KnownActor {
  return isKnown(actor) && actor.roles.length === 0 && !actor.takesPart;
}

/** Held a role, and is nothing else here. */
export function isOnlyFormer(actor: Actor): boolean {
  return isOnTheWay(actor) && (actor.formerRoles ?? []).length > 0;
}

export function isTrainer(actor: Actor): boolean {
  return actor.roles.some(({ role }) => role === "trainer");
}

export function isAdmin(actor: Actor): boolean {
  return actor.roles.some(({ role }) => role === "admin");
}
