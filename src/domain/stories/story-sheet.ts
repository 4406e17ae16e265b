// The stories that were chosen, as they are printed for the meeting.

/** Words that are ready to be printed; the drawing finds room for them. */
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
