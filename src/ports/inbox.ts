// The inbox: every update is written down here before it is confirmed to Telegram.

export interface ReceivedUpdate {
  updateId: number;
  /** The lane: updates of one chat are handled in order. 0 where an update has no chat. */
  chatId: number;
  /** The update as Telegram sent it; kept only until it is handled. */
  payload: unknown;
}

export interface ClaimedUpdate extends ReceivedUpdate {
  /** How badly it went before, see FAILED and ORPHANED in storage/inbox.ts; 0 for the first time. */
  attempts: number;
}

export interface InboxCounts {
  waiting: number;
  claimed: number;
  /** Given up after three tries: somebody must look. */
  parked: number;
}

export interface InboxPort {
  /** Writes updates down, in the order given. Returns how many were new: a known id changes nothing, whatever became of it. */
  accept(updates: ReceivedUpdate[], now: Date): Promise<number>;
  /** Takes updates to handle, oldest first: of each chat the oldest only, and none of a chat that is being handled. */
  claim(wish: { worker: string; limit: number; leaseSeconds: number; now: Date }): Promise<ClaimedUpdate[]>;
  /** This worker lives and still handles what it holds. */
  renew(wish: { worker: string; leaseSeconds: number; now: Date }): Promise<void>;
  /** Handled: only the ids stay. Rows that were taken over by another worker meanwhile are left alone. */
  settle(updateIds: number[], worker: string, now: Date): Promise<void>;
  /** It threw or hung. The cause is a class of error, never its text. */
  fail(updateId: number, worker: string, cause: string, now: Date): Promise<"waiting" | "parked">;
  /** Gives back what this worker holds, unharmed and uncounted: at a stop, or because Telegram is away. */
  release(worker: string, updateIds?: number[]): Promise<number>;
  /**
   * Takes back what others hold past their lease; all that others hold when this process is known to be alone. Suspects are those of
   * the waiting that were in the hands of so many when they died that one of them may be the cause.
   */
  reclaim(wish: {
    worker: string;
    alone: boolean;
    now: Date;
  }): Promise<{ waiting: number; parked: number; suspects: number }>;
  /** Forgets the ids of updates settled before this instant; Telegram keeps undelivered ones for 24 h, so 48 h is safe. */
  purge(before: Date): Promise<number>;
  counts(): Promise<InboxCounts>;
}
