// Where a person is in a conversation; personal data, since Telegram's updates are in it.

export interface ConversationsPort {
  read(key: string): Promise<unknown>;
  write(key: string, state: unknown, now: Date): Promise<void>;
  remove(key: string): Promise<void>;
  /** Forgets conversations that nobody has gone on with since; returns how many. Drafts stay. */
  removeUntouchedSince(instant: Date): Promise<number>;
}
