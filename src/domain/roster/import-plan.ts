// What a roster's file would change: who is new, who is written otherwise, who is the same, and who is missing from it.
import type { ParticipantKind } from "../participant-kind.js";

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

export const ROSTER_FIELDS = ["name", "phone", "kind", "placeCode", "libraryName"] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];

export type EntryPlan =
  | { status: "new"; entry: RosterEntry }
  | { status: "changed"; entry: RosterEntry; row: KnownRow; fields: RosterField[] }
  | { status: "same"; entry: RosterEntry; row: KnownRow };

export interface ImportPlan {
  entries: EntryPlan[];
  /** On the roster of a class that the file is about, and in none of its lines: asked about, never dropped. */
  missing: KnownRow[];
}

/**
 * A person is known again in a class by the phone, else by name and place. Nobody is matched twice: of two lines that could be one
 * row, the first has it.
 */
export function planImport(entries: readonly RosterEntry[], known: readonly KnownRow[]): ImportPlan {
  const byPhone = new Map<string, KnownRow>();
  const byName = new Map<string, KnownRow>();
  for (const row of known) {
    if (row.phone !== null) byPhone.set(`${row.classId}|${row.phone}`, row);
    byName.set(nameKey(row), row);
  }
  const taken = new Set<number>();
  const free = (row: KnownRow | undefined) => (row === undefined || taken.has(row.id) ? undefined : row);
  const planned = entries.map((entry): EntryPlan => {
    const row = free(byPhone.get(`${entry.classId}|${entry.phone}`)) ?? free(byName.get(nameKey(entry)));
    if (row === undefined) return { status: "new", entry };
    taken.add(row.id);
    const fields = ROSTER_FIELDS.filter((field) => isOtherwise(field, entry, row));
    return fields.length === 0 ? { status: "same", entry, row } : { status: "changed", entry, row, fields };
  });
  const classes = new Set(entries.map(({ classId }) => classId));
  return { entries: planned, missing: known.filter(({ id, classId }) => classes.has(classId) && !taken.has(id)) };
}

/** What a file leaves out is not taken away: a list without a column of libraries says nothing about them. */
function isOtherwise(field: RosterField, entry: RosterEntry, row: KnownRow): boolean {
  const said = entry[field];
  return said !== null && said !== "" && said !== row[field];
}

function nameKey({ classId, name, placeCode }: Pick<KnownRow, "classId" | "name" | "placeCode">): string {
  return `${classId}|${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")}|${placeCode}`;
}
