// The last button that was pressed in each chat: shared, because the next press may be handled by another process.

export interface Tap {
  updateId: number;
  /** Null for a button under a message that Telegram no longer shows us. */
  messageId: number | null;
  data: string;
  at: Date;
}

export interface TapsPort {
  /** Keeps this one and returns the one before it. A chat's updates come one after the other. */
  swap(chatId: number, tap: Tap): Promise<Tap | null>;
  /** Something else was said: the same button is meant anew. */
  forget(chatId: number): Promise<void>;
}
