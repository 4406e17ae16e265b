// What the bot's operators must know: messages that are late, given up or uncertain, and updates that could not be handled.

import type { PostKind } from "../../domain/messages/post-kind.js";
import type { Person } from "../../domain/people/person.js";

export interface UnknownPost {
  id: number;
  kind: PostKind;
  /** Empty where there is no such person any more. */
  name: string;
  settledAt: Date;
  /** Its text was forgotten by age: it cannot be sent any more. */
  isForgotten: boolean;
}

export interface ParkedUpdate {
  updateId: number;
  /** A class of error, never its text. */
  cause: string;
  settledAt: Date;
}

export interface TroublesPort {
  /** How many of the files that people sent have no copy of ours yet. */
  waitingCopies(): Promise<number>;
  /** Posts other than announcements that were due before this instant and still wait, by kind and by the receivers' zone. */
  late(dueBefore: Date): Promise<{ kind: PostKind; zone: string | null; count: number; oldestDueAt: Date }[]>;
  /**
   * Posts of running announcements that were due before this instant and still wait, while none of any running announcement was sent
   * after it; 0 while they leave, however long that takes.
   */
  stuck(dueBefore: Date): Promise<number>;
  /** Given up for a fault of ours since then: content that Telegram does not take, a row that makes no sense. */
  givenUp(since: Date): Promise<number>;
  /** Updates set aside since then, after each try to handle them failed. */
  parked(since: Date): Promise<number>;
  /** Became unknown since then; announcements are shown with their own progress. */
  unknown(since: Date): Promise<number>;
  /** Files that our own disk refuses now, with the commonest cause (ENOSPC); null: none. */
  failingCopies(): Promise<{ count: number; cause: string } | null>;
  /** All that are unknown now, oldest first. */
  unknownPosts(limit: number): Promise<UnknownPost[]>;
  /** `settled_before`: somebody has decided already. `forgotten`: there is nothing left that could be sent again. */
  settleUnknown(
    id: number,
    decision: "send_again" | "taken_as_sent",
    now: Date,
  ): Promise<"settled" | "settled_before" | "forgotten">;
  /** All that are parked now, oldest first. */
  parkedUpdates(limit: number): Promise<ParkedUpdate[]>;
  /** Back to its chat's lane with all its tries, or done with. False when somebody has decided already. */
  settleParked(updateId: number, decision: "try_again" | "let_go", now: Date): Promise<boolean>;
  /** Admins of the whole country and every cohort: they run the bot. */
  operators(): Promise<Person[]>;
  /** When these people were last told of this kind of trouble, not looking further back than that. */
  lastAlarmAt(personIds: number[], cause: string, since: Date): Promise<Date | null>;
}
