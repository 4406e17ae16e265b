// How far a piece of work is that takes more than a moment, for the person who waits for it.

export type HowFar =
  /** `total` is null until it is known. */
  { what: "reading"; done: number; total: number | null } | { what: "saving" };

/** Costs nothing and never fails: it only says so, and the listener decides whether somebody is told. */
export type TellProgress = (at: HowFar) => void;
