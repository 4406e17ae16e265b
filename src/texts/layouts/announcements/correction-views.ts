// What the screens of a correction show, in any language.

import type { CorrectionKind, CorrectionTally } from "../../../domain/announcements/correction.js";
import type { Zone } from "../../../domain/time/zone.js";

export interface CorrectionCard {
  announcementId: number;
  kind: CorrectionKind;
  phase: "awaiting" | "expired" | "overtaken" | "cancelled" | "running" | "finished";
  tally: CorrectionTally;
  authorName: string;
  /** Why a running one stands still: at Telegram's word until then, or until somebody decides about what a backup brought back. */
  heldUntil: Date | null;
  isHeldByRestore: boolean;
  zone: Zone;
}

export interface CopiesView {
  delivered: number;
  tooOld: number;
  unknown: number;
  waiting: number;
}
