// What the lists of an announcement's receivers and its call sheet show, in any language.
import type { LedgerEntry } from "../../../domain/announcements/announcement.js";

export interface ReceiverLine {
  name: string;
  className: string;
  /** Of a failed one. */
  cause: string | null;
  isContacted: boolean;
}

export interface CallView {
  opening: string;
  total: number;
  done: number;
  /** How many stand on the pages before. */
  from: number;
  rows: { name: string; regency: string | null; entry: LedgerEntry; isDone: boolean }[];
}

export interface CallLine {
  name: string;
  phone: string | null;
  library: string | null;
  className: string;
  entry: LedgerEntry;
  /** Who told them another way; "": nobody remembers who. Null: nobody has. */
  doneBy: string | null;
  ready: string;
}
