// The shapes of what is printed and is no table: which parts a letter, a poster and a booklet of stories have. The words are ready to be printed;
// the drawing finds room for them. What stands in them: texts/files/paper and texts/files/sheets; how they look: paper/drawings.

/** That somebody has carried out their work plans. */
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

/** Of a class. */
export interface PosterSheet {
  heading: string;
  className: string;
  /** Below the name: when, where. */
  facts: readonly { about: "days" | "place"; text: string }[];
  /** The code that is scanned holds exactly this. */
  link: string;
  /** Beneath the code, for those who cannot scan. */
  linkLine: string;
  steps: readonly string[];
  help: string;
}

/** The stories that were chosen, for the meeting. */
export interface StorySheet {
  title: string;
  /** When it was made, and how many stories are not in it, and why. */
  notes: readonly string[];
  stories: readonly PrintedStory[];
}

export interface PrintedStory {
  /** The library and where it is. */
  place: string;
  /** Null: its author is not named. */
  author: string | null;
  champion: string | null;
  parts: readonly { heading: string; text: string }[];
  /** What is said in place of its photos; null: nothing. */
  photos: string | null;
}
