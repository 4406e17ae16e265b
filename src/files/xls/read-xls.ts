// Workbooks of Excel 97 to 2003, which some offices' programs still write.
import type { Grid } from "../../domain/roster/reading/grid.js";
import { FileRefusal } from "../bounds/file-refusal.js";
import { isDayFormat } from "../cells/day-number.js";
import type { CellCount } from "../cells/grid-builder.js";
import { openCompoundFile } from "./compound-file.js";
import { RECORD, RecordReader, recordsFrom, type XlsRecord } from "./records.js";
import type { XlsGlobals } from "./xls-globals.js";
import { readXlsSheet } from "./xls-sheet.js";

const EXCEL_97 = 0x0600;
const WORKSHEET = 0;

interface SheetEntry {
  readonly start: number;
  readonly isHidden: boolean;
  readonly name: string;
}

/** @throws FileRefusal */
export function readXls(bytes: Uint8Array): readonly Grid[] {
  const file = openCompoundFile(bytes);
  if (file.has("EncryptedPackage")) throw new FileRefusal("password", "an encrypted package");
  const stream = file.stream("Workbook");
  if (stream === undefined) {
    throw new FileRefusal(file.has("Book") ? "other-format" : "no-workbook", "a container without a workbook");
  }
  const { globals, sheets } = readGlobals(stream);
  const count: CellCount = { cells: 0 };
  return sheets.map(({ start, name, isHidden }) =>
    readXlsSheet(recordsFrom(stream, start), { name, isHidden, epoch: globals.epoch }, globals, count),
  );
}

function readGlobals(stream: Buffer): { globals: XlsGlobals; sheets: SheetEntry[] } {
  const globals: XlsGlobals = { epoch: 1900, strings: [], dayStyles: [] };
  const sheets: SheetEntry[] = [];
  const formats = new Map<number, string>();
  for (const { kind, data, continued } of withContinuations(recordsFrom(stream, 0))) {
    const reader = new RecordReader([data, ...continued]);
    if (kind === RECORD.password) throw new FileRefusal("password", "an encrypted workbook");
    if (kind === RECORD.beginning && reader.short() !== EXCEL_97) {
      throw new FileRefusal("other-format", "older than Excel 97");
    }
    if (kind === RECORD.epoch && reader.short() === 1) globals.epoch = 1904;
    else if (kind === RECORD.format) formats.set(reader.short(), reader.text(2));
    else if (kind === RECORD.look) {
      reader.skip(2);
      const id = reader.short();
      globals.dayStyles.push(isDayFormat(id, formats.get(id)));
    } else if (kind === RECORD.sheet) {
      const sheet = sheetEntry(reader);
      if (sheet !== undefined) sheets.push(sheet);
    } else if (kind === RECORD.strings) {
      reader.skip(4);
      const strings = reader.long();
      for (let index = 0; index < strings; index += 1) globals.strings.push(reader.text(2));
    }
  }
  if (sheets.length === 0) throw new FileRefusal("no-workbook", "a workbook without sheets");
  return { globals, sheets };
}

/** Undefined for sheets of charts and macros. */
function sheetEntry(reader: RecordReader): SheetEntry | undefined {
  const start = reader.long();
  const isHidden = (reader.byte() & 3) !== 0;
  const kind = reader.byte();
  return kind === WORKSHEET ? { start, isHidden, name: reader.text(1) } : undefined;
}

/** A record holds at most 8 kB; what is longer goes on in records that follow it. */
function* withContinuations(
  records: Iterable<XlsRecord>,
): Generator<XlsRecord & { readonly continued: readonly Buffer[] }> {
  let open: (XlsRecord & { continued: Buffer[] }) | undefined;
  for (const record of records) {
    if (record.kind === RECORD.continued) {
      open?.continued.push(record.data);
      continue;
    }
    if (open !== undefined) yield open;
    open = { ...record, continued: [] };
  }
  if (open !== undefined) yield open;
}
