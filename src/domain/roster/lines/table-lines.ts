// The people of one table, line by line: what is merged or "as above" filled in, what belongs to nobody left out.
import type { Row } from "../reading/grid.js";
import type { ColumnRole, LeftOutLine, RosterColumn } from "../reading/roster-reading.js";
import { type SheetView, said } from "../reading/sheet-view.js";
import type { RosterLine } from "../roster-line.js";
import { isDitto } from "./ditto.js";
import { type Group, type GroupField, groupOf, withGroup } from "./group-heading.js";
import { LineSorter } from "./line-kind.js";
import { nameCell } from "./name-cell.js";
import { joinPhones, type PhoneCell, phoneCell } from "./rounded-phone.js";
import { serialDay } from "./serial-day.js";

export interface TableLines {
  readonly lines: readonly RosterLine[];
  readonly leftOut: readonly LeftOutLine[];
}

type TextRole = Exclude<ColumnRole, "number" | "phone" | "personal" | "other" | "name">;
const TEXT_ROLES: readonly TextRole[] = [
  ...(["code", "province", "kabupaten", "kecamatan", "village", "address", "kind", "institution"] as const),
  ...(["className", "startOn", "endOn"] as const),
];
const GROUP_FIELDS: readonly GroupField[] = ["className", "province", "kabupaten", "kecamatan", "village"];

/** @param rows those below the heading; @param said what stands above it for everybody */
export function tableLines(
  view: SheetView,
  columns: readonly RosterColumn[],
  rows: readonly Row[],
  above: Group,
): TableLines {
  const sorter = new LineSorter(view, columns, rows);
  const reader = new LineReader(view, columns);
  const lines: RosterLine[] = [];
  const leftOut: LeftOutLine[] = [];
  let groups = above;
  for (const row of rows) {
    const kind = sorter.kindOf(row);
    if (kind === "person") lines.push(reader.read(row, groups));
    else if (kind !== "blank") leftOut.push({ line: row.line, because: kind });
    if (kind === "group-heading") groups = groupsAfter(view, row, groups);
    if (kind === "continuation") joinTo(lines, reader.phones(row));
  }
  return { lines, leftOut };
}

function groupsAfter(view: SheetView, row: Row, groups: Group): Group {
  return view.ownColumns(row).reduce((known, column) => {
    const found = groupOf(view.text(row, column));
    return found === undefined ? known : withGroup(known, found);
  }, groups);
}

/** The second line of a person may hold another number. */
function joinTo(lines: RosterLine[], phones: readonly PhoneCell[]): void {
  const person = lines.at(-1);
  if (person === undefined) return;
  const { text, isRounded } = joinPhones([{ text: person.phone, isRounded: person.phoneIsRounded }, ...phones]);
  lines[lines.length - 1] = { ...person, phone: text, phoneIsRounded: isRounded };
}

class LineReader {
  /** What the last person's line said in each column, to be repeated by "sda". */
  private readonly last = new Map<number, string>();

  constructor(
    private readonly view: SheetView,
    private readonly columns: readonly RosterColumn[],
  ) {}

  read(row: Row, groups: Group): RosterLine {
    const texts = new Map(this.columns.map((column) => [column.column, this.textOf(row, column)]));
    for (const [column, text] of texts) this.last.set(column, text);
    const first = (role: ColumnRole) =>
      this.columns.filter((column) => column.role === role).map(({ column }) => texts.get(column) ?? "")[0] ?? "";
    const fields = Object.fromEntries(TEXT_ROLES.map((role) => [role, first(role)])) as Record<TextRole, string>;
    for (const field of GROUP_FIELDS) if (fields[field] === "") fields[field] = groups[field] ?? "";
    const phone = joinPhones(this.phones(row));
    return {
      sheet: this.view.grid.name,
      line: row.line,
      name: first("name"),
      phone: phone.text,
      phoneIsRounded: phone.isRounded,
      ...fields,
      cells: this.columns.filter(({ role }) => role !== "personal").map(({ column }) => texts.get(column) ?? ""),
    };
  }

  phones(row: Row): readonly PhoneCell[] {
    return this.columns
      .filter(({ role }) => role === "phone")
      .map(({ column }) => {
        const own = phoneCell(row.cells[column]);
        return isDitto(own.text) ? { text: this.last.get(column) ?? "", isRounded: false } : own;
      });
  }

  private textOf(row: Row, { column, role }: RosterColumn): string {
    // A merged name is one person, and their number is not the next one's.
    const isOwnOnly = role === "name" || role === "phone" || role === "number";
    const cell = isOwnOnly ? row.cells[column] : this.view.filled(row, column).cell;
    if (role === "startOn" || role === "endOn")
      return serialDay(cell, this.view.grid.epoch) ?? this.repeated(column, said(cell));
    if (role === "name") return nameCell(said(cell));
    if (role === "phone") return this.repeated(column, phoneCell(cell).text);
    // An address may be written below each other; a name that is too long for its cell is broken anywhere.
    return this.repeated(column, role === "address" ? said(cell) : said(cell).replaceAll("\n", " "));
  }

  private repeated(column: number, text: string): string {
    return isDitto(text) ? (this.last.get(column) ?? text) : text;
  }
}
