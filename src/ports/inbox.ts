// The inbox: every update is written down here before it is confirmed to Telegram.

export interface ReceivedUpdate {
  updateId: number;
  /** The lane: updates of one chat are handled in order. 0 where an update has no chat. */
  chatId: number;
  /** The update as Telegram sent it; kept only until it is handled. */
  payload: unknown;
}

export interface ClaimedUpdate extends ReceivedUpdate {
  attempts: number;
}
