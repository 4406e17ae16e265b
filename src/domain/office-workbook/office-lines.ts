// What an office writes of its classes, sessions and trainers, line by line, before anybody looks at what is there already.
import type { Day } from "../time/calendar.js";
import type { OfficeSheet } from "./sheet-columns.js";

interface Line {
  /** As the spreadsheet numbers it. */
  readonly line: number;
  /** What the line is called when it is spoken of. */
  readonly name: string;
  /** What is wrong with the line by itself; null: nothing. */
  readonly problem: LineProblem | null;
}

export type LineProblem =
  | "missing-name"
  | "too-long"
  | "missing-class"
  | "missing-province"
  | "unknown-province"
  | "missing-days"
  | "bad-day"
  | "ends-first"
  | "class-too-long"
  | "too-far"
  | "due-before-end"
  | "bad-wave"
  | "bad-time"
  | "bad-link"
  | "link-for-room"
  | "bad-mode"
  | "bad-phone"
  | "unknown-code"
  | "twice";

export interface ClassLine extends Line {
  /** Of the class that is meant; null where the sheet does not say, and the name tells. */
  readonly id: number | null;
  /** Null where the sheet does not say: the year of the first day, the only wave that has that day. */
  readonly year: number | null;
  readonly wave: number | null;
  readonly provinceCode: string | null;
  /** "" where the sheet does not say: what is there stays. */
  readonly venue: string;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly plansDueOn: Day | null;
}

export interface SessionLine extends Line {
  /** Of the session that is meant; null where the sheet does not say. */
  readonly id: number | null;
  readonly className: string;
  readonly day: Day | null;
  /** "HH:MM", by the class's own clock. */
  readonly from: string | null;
  /** Null where the sheet does not say: as long as it is, or an hour and a half. */
  readonly to: string | null;
  readonly mode: "in_person" | "online" | null;
  /** "" where the sheet does not say: what is there stays, else the class's house. */
  readonly place: string;
}

export interface TrainerLine extends Line {
  readonly phone: string | null;
  readonly classNames: readonly string[];
  readonly provinceCode: string | null;
}

export interface OfficeLines {
  readonly classes: readonly ClassLine[];
  readonly sessions: readonly SessionLine[];
  readonly trainers: readonly TrainerLine[];
  /** Lines that only show how to fill in. */
  readonly examples: number;
  /** Which sheets are there, also without a line. */
  readonly sheets: readonly OfficeSheet[];
}
