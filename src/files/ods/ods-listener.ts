// Every sheet of an OpenDocument spreadsheet, cell by cell. Equal rows and cells that follow each other are written once, with a count.

import { columnLetter } from "../../domain/roster/reading/column-letter.js";
import type { Cell, Grid } from "../../domain/roster/reading/grid.js";
import { isDay } from "../../domain/time/calendar.js";
import { MOST_COLUMNS } from "../bounds/bounds.js";
import { FileRefusal } from "../bounds/file-refusal.js";
import type { Epoch } from "../cells/day-number.js";
import { type CellCount, GridBuilder } from "../cells/grid-builder.js";
import { numberCell } from "../cells/number-cell.js";
import type { Attributes, XmlListener } from "../xml-part.js";
import { ParagraphText } from "./paragraph-text.js";

interface OpenCell {
  readonly attributes: Attributes;
  readonly text: ParagraphText;
}

export class OdsListener implements XmlListener {
  readonly grids: Grid[] = [];
  private readonly count: CellCount = { cells: 0 };
  private readonly hiddenStyles = new Set<string>();
  private style = "";
  private epoch: Epoch = 1900;
  private builder: GridBuilder | undefined;
  private nextColumnDefined = 0;
  private line = 1;
  private row: { readonly repeated: number; readonly isHidden: boolean; readonly cells: Map<number, Cell> } | undefined;
  private column = 0;
  private cell: OpenCell | undefined;

  open(name: string, attributes: Attributes): void {
    if (this.cell !== undefined) this.cell.text.open(name, attributes);
    else if (name === "style") this.style = attributes["style:name"] ?? "";
    else if (name === "table-properties" && attributes["table:display"] === "false") this.hiddenStyles.add(this.style);
    else if (name === "null-date" && attributes["table:date-value"]?.startsWith("1904") === true) this.epoch = 1904;
    else if (name === "table") this.openTable(attributes);
    else if (name === "table-column") this.openColumn(attributes);
    else if (name === "table-row") this.openRow(attributes);
    else if (name === "table-cell" || name === "covered-table-cell") {
      this.cell = { attributes, text: new ParagraphText() };
    }
  }

  text(text: string): void {
    this.cell?.text.write(text);
  }

  close(name: string): void {
    if (this.cell !== undefined) {
      if (name === "table-cell" || name === "covered-table-cell") this.closeCell(this.cell);
      else this.cell.text.close(name);
    } else if (name === "table-row") this.closeRow();
    else if (name === "table" && this.builder !== undefined) {
      this.grids.push(this.builder.grid());
      this.builder = undefined;
    }
  }

  private openTable(attributes: Attributes): void {
    const isHidden = this.hiddenStyles.has(attributes["table:style-name"] ?? "");
    this.builder = new GridBuilder({ name: attributes["table:name"] ?? "", isHidden, epoch: this.epoch }, this.count);
    this.line = 1;
    this.nextColumnDefined = 0;
  }

  private openColumn(attributes: Attributes): void {
    const first = this.nextColumnDefined;
    this.nextColumnDefined += repetitions(attributes["table:number-columns-repeated"]);
    if (isUnseen(attributes)) this.builder?.hideColumns(first, this.nextColumnDefined - 1);
  }

  private openRow(attributes: Attributes): void {
    const repeated = repetitions(attributes["table:number-rows-repeated"]);
    this.row = { repeated, isHidden: isUnseen(attributes), cells: new Map() };
    this.column = 0;
  }

  private closeRow(): void {
    const { row, builder } = this;
    if (row === undefined || builder === undefined) return;
    // A million empty rows end most sheets; only rows with something in them are written out.
    for (let time = 0; time < row.repeated && row.cells.size > 0; time += 1) {
      for (const [column, cell] of row.cells) builder.put(column, cell);
      builder.endRow(this.line + time, row.isHidden);
    }
    this.line += row.repeated;
    this.row = undefined;
  }

  private closeCell({ attributes, text }: OpenCell): void {
    this.cell = undefined;
    const repeated = repetitions(attributes["table:number-columns-repeated"]);
    const cell = this.cellOf(attributes, text.take());
    const last = Math.min(this.column + repeated, MOST_COLUMNS);
    for (let column = this.column; column < last && cell.text !== ""; column += 1) this.row?.cells.set(column, cell);
    this.noteSpan(attributes);
    this.column += repeated;
  }

  private cellOf(attributes: Attributes, text: string): Cell {
    if (attributes["calcext:value-type"] === "error") return { text, isError: true };
    switch (attributes["office:value-type"]) {
      case "float":
      case "currency":
      case "percentage":
        return numberCell(Number(attributes["office:value"]), false, this.epoch);
      case "date":
        return dayCell(attributes["office:date-value"] ?? "", text);
      case "time":
        return timeCell(attributes["office:time-value"] ?? "", text);
      case "boolean":
        return { text: attributes["office:boolean-value"] === "true" ? "TRUE" : "FALSE" };
      case undefined:
        if (attributes["table:formula"] !== undefined) {
          this.builder?.foundNoValue(`${columnLetter(this.column)}${this.line}`);
        }
        return { text };
      default:
        return { text: text === "" ? (attributes["office:string-value"] ?? "") : text };
    }
  }

  private noteSpan(attributes: Attributes): void {
    const columns = Number(attributes["table:number-columns-spanned"] ?? 1);
    const rows = Number(attributes["table:number-rows-spanned"] ?? 1);
    if (!(columns > 1 || rows > 1)) return;
    this.builder?.merge({
      firstLine: this.line,
      lastLine: this.line + rows - 1,
      firstColumn: this.column,
      lastColumn: this.column + columns - 1,
    });
  }
}

/** "2024-05-19", with or without the hour. */
function dayCell(value: string, text: string): Cell {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(value) ?? [];
  return day === undefined || !isDay(day) ? { text } : { text: day, day };
}

/** "PT08H30M00S": as other programs keep it, a part of a day. */
function timeCell(value: string, text: string): Cell {
  const [, hours, minutes] = /^PT(\d{1,2})H(\d{1,2})M/.exec(value) ?? [];
  const part = (Number(hours) * 60 + Number(minutes)) / (24 * 60);
  return part >= 0 && part < 1 ? { text, number: part } : { text };
}

function isUnseen(attributes: Attributes): boolean {
  return /^(collapse|filter)$/.test(attributes["table:visibility"] ?? "");
}

function repetitions(attribute: string | undefined): number {
  const times = Number(attribute ?? 1);
  if (!Number.isInteger(times) || times < 1) throw new FileRefusal("broken", "a count that is none");
  return times;
}
