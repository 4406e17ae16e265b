// How far a piece of work is that takes more than a moment, for whoever waits for it.

export type HowFar =
  /** `total` is null until it is known. */
  { what: "reading"; done: number; total: number | null } | { what: "saving" };

/** Costs nothing and never fails: it only says so, and whether somebody is told of it is up to whoever listens. */
export type TellProgress = (at: HowFar) => void;
