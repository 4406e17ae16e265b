// A line of the account as it is read.
import type { AuditedAction } from "./audited.js";

export interface AuditLine {
  id: number;
  at: Date;
  action: AuditedAction;
  /** Null: nobody did, such as a job; empty: they were erased. */
  who: string | null;
  actorId: number | null;
  /** plan:17, people, … */
  subject: string;
  /** Its name, where it has one and is still there. */
  about: string | null;
  provinceCode: string | null;
  province: string | null;
  regency: string | null;
  details: Record<string, unknown> | null;
  purpose: string | null;
}

/** Somebody by whom, or about whom, lines can be asked for. */
export interface AuditPerson {
  personId: number | null;
  rosterRowId: number | null;
  name: string;
  /** Their registration number, library or class: what tells those of one name apart. */
  hint: string | null;
}
