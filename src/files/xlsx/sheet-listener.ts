// One sheet's part, cell by cell.

import { cellAddress, columnLetter } from "../../domain/roster/reading/column-letter.js";
import type { Cell } from "../../domain/roster/reading/grid.js";
import { FileRefusal } from "../bounds/file-refusal.js";
import type { Epoch } from "../cells/day-number.js";
import type { GridBuilder } from "../cells/grid-builder.js";
import { numberCell } from "../cells/number-cell.js";
import type { Attributes, XmlListener } from "../xml-part.js";
import { RichText, unescapeText } from "./shared-strings.js";
import { isTrue } from "./workbook.js";

interface Context {
  readonly strings: readonly string[];
  readonly dayStyles: readonly boolean[];
  readonly epoch: Epoch;
}

export class SheetListener implements XmlListener {
  private line = 0;
  private isRowHidden = false;
  private column = -1;
  private type = "n";
  private isDay = false;
  private hasFormula = false;
  private value: string | undefined;
  private isInValue = false;
  private readonly inline = new RichText();

  constructor(
    private readonly builder: GridBuilder,
    private readonly context: Context,
  ) {}

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case "c":
        this.openCell(attributes);
        break;
      case "v":
        this.value = "";
        this.isInValue = true;
        break;
      case "f":
        this.hasFormula = true;
        break;
      case "row":
        this.openRow(attributes);
        break;
      case "col":
        if (isTrue(attributes.hidden)) this.builder.hideColumns(Number(attributes.min) - 1, Number(attributes.max) - 1);
        break;
      case "mergeCell":
        this.merge(attributes.ref ?? "");
        break;
      default:
        this.inline.open(name);
    }
  }

  text(text: string): void {
    if (this.isInValue) this.value += text;
    else this.inline.write(text);
  }

  close(name: string): void {
    if (name === "v") this.isInValue = false;
    else if (name === "c") this.closeCell();
    else if (name === "row") this.builder.endRow(this.line, this.isRowHidden);
    else this.inline.close(name);
  }

  /** Rows and cells may leave out where they are: then they follow the one before. */
  private openRow({ r, hidden }: Attributes): void {
    const line = r === undefined ? this.line + 1 : Number(r);
    if (!(line > this.line)) throw new FileRefusal("broken", "rows out of order");
    this.line = line;
    this.isRowHidden = isTrue(hidden);
    this.column = -1;
  }

  private openCell({ r, t, s }: Attributes): void {
    this.column = r === undefined ? this.column + 1 : (cellAddress(r)?.column ?? this.column + 1);
    this.type = t ?? "n";
    this.isDay = s !== undefined && this.context.dayStyles[Number(s)] === true;
    this.hasFormula = false;
    this.value = undefined;
  }

  private closeCell(): void {
    const cell = this.type === "inlineStr" ? { text: this.inline.take() } : this.cellOf(this.value);
    if (cell !== undefined) this.builder.put(this.column, cell);
    else if (this.hasFormula) this.builder.foundNoValue(`${columnLetter(this.column)}${this.line}`);
  }

  private cellOf(value: string | undefined): Cell | undefined {
    if (value === undefined) return undefined;
    switch (this.type) {
      case "s": {
        const text = this.context.strings[Number(value)];
        if (text === undefined) throw new FileRefusal("broken", "a shared text that is not there");
        return { text };
      }
      case "str":
        return { text: unescapeText(value) };
      case "e":
        return { text: value, isError: true };
      case "b":
        return { text: isTrue(value) ? "TRUE" : "FALSE" };
      case "d":
        return { text: value.replace(/T.*$/, "") };
      default:
        return value.trim() === "" ? { text: "" } : numberCell(Number(value), this.isDay, this.context.epoch);
    }
  }

  private merge(ref: string): void {
    const [from = "", to = from] = ref.split(":");
    const [first, last] = [cellAddress(from), cellAddress(to)];
    if (first === undefined || last === undefined) return;
    this.builder.merge({
      firstLine: first.line,
      lastLine: last.line,
      firstColumn: first.column,
      lastColumn: last.column,
    });
  }
}
