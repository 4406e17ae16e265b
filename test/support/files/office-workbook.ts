// Workbooks as an office fills them in: our own headings, and rows below them.

import { distance } from "fastest-levenshtein";
import type { CellOut, SheetOut } from "../../../src/domain/files/workbook.js";
import { provinceFinder } from "../../../src/domain/office-workbook/find-province.js";
import { OFFICE_SHEETS, PARTICIPANTS, SHEET_NAMES } from "../../../src/domain/office-workbook/sheet-columns.js";
import { type Judges, judgeRosterFile } from "../../../src/files/judge-roster-file.js";
import type { RosterFilesParts } from "../../../src/files/roster-files.js";
import { writeXlsx } from "../../../src/files/xlsx-out/write-xlsx.js";
import type { Act } from "../stage/phone.js";
import { everyPlace, everyPlaceName } from "../world/spellings/place-names.js";

export type Rows = readonly (readonly CellOut[])[];

export interface OfficeRows {
  classes?: Rows;
  sessions?: Rows;
  trainers?: Rows;
  participants?: Rows;
}

const HEADINGS: Record<keyof OfficeRows, readonly string[]> = {
  classes: Object.values(OFFICE_SHEETS.classes).map(([own]) => own),
  sessions: Object.values(OFFICE_SHEETS.sessions).map(([own]) => own),
  trainers: Object.values(OFFICE_SHEETS.trainers).map(([own]) => own),
  participants: Object.values(PARTICIPANTS),
};

export function officeWorkbook(rows: OfficeRows): Promise<Uint8Array> {
  const sheets = (Object.keys(rows) as (keyof OfficeRows)[]).map(
    (kind): SheetOut => ({
      name: SHEET_NAMES[kind],
      columns: HEADINGS[kind].map((heading) => ({
        heading,
        width: 20,
        ...(heading.startsWith("Hari") && { holds: "day" }),
      })),
      rows: rows[kind] ?? [],
    }),
  );
  return writeXlsx({ sheets });
}

export const day = (text: string): CellOut => ({ day: text as `${number}-${number}-${number}` });

export async function officeJudges(today: Judges["today"]): Promise<Judges> {
  return { names: await everyPlaceName(), findProvince: provinceFinder(await everyPlace(), distance), today };
}

/** Reads and judges as the worker does. */
export function judgingOn(today: Judges["today"]): NonNullable<RosterFilesParts["judge"]> {
  return async (bytes, choices) => judgeRosterFile(bytes, choices, await officeJudges(today));
}

/** Sends a workbook from a phone, for phoneActsOn() of stage/stage-at.ts. */
export const sendsWorkbook =
  (bytes: Uint8Array, name = "program.xlsx"): Act =>
  (phone) =>
    phone.sendsDocument({ name, mime: "application/octet-stream", bytes });
