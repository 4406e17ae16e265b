// What stands on a class's poster.

/** Words that are ready to be printed; the drawing finds room for them. */
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
