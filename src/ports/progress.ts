// How far a piece of work is that takes more than a moment, for the person who waits for it.

export type HowFar =
  /** Rows of a file that is being made. */
  | { what: "gathering"; done: number; total: number }
  /** `total` is null until it is known. */
  | { what: "reading"; done: number; total: number | null }
  | { what: "saving" }
  /** Days of a simulated wave. */
  | { what: "simulating"; done: number; total: number }
  /** What was read becomes a file. */
  | { what: "drawing" };

/** Costs nothing and never fails: it only says so, and the listener decides whether somebody is told. */
export type TellProgress = (at: HowFar) => void;
