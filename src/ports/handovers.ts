// Libraries that are handed over to somebody else, by a code that works once.

import type { ChangeOfHands } from "../domain/completion/completion.js";

export interface Handover {
  code: string;
  /** Of the one who hands over. */
  participantId: number;
  createdAt: Date;
  expiresAt: Date;
  cancelledAt: Date | null;
  usedAt: Date | null;
  /** The person who took over; null: nobody has, or they have been erased. */
  takenById: number | null;
}

export interface HandoversPort {
  /** The name of the library that this person gave to somebody else last, by a code; null: they gave none. */
  givenAwayBy(personId: number): Promise<string | null>;
  /** When this library came into this person's hands by a code, or went out of them: the oldest first. */
  changesOf(personId: number, libraryId: number): Promise<ChangeOfHands[]>;
  /** By the code as readHandoverCode() gives it. */
  find(code: string): Promise<Handover | null>;
  /** The code of this participant that still works. */
  openOf(participantId: number, now: Date): Promise<Handover | null>;
  offer(handover: Pick<Handover, "code" | "participantId" | "expiresAt">, now: Date): Promise<void>;
  /** False when no code of theirs worked any more. */
  cancel(participantId: number, now: Date): Promise<boolean>;
  /** False when it works no more: used, cancelled or too old. Of two at once one gets it. */
  use(code: string, personId: number, now: Date): Promise<boolean>;
  /** They take no part in the class from now on, and their history stays. Twice is once. */
  leave(participantId: number, now: Date): Promise<void>;
  /** What was begun about these plans under one account is gone on with under the other, unless that has begun the same. */
  bringDrafts(planIds: number[], fromAccount: number, toAccount: number): Promise<void>;
}
