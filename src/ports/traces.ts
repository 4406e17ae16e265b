// What is kept only for a while: ids of handled updates, abandoned conversations, drafts that were told as finished.

export interface TracesPort {
  /** Forgets what is older than its time; returns how many of each. */
  forgetOld(before: { handledUpdates: Date; conversations: Date; finishedDrafts: Date }): Promise<{
    handledUpdates: number;
    conversations: number;
    finishedDrafts: number;
  }>;
}
