// What becomes of one line of an office's sheet.
import type { LineProblem } from "../office-lines.js";

/**
 * not-yours: another's region, or a cohort or wave that only the whole country's admins make · begun: a class that has begun is not moved ·
 * past: it would begin before now · ended: what is over is not moved · has-participants: their deadline was told already · which-wave:
 * several could be meant · unknown-class · ambiguous-class: several have that name · class-has-error: its own line does not go in · other-code: its code
 * is that of a class of another province or wave, or of another class's session · name-taken: another class is called so · missing-link ·
 * missing-room: it meets in another way than before, and what stands there is a room, or a link
 */
export type LineReason =
  | LineProblem
  | "not-yours"
  | "begun"
  | "past"
  | "ended"
  | "has-participants"
  | "which-wave"
  | "unknown-class"
  | "ambiguous-class"
  | "class-has-error"
  | "other-code"
  | "name-taken"
  | "missing-link"
  | "missing-room";

export interface LineChange {
  readonly field: "name" | "days" | "plansDueOn" | "venue" | "time" | "mode" | "place" | "classes";
  readonly from: string;
  readonly to: string;
}

export type LinePlan<Line, New, Changed> =
  | { readonly status: "error"; readonly line: Line; readonly reason: LineReason }
  | ({ readonly status: "new"; readonly line: Line } & New)
  | ({ readonly status: "changed" | "same"; readonly line: Line; readonly changes: readonly LineChange[] } & Changed);
