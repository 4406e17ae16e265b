// Which lines of a table are people, and what the others are.

import { isExample } from "../../office-workbook/sheet-columns.js";
import { readHeading } from "../columns/read-heading.js";
import type { Row } from "../reading/grid.js";
import type { ColumnRole, LeftOutLine, RosterColumn } from "../reading/roster-reading.js";
import type { SheetView } from "../reading/sheet-view.js";
import { groupOf } from "./group-heading.js";
import { ID_NUMBER, NOTE, NUMBERING, PLACE_AND_DAY, SIGNATURE, TOTAL } from "./line-words.js";

export type LineKind = "person" | "blank" | LeftOutLine["because"];

/** Roles whose cells speak of a person or their place; a line without any of them is nobody's. */
const OF_PEOPLE: readonly ColumnRole[] = [
  ...(["name", "phone", "code", "village", "kecamatan", "kabupaten", "province", "address", "institution"] as const),
];

/** What is known of a line before it is judged. */
interface Facts {
  readonly texts: readonly { readonly column: number; readonly role: ColumnRole; readonly text: string }[];
  readonly name: string;
  readonly hasPhone: boolean;
  readonly hasNumber: boolean;
}

export class LineSorter {
  private isBelowSignature = false;
  private hasSeenPerson = false;

  /** The last line that holds a phone, or a name and something more: a name alone below it is a signature. */
  private readonly lastCertain: number;
  private readonly roleOf: ReadonlyMap<number, ColumnRole>;

  constructor(
    private readonly view: SheetView,
    private readonly columns: readonly RosterColumn[],
    rows: readonly Row[],
  ) {
    this.roleOf = new Map(columns.map(({ column, role }) => [column, role]));
    const last = rows.findLast((row) => {
      const { name, hasPhone, hasNumber, texts } = this.factsOf(row);
      return (
        hasPhone || (name !== "" && (hasNumber || texts.filter(({ role }) => OF_PEOPLE.includes(role)).length > 1))
      );
    });
    this.lastCertain = last?.line ?? 0;
  }

  kindOf(row: Row): LineKind {
    const facts = this.factsOf(row);
    if (facts.texts.length === 0) return "blank";
    const kind = this.judge(row, facts);
    if (kind === "signature") this.isBelowSignature = true;
    if (kind === "person" || kind === "repeated-heading") this.isBelowSignature = false;
    if (kind === "person") this.hasSeenPerson = true;
    return kind;
  }

  private factsOf(row: Row): Facts {
    const texts = this.view.ownColumns(row).map((column) => {
      return { column, role: this.roleOf.get(column) ?? ("other" as const), text: this.view.text(row, column) };
    });
    const of = (role: ColumnRole) => texts.find((one) => one.role === role)?.text ?? "";
    return {
      texts,
      name: of("name"),
      hasPhone: texts.some(({ role, text }) => role === "phone" && /\d.*\d{3}/s.test(text)),
      hasNumber: NUMBERING.test(of("number")),
    };
  }

  private judge(row: Row, facts: Facts): LineKind {
    const { texts, name } = facts;
    if (isExample(name)) return "note";
    if (this.isHeadingAgain(texts)) return "repeated-heading";
    if (isNumbering(texts)) return "numbering";
    if (!facts.hasPhone && isTotal(texts)) return "total";
    if (this.isSignature(row, facts)) return "signature";
    if (this.isGroup(facts)) return "group-heading";
    if (this.isContinuation(row, name)) return "continuation";
    if (isNote(facts)) return "note";
    const isAnybody = texts.some(({ role }) => OF_PEOPLE.includes(role));
    if (isAnybody) return "person";
    // A number without a person is a line prepared for one.
    return texts.every(({ role, text }) => role === "number" && NUMBERING.test(text)) ? "blank" : "note";
  }

  private isHeadingAgain(texts: Facts["texts"]): boolean {
    if (texts.length < 2 || texts.some(({ text }) => /\d{5}/.test(text))) return false;
    const again = texts.filter(({ column, role, text }) => {
      const { heading } = this.columns.find((one) => one.column === column) ?? { heading: "" };
      if (heading !== "" && heading.toLowerCase() === text.toLowerCase()) return true;
      const reading = readHeading(text);
      return reading.isPlain && reading.role === role && role !== "other";
    });
    return again.length >= 2 && again.length * 2 > texts.length;
  }

  private isSignature(row: Row, { texts, hasPhone, hasNumber, name }: Facts): boolean {
    if (!this.hasSeenPerson || hasPhone || (hasNumber && name !== "") || texts.length > 3) return false;
    if (this.isBelowSignature) return true;
    // "Kepala Dinas" beside somebody's name is their office.
    const words = name === "" ? texts.map(({ text }) => text) : [name];
    if (words.some((text) => SIGNATURE.test(text) || PLACE_AND_DAY.test(text))) return true;
    // A name alone, below the last line that certainly is a person's.
    return row.line > this.lastCertain && texts.length === 1;
  }

  /** "B. Kabupaten Bogor" alone in its line; under "Kabupaten" it would be a person's whose name is missing. */
  private isGroup({ texts, hasPhone }: Facts): boolean {
    const [only, ...others] = texts.filter(({ text }) => !NUMBERING.test(text));
    if (hasPhone || only === undefined || others.length > 0 || texts.length > 2) return false;
    return (only.role === "name" || !OF_PEOPLE.includes(only.role)) && groupOf(only.text) !== undefined;
  }

  /** The second line of a person: the name's cell reaches down to it, or it holds the NIP. */
  private isContinuation(row: Row, name: string): boolean {
    if (!this.hasSeenPerson) return false;
    if (ID_NUMBER.test(name)) return true;
    const column = this.columns.find(({ role }) => role === "name")?.column;
    return name === "" && column !== undefined && this.view.filled(row, column).isFromAbove;
  }
}

/** "1 2 3 4" or "(1) (2) (3)" below a heading numbers the columns. */
function isNumbering(texts: Facts["texts"]): boolean {
  const numbers = texts.map(({ text }) => Number(/^\(?(\d{1,2})\)?$/.exec(text)?.[1] ?? Number.NaN));
  return numbers.length >= 3 && numbers.every((number, index) => number === (numbers[0] ?? 0) + index);
}

function isTotal(texts: Facts["texts"]): boolean {
  const [first] = texts;
  return (
    (first !== undefined && TOTAL.test(first.text)) ||
    texts.some(({ role, text }) => role === "name" && TOTAL.test(text))
  );
}

function isNote({ texts, hasPhone }: Facts): boolean {
  const [only] = texts;
  if (hasPhone || only === undefined) return false;
  if (texts.length <= 2 && NOTE.test(only.text)) return true;
  // Words where numbers stand.
  return texts.length === 1 && only.role === "number" && /\p{L}{3}/u.test(only.text);
}
