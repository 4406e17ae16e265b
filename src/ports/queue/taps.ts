// What was last done in each chat: shared, because the next update may be handled by another process.

export interface Tap {
  updateId: number;
  /** Null for a button under a message that Telegram no longer shows us. */
  messageId: number | null;
  data: string;
  at: Date;
}

/** The one message that shows how far the handling of an update is, and in whose place its answer stands in the end. */
export interface ProgressShown {
  updateId: number;
  /** Null where it was about to be sent: whether it was, nobody knows. */
  messageId: number | null;
  /** The answer stands there, and all that was sent with it. */
  isOver: boolean;
}

/** What is known of a chat when something comes from it. */
export interface ChatBefore {
  /** The lowest message that was said or pressed at; null where none is known. */
  lowest: number | null;
  /** The button pressed last, if nothing was said since. */
  tap: Tap | null;
  /** Whether a keyboard of ours stands in place of the phone's own. */
  hasKeyboard: boolean;
  /** The latest, of whichever update. */
  progress: ProgressShown | null;
}

export interface TapsPort {
  /** Keeps this one and returns what was before it. A chat's updates come one after the other. */
  swap(chatId: number, tap: Tap): Promise<ChatBefore>;
  /** Something else was said, in this message: the same button is meant anew. */
  forget(chatId: number, messageId: number, now: Date): Promise<ChatBefore>;
  /** This tap has been answered now: a burst of them counts from here, however long the answer took. */
  answered(chatId: number, updateId: number, now: Date): Promise<void>;
  /** A keyboard of ours was put in place of the phone's own, or taken away. */
  noteKeyboard(chatId: number, hasKeyboard: boolean, now: Date): Promise<void>;
  noteProgress(chatId: number, shown: ProgressShown, now: Date): Promise<void>;
  /** True for the first update that asks about this key, and for the same update again; a chat's latest 30 keys are known. */
  isFirst(chatId: number, key: string, updateId: number, now: Date): Promise<boolean>;
  /** Whether another part of this album waits to be handled. */
  isMoreComing(chatId: number, albumId: string, updateId: number): Promise<boolean>;
  /** Whether anything is known to stand below this message: said or pressed by the person, delivered, or a question. */
  isAnythingBelow(chatId: number, messageId: number): Promise<boolean>;
}
