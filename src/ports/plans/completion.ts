// Letters that say that somebody's work plans are carried out.

export interface CompletionLetter {
  /** SPP-K7MPQ-2XWRD */
  number: string;
  participantId: number;
  issuedAt: Date;
}

export interface CompletionPort {
  /** Theirs, written under this number where there was none yet. Of two at once both get the one that was first; it is new for one of them. */
  ensure(
    letter: Pick<CompletionLetter, "number" | "participantId">,
    now: Date,
  ): Promise<{ letter: CompletionLetter; isNew: boolean }>;
  ofParticipant(participantId: number): Promise<CompletionLetter | null>;
  find(number: string): Promise<CompletionLetter | null>;
}
