// Wishes to be forgotten, by number: when each was asked, what is left of it, when it was done.

export interface Erasure {
  /** All that is left to tell it by. */
  number: number;
  askedAt: Date;
  finishedAt: Date | null;
}

export interface ErasuresPort {
  /** In the transaction that empties the person's rows. Returns its number. */
  begin(left: { files: string[]; accounts: number[] }, now: Date): Promise<number>;
  unfinished(): Promise<{ number: number; files: string[] }[]>;
  /**
   * Its files are gone: forgets which they were and the updates of its accounts. False while one of those is still being handled, or
   * when it was finished before. Call it in a transaction.
   */
  finish(number: number, now: Date): Promise<boolean>;
  /** Those not finished first, oldest first; then the others, the latest first. */
  latest(limit: number): Promise<{ erasures: Erasure[]; unfinished: number; finished: number }>;
  oldestUnfinishedAt(): Promise<Date | null>;
  countUnfinishedFrom(before: Date): Promise<number>;
}
