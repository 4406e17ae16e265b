// People who come with another Telegram account: which one is theirs, and who decided it.
import type { Person } from "../domain/people/person.js";

export type AccountMoveState = "waiting" | "moved" | "contested" | "refused";

export interface AccountMove {
  id: number;
  person: Person;
  /** Null for somebody who had no account (any more). */
  fromAccount: number | null;
  toAccount: number;
  state: AccountMoveState;
  askedAt: Date;
  movedAt: Date | null;
  /** When somebody else said which account is right; null: nobody had to, or has not yet. */
  decidedAt: Date | null;
}

export interface AccountMovesPort {
  /** Their accounts stay as they are until the end of the transaction, but for what it changes itself. Call it first of all. */
  lock(personIds: number[]): Promise<void>;
  /** People with this number who have, or had, an account: not those who were only invited under it. */
  knownByPhone(phone: string): Promise<Person[]>;
  /** Nobody is behind the account, or somebody who never took part in anything and never held a role. */
  isNobody(telegramId: number): Promise<boolean>;
  /** Since when the account is theirs; null where that was not noted, or it is not theirs. */
  boundAt(personId: number, telegramId: number): Promise<Date | null>;
  find(id: number): Promise<AccountMove | null>;
  /** Of somebody, the newest first. */
  ofPerson(personId: number): Promise<AccountMove[]>;
  /** The last move away from an account that is nobody's now; null where there is none. */
  awayFrom(telegramId: number): Promise<AccountMove | null>;
  begin(move: Pick<AccountMove, "fromAccount" | "toAccount"> & { personId: number }, now: Date): Promise<number>;
  /** `byId`: who decided; null: nobody had to. */
  settle(id: number, state: Exclude<AccountMoveState, "waiting">, byId: number | null, now: Date): Promise<void>;
  /**
   * Takes along what is bound to the account and not to the person: forms that are not finished, and what waits to leave. What stands
   * in the old chat is changed there no more.
   */
  bring(personId: number, fromAccount: number | null, toAccount: number): Promise<void>;
  /** To an account: who has it is not looked up again when the message leaves. Twice is once, by its key. */
  tell(post: { key: string; telegramId: number; message: object; subjects: string[] }, now: Date): Promise<void>;
}
