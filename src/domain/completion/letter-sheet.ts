// What stands on the letter that somebody's work plans are carried out.

/** Words that are ready to be printed; the drawing finds room for them. */
export interface LetterSheet {
  heading: string;
  /** Below it: "Nomor SPP-K7MPQ-2XWRD". */
  numberLine: string;
  opening: string;
  name: string;
  /** Whose they are: library, place, class, days. */
  facts: readonly { label: string; text: string }[];
  done: string;
  plans: readonly { type: string; activity: string }[];
  closing: string;
  /** Where and by whom it was written, and on which day. */
  issued: readonly string[];
  /** The code that is scanned holds exactly this. */
  link: string;
  check: string;
  /** Across the page of one that was made to practise; null: it is meant. */
  practice: string | null;
}
