// A roster of two, as a workbook of any habit; and what was read of it.
import { expect } from "vitest";
import type { RosterChoices, RosterRead, RosterReading } from "../../src/domain/roster/reading/roster-reading.js";
import type { RosterLine } from "../../src/domain/roster/roster-line.js";
import { readRosterFile } from "../../src/files/read-roster-file.js";
import { type CellMade, type SheetMade, workbookOf } from "../support/files/xlsx-file.js";

export const HEADING = ["No", "Nama", "No HP", "Desa", "Kecamatan", "Kab/Kota"];
export const SITI = [1, "Siti Aminah", "081234567801", "Petajen", "Bajubang", "Kab. Batang Hari"];
export const BUDI = [2, "Budi Santoso, S.Pd", "081234567802", "Sungai Gelam", "Sungai Gelam", "Kab. Muaro Jambi"];
export const BOTH = ["Siti Aminah", "Budi Santoso, S.Pd"];

export async function read(bytes: Buffer, choices: RosterChoices = {}): Promise<RosterRead> {
  const reading = await readRosterFile(bytes, choices);
  expect(reading.verdict).toBe("read");
  return reading as RosterRead;
}

export const sheet = (rows: readonly (readonly CellMade[])[], more: Omit<SheetMade, "rows"> = {}) =>
  read(workbookOf(rows, more));
export const names = ({ lines }: RosterRead) => lines.map(({ name }) => name);
export const column = ({ lines }: RosterRead, field: keyof RosterLine) => lines.map((line) => line[field]);
export const roles = ({ tables }: RosterRead) => tables[0]?.columns.map(({ role }) => role);
export const flags = ({ flags: all }: RosterReading) => all.map(({ flag, which }) => [flag, ...which]);
export const leftOut = ({ tables }: RosterRead) => tables[0]?.leftOut.map(({ line, because }) => [line, because]);
