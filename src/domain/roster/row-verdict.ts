// What is said of each line of a roster before anything is written.

import type { ParticipantKind } from "../people/participant-kind.js";
import type { Place } from "../places/place.js";
import type { Day } from "../time/calendar.js";

/** In the order in which a person would mend them. */
const ROW_REASONS = [
  "missing-name",
  "bad-name",
  "missing-phone",
  "bad-phone",
  "duplicate-in-file",
  "missing-place",
  "unknown-place",
  "ambiguous-place",
  "inexact-place",
  "place-conflict",
  "wrong-code-system",
  "unknown-code",
  "unknown-kind",
  "bad-date",
] as const;
export type RowReason = (typeof ROW_REASONS)[number];

/** error: the line must be changed · doubt: somebody must say what is meant */
export type Severity = "error" | "doubt";

export interface Fault {
  readonly reason: RowReason;
  readonly severity: Severity;
}

/** One line as it would go in. What is not certain is null, and then the verdict is not ok. */
export interface RowVerdict {
  readonly sheet: string | null;
  readonly line: number;
  readonly verdict: "ok" | Severity;
  readonly reasons: readonly RowReason[];
  readonly name: string;
  readonly phone: string | null;
  readonly place: Place | null;
  readonly kind: ParticipantKind | null;
  readonly institution: string;
  readonly className: string;
  /** Places to choose from, the likeliest first; empty where the place is no question. */
  readonly candidates: readonly Place[];
  readonly startOn: Day | null;
  readonly endOn: Day | null;
}

/** The gravest fault decides. */
export function verdictOf(faults: readonly Fault[]): Pick<RowVerdict, "verdict" | "reasons"> {
  const reasons = ROW_REASONS.filter((reason) => faults.some((fault) => fault.reason === reason));
  if (faults.length === 0) return { verdict: "ok", reasons };
  return { verdict: faults.some(({ severity }) => severity === "error") ? "error" : "doubt", reasons };
}
