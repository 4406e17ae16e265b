// Writes workbooks as raw parts, so that a test can hold every habit of every program that writes them.
import { columnLetter } from "../../../src/domain/roster/reading/column-letter.js";
import { type ZipPart, zipFile } from "./zip-file.js";

/** A text or number; a day by its number; a formula with or without its value; an error; runs of different looks; a raw cell. */
export type CellMade =
  | string
  | number
  | null
  | { readonly day: number }
  | { readonly formula: string; readonly value?: string | number }
  | { readonly error: string }
  | { readonly runs: readonly string[] }
  | { readonly inline: string };

export interface SheetMade {
  readonly name?: string;
  readonly rows: readonly (readonly CellMade[])[];
  readonly state?: "hidden" | "veryHidden";
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

export interface WorkbookMade {
  readonly sheets: readonly SheetMade[];
  readonly is1904?: boolean;
  readonly more?: readonly ZipPart[];
  /** Put before the sheet's own tag. */
  readonly prologue?: string;
}

export function xlsxFile({ sheets, is1904 = false, more = [], prologue = "" }: WorkbookMade): Buffer {
  const strings: string[] = [];
  const parts = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: `<?xml version="1.0" encoding="UTF-8"?>${prologue}${sheetXml(sheet, strings)}`,
  }));
  const list = sheets.map(({ name, state }, index) => {
    const hidden = state === undefined ? "" : ` state="${state}"`;
    return `<sheet name="${escaped(name ?? `Sheet${index + 1}`)}" sheetId="${index + 1}"${hidden} r:id="rId${index + 1}"/>`;
  });
  return zipFile([
    { name: "_rels/.rels", content: relations([["rId1", "officeDocument", "xl/workbook.xml"]]) },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns:r="r"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${list.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relations([
        ...sheets.map((_, index) => [`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`] as const),
        ["rIdS", "sharedStrings", "/xl/sharedStrings.xml"],
        ["rIdT", "styles", "styles.xml"],
      ]),
    },
    { name: "xl/styles.xml", content: STYLES },
    ...parts,
    { name: "xl/sharedStrings.xml", content: `<sst>${strings.join("")}</sst>` },
    ...more,
  ]);
}

/** One sheet with these rows. */
export function workbookOf(rows: SheetMade["rows"], more: Omit<SheetMade, "rows"> = {}): Buffer {
  return xlsxFile({ sheets: [{ rows, ...more }] });
}

/** Look 0 is plain, look 1 a day. */
const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-421]dd\\ mmmm\\ yyyy;@"/></numFmts>
<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`;

function sheetXml({ rows, merges = [], hiddenRows = [], hiddenColumns = [] }: SheetMade, strings: string[]): string {
  const columns = hiddenColumns.map((column) => `<col min="${column + 1}" max="${column + 1}" hidden="1"/>`).join("");
  const body = rows.map((cells, index) => {
    const line = index + 1;
    const hidden = hiddenRows.includes(line) ? ' hidden="1"' : "";
    return `<row r="${line}"${hidden}>${cells.map((cell, at) => cellXml(cell, `${columnLetter(at)}${line}`, strings)).join("")}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  const cols = columns === "" ? "" : `<cols>${columns}</cols>`;
  return `<worksheet>${cols}<sheetData>${body.join("")}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
}

function cellXml(cell: CellMade, at: string, strings: string[]): string {
  if (cell === null) return `<c r="${at}" s="0"/>`;
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return shared(`<t xml:space="preserve">${escaped(cell)}</t>`, at, strings);
  if ("runs" in cell) {
    return shared(cell.runs.map((run) => `<r><rPr><b/></rPr><t>${escaped(run)}</t></r>`).join(""), at, strings);
  }
  if ("inline" in cell) return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell.inline)}</t></is></c>`;
  if ("day" in cell) return `<c r="${at}" s="1"><v>${cell.day}</v></c>`;
  if ("error" in cell) return `<c r="${at}" t="e"><f>VLOOKUP(1,A:A,1)</f><v>${cell.error}</v></c>`;
  const value = cell.value === undefined ? "" : `<v>${escaped(String(cell.value))}</v>`;
  return `<c r="${at}" t="${typeof cell.value === "number" ? "n" : "str"}"><f>${escaped(cell.formula)}</f>${value}</c>`;
}

function shared(content: string, at: string, strings: string[]): string {
  strings.push(`<si>${content}</si>`);
  return `<c r="${at}" t="s"><v>${strings.length - 1}</v></c>`;
}

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const all = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`);
  return `<Relationships>${all.join("")}</Relationships>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}
