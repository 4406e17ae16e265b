// People, their accounts, roles, consents and invitations.
import type { KnownActor, Language, Person, UnreachableCause } from "../../domain/people/person.js";
import type { RoleBinding } from "../../domain/people/role-binding.js";
import type { Zone } from "../../domain/time/zone.js";

export interface InvitationRecord {
  token: string;
  person: Person;
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
}

export type SpeakerRecord = Omit<KnownActor, "telegramId" | "language">;

export interface PeoplePort {
  find(id: number): Promise<Person | null>;
  findAll(ids: number[]): Promise<Person[]>;
  findByTelegramId(telegramId: number): Promise<Person | null>;
  /** Everybody whose verified or listed phone this is; erased people are left out. */
  findByPhone(phone: string): Promise<Person[]>;
  /**
   * Nobody is erased from here to the end of the transaction. Call it before anything else is locked: anyone who erases somebody does so
   * too. Returns those who have been erased.
   */
  hold(ids: number[]): Promise<Set<number>>;
  /** Who speaks with this account, and all that decides how they are answered; null: nobody we know. */
  speaker(telegramId: number): Promise<SpeakerRecord | null>;
  rolesOf(personId: number): Promise<RoleBinding[]>;
  create(person: { name: string; phone?: string; language: Language; zone: Zone | null }, now: Date): Promise<Person>;
  change(
    id: number,
    fields: Partial<Pick<Person, "name" | "phone" | "language" | "optedOut"> & { zone: Zone }>,
  ): Promise<void>;
  /** Binds the account to this person and keeps the history; a former binding of either ends. */
  bindAccount(personId: number, telegramId: number, now: Date): Promise<void>;
  markUnreachable(telegramId: number, cause: UnreachableCause, now: Date): Promise<void>;
  /** Returns true when they had been unreachable. */
  markReachable(telegramId: number): Promise<boolean>;
  grantRole(personId: number, role: RoleBinding, now: Date): Promise<void>;
  /** Gives roles, classes taught and what is owed to another person: the same human was on two lists. */
  moveStaffRoles(fromId: number, toId: number): Promise<void>;
  /** The versions of notices that they agreed to and did not withdraw, oldest first. */
  agreedNotices(personId: number): Promise<string[]>;
  recordConsent(personId: number, noticeVersion: string, updateId: number, now: Date): Promise<void>;
  findInvitation(token: string): Promise<InvitationRecord | null>;
  markInvitationUsed(token: string, now: Date): Promise<void>;
}
