// What both languages lay out alike of the account of who did what.

import { READABLE } from "../../domain/caseload/summary.js";
import type { RichText } from "../../domain/messages/message.js";
import type { AuditLine } from "../../domain/own-data/audit-line.js";
import type { AuditedKind } from "../../domain/own-data/audited.js";
import { AUDITED, AUDITED_KINDS, type AuditedAction } from "../../domain/own-data/audited.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import { shortened } from "./classes/session-words.js";

export interface AuditWords {
  lines: readonly AuditLine[];
  count: number;
  /** It was counted no further. */
  isMore: boolean;
  zone: Zone;
  /** A name is null where it is not the reader's to know; undefined: not asked for. */
  filter: { kind: AuditedKind | null; day: Day | null; who: string | null | undefined };
  whom: string | null | undefined;
}

/** Five lines with names of this length, and the longest acts, fit a message. */
const LONGEST_NAME = 20;
const LONGEST_PURPOSE = 30;

export const shortName = (name: string) => shortened(name, LONGEST_NAME);
export const shortPurpose = (purpose: string) => shortened(purpose, LONGEST_PURPOSE);

/** With purposes where they fit. */
export function withPurposes(page: (purposes: boolean) => RichText): RichText {
  const full = page(true);
  return full.text.length <= READABLE ? full : page(false);
}

/** Of an action that no version of today writes any more: a change. */
export function kindOf(action: AuditedAction): AuditedKind {
  return AUDITED_KINDS.find((kind) => (AUDITED[kind] as readonly string[]).includes(action)) ?? "changed";
}
