// Tells a chat that must wait from a bot that must wait: Telegram's 429 does not say which. One other chat is tried, singly; when
// it is refused too, all of bulk waits.

export interface FloodWatch {
  /** Taken before a request leaves, and shown with its answer: an older success proves nothing about a newer refusal. */
  departure(): number;
  /** True: this is the second chat in a row, so bulk waits. */
  refused(chatId: number): boolean;
  accepted(departure: number): void;
  /** While true, one request at a time: each more could be a refusal more. */
  isProbing(): boolean;
}

export function createFloodWatch(): FloodWatch {
  let departures = 0;
  let suspect: { chatId: number; at: number } | undefined;
  return {
    departure: () => departures++,
    refused(chatId) {
      const isSecond = suspect !== undefined && suspect.chatId !== chatId;
      // Still suspect, so that nothing leaves beside it before its block is written down, and singly when the block is over.
      suspect = { chatId, at: departures };
      return isSecond;
    },
    accepted(departure) {
      if (suspect !== undefined && departure >= suspect.at) suspect = undefined;
    },
    isProbing: () => suspect !== undefined,
  };
}
