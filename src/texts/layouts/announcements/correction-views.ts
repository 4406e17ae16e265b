// What the screens of a correction show, in any language.
import type { CorrectionKind, CorrectionTally } from "../../../domain/announcements/correction.js";

export interface CorrectionCard {
  announcementId: number;
  kind: CorrectionKind;
  phase: "awaiting" | "expired" | "overtaken" | "cancelled" | "running" | "finished";
  tally: CorrectionTally;
  authorName: string;
}

export interface CopiesView {
  delivered: number;
  tooOld: number;
  unknown: number;
  waiting: number;
}
