// Letters that say that somebody's work plans are carried out.

export interface CompletionLetter {
  /** SPP-K7MPQ-2XWRD */
  number: string;
  participantId: number;
  issuedAt: Date;
}

export interface CompletionPort {
  /** Theirs; null where none was written yet. */
  letterOf(participantId: number): Promise<CompletionLetter | null>;
  /** Writes it under this number. Of two at once both get the one that was first. */
  write(letter: Pick<CompletionLetter, "number" | "participantId">, now: Date): Promise<CompletionLetter>;
  find(number: string): Promise<CompletionLetter | null>;
}
