// Where a person is in a conversation: which form is open, and that it waits. Nothing of what anybody said, and no profile.

export interface StoredConversation {
  state: unknown;
  updatedAt: Date;
}

export interface ConversationsPort {
  read(key: string): Promise<StoredConversation | undefined>;
  /**
   * Puts one state in place of another; undefined: there is none. False, and nothing changes, when it is not (any more) as it was
   * read: somebody else has gone on meanwhile.
   */
  replace(key: string, before: unknown, after: unknown, now: Date): Promise<boolean>;
  /** Forgets conversations that nobody has gone on with since; returns how many. Drafts stay. */
  removeUntouchedSince(instant: Date): Promise<number>;
}
