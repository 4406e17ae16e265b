// Rosters as files fill them, and what an import did for as long as it can be undone.
import type { KnownRow, RosterEntry } from "../../domain/roster/import-plan.js";

/** What a workbook made besides the rows of rosters, and what hangs on whom. */
export interface WorkbookMade {
  cohorts: number[];
  waves: number[];
  classes: number[];
  /** In classes that were there before; those of new classes go with them. */
  sessions: number[];
  /** People whose trainer's role is new. */
  trainers: number[];
  teaching: { classId: number; personId: number }[];
  /** How many classes and sessions were changed: what was told to people is not taken back by itself. */
  changed: number;
}

export interface SavedImport {
  id: number;
  authorId: number;
  classId: number | null;
  inserted: number;
  changed: number;
  same: number;
  savedAt: Date;
  undoneAt: Date | null;
  /** Null: a roster alone. */
  made: WorkbookMade | null;
}

export interface RosterPort {
  /** Who has joined by these rows or by those that this import changed, and who has one of these phones. */
  peopleBehind(which: { rowIds: readonly number[]; phones: readonly string[]; importId?: number }): Promise<number[]>;
  /** The classes on whose rosters the import's rows stand. */
  classesOf(importId: number): Promise<number[]>;
  /** Everybody on the rosters of these classes. */
  rowsOf(classIds: readonly number[]): Promise<KnownRow[]>;
  findImport(by: { id: number } | { draftId: number }): Promise<SavedImport | null>;
  /** Notes the import first, then adds and changes its rows, and keeps how they were. */
  save(
    about: Omit<SavedImport, "id" | "undoneAt"> & { draftId: number },
    added: readonly RosterEntry[],
    changed: readonly { row: KnownRow; entry: RosterEntry }[],
  ): Promise<SavedImport>;
  /**
   * Takes the import back: its added rows go and its changed rows are as they were, but for those by which somebody has joined
   * since, those that a later import changed, and those added who were marked at a session. Returns who stayed for that reason.
   */
  undo(importId: number, byId: number, now: Date): Promise<{ undone: number; stayed: { id: number; name: string }[] }>;
}
