// Whom a trainer takes along on paper, to visit or to telephone.
import type { PersonStanding } from "../diagnosis.js";

/** Twenty-five pages; nobody visits more before there is a newer sheet. */
export const MOST_VISITS = 400;

/** Something of theirs is late, they wait for an answer, or nothing comes from them and a message alone has not helped. */
export function needsWord({
  late,
  helpSince,
  askedOn,
  standing,
}: {
  late: number;
  helpSince: string | null;
  askedOn: string | null;
  standing: PersonStanding;
}): boolean {
  return late > 0 || helpSince !== null || askedOn !== null || NEED_WORD.includes(standing);
}

/** Whoever asked for quiet is left in peace; a report that waits for its review needs no visit. */
const NEED_WORD: readonly PersonStanding[] = ["not_joined", "blocked", "obstacle", "stopped_midway", "silent"];
