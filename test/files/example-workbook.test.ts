// The workbook that offices fill in, and that nothing of it is taken for a class or a person before they have.
import { expect, test } from "vitest";
import { KIND_CHOICES } from "../../src/domain/office-workbook/sheet-columns.js";
import { readRoster } from "../../src/domain/roster/reading/read-roster.js";
import { readRosterKind } from "../../src/domain/roster/reading/read-roster-kind.js";
import { judgeRosterFile } from "../../src/files/judge-roster-file.js";
import { readGrids } from "../../src/files/read-grids.js";
import { writeXlsx } from "../../src/files/xlsx-out/write-xlsx.js";
import { exampleWorkbook } from "../../src/texts/files/workbooks/office-workbook.js";
import { officeJudges } from "../support/files/office-workbook.js";

const example = () => writeXlsx(exampleWorkbook(["Jambi", "Riau"], ["2026-05-18", "2026-05-22"]));

test("the example has a sheet for each thing that is set up, with the notes behind them", async () => {
  const reading = await readGrids(await example());
  if (!reading.ok) throw new Error(reading.detail);
  const visible = reading.grids.filter(({ isHidden }) => !isHidden);
  expect(visible.map(({ name }) => name)).toEqual(["Kelas", "Sesi", "Pelatih", "Peserta", "Petunjuk"]);
  expect(visible[0]?.rows[1]?.cells[5]?.day).toBe("2026-05-18");
});

test("its participants' sheet is a roster whose every heading is plain, and its example is nobody", async () => {
  const reading = await readGrids(await example());
  if (!reading.ok) throw new Error(reading.detail);
  const grids = reading.grids.filter(({ name }) => name === "Peserta");
  const roster = readRoster({ grids, isEncodingGuessed: false });
  expect(roster).toMatchObject({ verdict: "refused", refusedBecause: "no-people" });
  const people = grids.map((grid) => ({
    ...grid,
    rows: grid.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => cell && { ...cell, text: cell.text.replace("CONTOH ", "") }),
    })),
  }));
  const filled = readRoster({ grids: people, isEncodingGuessed: false });
  expect(
    filled.verdict === "read" && filled.tables[0]?.columns.map(({ role, recognised }) => [role, recognised]),
  ).toEqual(
    ["name", "phone", "kind", "province", "kabupaten", "kecamatan", "village", "institution", "className"].map(
      (role) => [role, "plain"],
    ),
  );
});

test("each kind to choose from is one that the roster knows", () => {
  expect(KIND_CHOICES.map((kind) => readRosterKind(kind, ""))).toEqual([
    "desa",
    "kelurahan",
    "tbm",
    "regency_office",
    "province_office",
  ]);
});

test("the example as it is sets up nothing", async () => {
  const judged = await judgeRosterFile(await example(), {}, await officeJudges("2026-04-06"));
  expect(judged).toEqual({
    kind: "workbook",
    lines: { classes: [], sessions: [], trainers: [], examples: 4, sheets: ["classes", "sessions", "trainers"] },
    people: null,
  });
});
