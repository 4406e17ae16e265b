// Short answers that trainers keep for themselves.
import type { QuickAnswer } from "../../domain/threads/quick-answer.js";

export interface QuickAnswersPort {
  /** The one kept first comes first. */
  of(personId: number): Promise<QuickAnswer[]>;
  /** Call it in a transaction: of two at once the second waits, and counts the first. Null where there are as many as they may keep. One that is kept already is found, not kept twice. */
  keep(personId: number, text: string, most: number, now: Date): Promise<QuickAnswer | null>;
  /** As keep(), in a transaction. Null where it is none of theirs. Where they keep the new words already, that one stays and this one goes. */
  change(personId: number, id: number, text: string): Promise<QuickAnswer | null>;
  /** False where it was none of theirs. */
  drop(personId: number, id: number): Promise<boolean>;
  /** What somebody wrote last in a thread; null: nothing, or no words. */
  lastWordsIn(threadId: number, authorId: number): Promise<string | null>;
}
