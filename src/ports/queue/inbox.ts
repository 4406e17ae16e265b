// The inbox: every update is written down here before it is confirmed to Telegram.

export interface ReceivedUpdate {
  updateId: number;
  /** The lane: updates of one chat are handled in order. 0 where an update has no chat. */
  chatId: number;
  /** The update as Telegram sent it; kept only until it is handled. */
  payload: unknown;
  /** When its sender said it, at the earliest, where the update itself does not tell. */
  saidAt?: Date;
  /** One more than its chat may send in a while: it is answered by a word about that and not handled. */
  isExcess?: boolean;
}

export interface ClaimedUpdate extends ReceivedUpdate {
  receivedAt: Date;
  isExcess: boolean;
  /** From a chat that was nobody's whom we know when it arrived. */
  isStranger: boolean;
  /** How badly it went before, see FAILED and ORPHANED in storage/queue/inbox.ts; 0 for the first time. */
  attempts: number;
}

export interface InboxCounts {
  waiting: number;
  claimed: number;
  /** Given up after three tries: somebody must look. */
  parked: number;
}

export type GivenUpUpdate = Pick<ClaimedUpdate, "updateId" | "chatId" | "payload">;

export interface InboxPort {
  /** Writes updates down, in the order given. Returns how many were new: a known id changes nothing, whatever became of it. */
  accept(updates: ReceivedUpdate[], now: Date): Promise<number>;
  /**
   * Takes updates to handle, people we know before strangers, the oldest first: of each chat the oldest only, and none of a chat that
   * is being handled, or that may not be written to now because Telegram said so.
   */
  claim(wish: {
    worker: string;
    limit: number;
    /** Of these, strangers' at most; as many as fit when missing. */
    strangers?: number;
    /** Chats of which this worker has an update in hand, whatever the table says: an answer may have been lost on the way. */
    chatsInHand?: number[];
    leaseSeconds: number;
    now: Date;
  }): Promise<ClaimedUpdate[]>;
  /** This worker lives and still handles these. */
  renew(wish: { worker: string; updateIds: number[]; leaseSeconds: number; now: Date }): Promise<void>;
  /** Handled: only the ids stay. Rows that were taken over by another worker meanwhile are left alone. */
  settle(updateIds: number[], worker: string, now: Date): Promise<void>;
  /** It threw or hung. The cause is a class of error, never its text. */
  fail(updateId: number, worker: string, cause: string, now: Date): Promise<"waiting" | "parked">;
  /** Gives back what this worker holds, unharmed and uncounted: at a stop, or because Telegram is away. */
  release(worker: string, updateIds?: number[]): Promise<number>;
  /**
   * Takes back what others hold past their lease; all that others hold when this process is known to be alone. Suspects are those of
   * the waiting that were in the hands of so many when they died that one of them may be the cause. Lost: claimed by this worker, and
   * it does not know, because the claim's answer never came; they wait again, uncounted. Parked: in the hands of so many that died
   * that they are not tried again.
   */
  reclaim(wish: {
    worker: string;
    alone: boolean;
    /** What this worker has in hand. */
    inHand: number[];
    now: Date;
  }): Promise<{ waiting: number; parked: GivenUpUpdate[]; suspects: number; lost: number }>;
  /** Whether an update has been in anybody's hands since before that instant: its chat is silent, and somebody must look. */
  isStuck(since: Date): Promise<boolean>;
  /** Forgets the ids of updates settled before this instant; Telegram keeps undelivered ones for 24 h, so 48 h is safe. */
  purge(before: Date): Promise<number>;
  counts(): Promise<InboxCounts>;
}
