// What a roster's file would change: who is new, who is written otherwise, who is the same, and who is missing from it.
import { groupedBy } from "../grouped-by.js";
import type { ParticipantKind } from "../people/participant-kind.js";
import { compareRoster, type RosterPerson } from "./compare-roster.js";

/** For so long an import can be undone; its rows are kept as they were until then (own-data/keeping.ts). */
export const IMPORT_UNDO_HOURS = 24;

/** A line that can go in. */
export interface RosterEntry {
  classId: number;
  /** As the spreadsheet numbers it. */
  line: number;
  name: string;
  /** E.164. */
  phone: string | null;
  kind: ParticipantKind;
  placeCode: string;
  /** As written; the register of places names the library where nothing is. */
  libraryName: string | null;
}

/** A row that is there. */
export interface KnownRow extends Omit<RosterEntry, "line" | "placeCode"> {
  id: number;
  placeCode: string | null;
  /** Who joined by it; null: nobody yet. */
  participantId: number | null;
}

export type EntryPlan =
  | { status: "new"; entry: RosterEntry }
  | { status: "changed" | "same"; entry: RosterEntry; row: KnownRow };

export interface ImportPlan {
  entries: EntryPlan[];
  /** On the roster of a class that the file is about, and in none of its lines: asked about, never dropped. */
  missing: KnownRow[];
}

const WRITTEN = ["name", "phone", "kind", "placeCode", "libraryName"] as const;

/** What it would do, one text a deed, as planned-changes.ts has it of a workbook's sheets. `markOf`: of a class, the same at each plan. */
export function changesOfEntry(plan: EntryPlan, markOf: (classId: number) => string | number): string[] {
  const { status, entry } = plan;
  const written = WRITTEN.map((field) => entry[field]);
  if (status === "new") return [JSON.stringify(["new person", markOf(entry.classId), ...written])];
  const { row } = plan;
  // A library that the line does not name stays as it is.
  const isWritten = (field: (typeof WRITTEN)[number]) => field !== "libraryName" || entry.libraryName !== null;
  const changed = status === "same" ? [] : WRITTEN.filter((field) => isWritten(field) && row[field] !== entry[field]);
  return changed.map((field) => JSON.stringify(["person", row.id, field, row[field], entry[field]]));
}

/** Class by class, by the rule of compare-roster.ts. */
export function planImport(entries: readonly RosterEntry[], known: readonly KnownRow[]): ImportPlan {
  const plan: ImportPlan = { entries: [], missing: [] };
  const rowsOf = groupedBy(known, ({ classId }) => classId);
  for (const [classId, lines] of groupedBy(entries, ({ classId }) => classId)) {
    const people = (rowsOf.get(classId) ?? []).map((row) => ({ ...personOf(row), row }));
    const { statuses, missing } = compareRoster(lines.map(personOf), people);
    for (const [n, entry] of lines.entries()) {
      const status = statuses[n];
      if (status === undefined || status.status === "new") plan.entries.push({ status: "new", entry });
      else plan.entries.push({ status: status.status, entry, row: status.known.row });
    }
    plan.missing.push(...missing.map(({ row }) => row));
  }
  return plan;
}

function personOf({ libraryName, ...person }: RosterEntry | KnownRow): RosterPerson {
  return { ...person, institution: libraryName ?? "" };
}
