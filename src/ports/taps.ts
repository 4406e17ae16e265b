// What was last done in each chat: shared, because the next update may be handled by another process.

export interface Tap {
  updateId: number;
  /** Null for a button under a message that Telegram no longer shows us. */
  messageId: number | null;
  data: string;
  at: Date;
}

export interface TapsPort {
  /** Keeps this one and returns the one before it, if nothing was said between. A chat's updates come one after the other. */
  swap(chatId: number, tap: Tap): Promise<Tap | null>;
  /** Something else was said, in this message: the same button is meant anew. */
  forget(chatId: number, messageId: number, now: Date): Promise<void>;
  /** Whether anything is known to stand below this message: said or pressed by the person, or delivered. */
  isAnythingBelow(chatId: number, messageId: number): Promise<boolean>;
}
