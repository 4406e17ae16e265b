// One sheet of an old workbook, record by record.
import type { Cell, Grid } from "../../domain/roster/reading/grid.js";
import { MOST_COLUMNS } from "../bounds/bounds.js";
import { FileRefusal } from "../bounds/file-refusal.js";
import { type CellCount, GridBuilder } from "../cells/grid-builder.js";
import { numberCell } from "../cells/number-cell.js";
import { RECORD, RecordReader, type XlsRecord } from "./records.js";
import type { XlsGlobals } from "./xls-globals.js";

const IS_HIDDEN_ROW = 0x20;

const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

type Sheet = Pick<Grid, "name" | "isHidden" | "epoch">;

export function readXlsSheet(records: Iterable<XlsRecord>, sheet: Sheet, globals: XlsGlobals, count: CellCount): Grid {
  const reader = new SheetReader(new GridBuilder(sheet, count), globals);
  for (const { kind, data } of records) reader.read(kind, data);
  return reader.grid();
}

class SheetReader {
  private readonly rows = new Map<number, Map<number, Cell>>();
  private readonly hiddenRows = new Set<number>();
  /** A formula's text comes in the record behind it. */
  private textAwaited: { readonly row: number; readonly column: number } | undefined;

  constructor(
    private readonly builder: GridBuilder,
    private readonly globals: XlsGlobals,
  ) {}

  read(kind: number, data: Buffer): void {
    switch (kind) {
      case RECORD.row:
        if ((at(data, 12).readUInt16LE() & IS_HIDDEN_ROW) !== 0) this.hiddenRows.add(data.readUInt16LE(0));
        break;
      case RECORD.columns:
        if ((at(data, 8).readUInt16LE() & 1) !== 0)
          this.builder.hideColumns(data.readUInt16LE(0), data.readUInt16LE(2));
        break;
      case RECORD.merges:
        this.readMerges(data);
        break;
      case RECORD.smallNumbers:
        this.readSmallNumbers(data);
        break;
      case RECORD.formulaText:
        if (this.textAwaited !== undefined) {
          this.put(this.textAwaited.row, this.textAwaited.column, { text: new RecordReader([data]).text(2) });
        }
        break;
      default:
        this.readCell(kind, data);
    }
  }

  grid(): Grid {
    for (const [row, cells] of [...this.rows].sort(([a], [b]) => a - b)) {
      for (const [column, cell] of cells) this.builder.put(column, cell);
      this.builder.endRow(row + 1, this.hiddenRows.has(row));
    }
    return this.builder.grid();
  }

  private readCell(kind: number, data: Buffer): void {
    const cell = this.cellOf(kind, data);
    if (cell !== undefined) this.put(data.readUInt16LE(0), data.readUInt16LE(2), cell);
  }

  private cellOf(kind: number, data: Buffer): Cell | undefined {
    switch (kind) {
      case RECORD.number:
        return this.number(at(data, 6, 8).readDoubleLE(), data.readUInt16LE(4));
      case RECORD.smallNumber:
        return this.number(smallNumber(at(data, 6, 4)), data.readUInt16LE(4));
      case RECORD.sharedText: {
        const text = this.globals.strings[at(data, 6, 4).readUInt32LE()];
        if (text === undefined) throw new FileRefusal("broken", "a shared text that is not there");
        return { text };
      }
      case RECORD.label:
      case RECORD.richLabel:
        return { text: new RecordReader([at(data, 6, 3)]).text(2) };
      case RECORD.truthOrError:
        return truthOrError(at(data, 6, 2).readUInt8(1) === 1, data.readUInt8(6));
      case RECORD.formula:
        return this.formulaValue(data);
      default:
        return undefined;
    }
  }

  private formulaValue(data: Buffer): Cell | undefined {
    const value = at(data, 6, 8);
    if (value.readUInt16LE(6) !== 0xffff) return this.number(value.readDoubleLE(), data.readUInt16LE(4));
    const kind = value.readUInt8(0);
    if (kind === 0) this.textAwaited = { row: data.readUInt16LE(0), column: data.readUInt16LE(2) };
    return kind === 1 || kind === 2 ? truthOrError(kind === 2, value.readUInt8(2)) : undefined;
  }

  private readSmallNumbers(data: Buffer): void {
    const [row, first] = [at(data, 0, 6).readUInt16LE(0), data.readUInt16LE(2)];
    for (let offset = 4; offset + 6 < data.length; offset += 6) {
      const column = first + (offset - 4) / 6;
      this.put(row, column, this.number(smallNumber(data.subarray(offset + 2)), data.readUInt16LE(offset)));
    }
  }

  private readMerges(data: Buffer): void {
    for (let offset = 2; offset + 8 <= data.length; offset += 8) {
      this.builder.merge({
        firstLine: data.readUInt16LE(offset) + 1,
        lastLine: data.readUInt16LE(offset + 2) + 1,
        firstColumn: data.readUInt16LE(offset + 4),
        lastColumn: data.readUInt16LE(offset + 6),
      });
    }
  }

  private number(value: number, look: number): Cell {
    return numberCell(value, this.globals.dayStyles[look] === true, this.globals.epoch);
  }

  private put(row: number, column: number, cell: Cell): void {
    this.textAwaited = undefined;
    if (column >= MOST_COLUMNS || cell.text === "") return;
    const cells = this.rows.get(row) ?? new Map<number, Cell>();
    this.rows.set(row, cells.set(column, cell));
  }
}

/** The rest of a record from a place on. @throws FileRefusal when it is shorter than what must stand there */
function at(data: Buffer, offset: number, bytes = 2): Buffer {
  if (data.length < offset + bytes) throw new FileRefusal("broken", "a record that is too short");
  return data.subarray(offset);
}

/** A number in four bytes ([MS-XLS] 2.5.217): a whole one, or the upper half of a long one; either may be a hundredth. */
function smallNumber(data: Buffer): number {
  const bits = data.readInt32LE();
  const half = Buffer.alloc(8);
  half.writeInt32LE(bits & ~3, 4);
  const value = (bits & 2) === 0 ? half.readDoubleLE() : bits >> 2;
  return (bits & 1) === 0 ? value : value / 100;
}

function truthOrError(isError: boolean, value: number): Cell {
  if (!isError) return { text: value === 1 ? "TRUE" : "FALSE" };
  return { text: ERRORS[value] ?? "#N/A", isError: true };
}
