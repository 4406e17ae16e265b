// How a table of the database is described: which of its rows belong to a person, and what becomes of each column.
import type { OwnDataRow } from "../../domain/own-data/own-data.js";
import { Prisma } from "../generated/client.js";
import type { PersonKeys } from "./person-keys.js";

/** Part of a statement about one person, as of an instant. The table's row is called t. */
export type ForPerson = (keys: PersonKeys, now: Date) => Prisma.Sql;

export interface Column {
  /** The field under which /dataku shows it. */
  show?: keyof OwnDataRow;
  /** What is shown, where it is not the column as it stands. */
  read?: ForPerson;
  /** What /hapus writes there. Not said where the whole row is deleted. */
  erase?: ForPerson;
  /** Why it is not shown, or not erased. */
  because?: string;
}

export interface PersonalTable {
  name: string;
  /** Rows that are theirs: shown and erased. Null: the table holds nothing about anybody. */
  theirs: ForPerson | null;
  /** Rows that they share with others who go on with them: shown, and left as they are. */
  shared?: ForPerson;
  /** Of all these only such rows are shown. */
  shownOnly?: ForPerson;
  /** Rows of others that hold their words, or speak of them by a key: never shown, and erased in these columns, or deleted. */
  about?: { rows: ForPerson; erase: Record<string, ForPerson> | "rows" };
  /** Whether their rows are deleted or emptied; later: what is still in hand (storage/own-data/erasures.ts). */
  erase: "rows" | "columns" | "later";
  order?: Prisma.Sql;
  columns: Record<string, Column>;
}

/** `Name`: the names of the columns in Prisma's words. Leaving one out does not compile. */
export function personalTable<Name extends string>(
  name: string,
  table: Omit<PersonalTable, "name" | "columns"> & { columns: Record<Name, Column> },
): PersonalTable {
  return { name, ...table };
}

/** A table about the programme or the machine. */
export function impersonalTable<Name extends string>(name: string, columns: Record<Name, Column>): PersonalTable {
  return { name, theirs: null, erase: "columns", columns };
}

export function not<Name extends string>(because: string, ...names: Name[]): Record<Name, Column> {
  return Object.fromEntries(names.map((name) => [name, { because }])) as Record<Name, Column>;
}

const POINTER = "a number of ours: it tells nothing but which row is meant";
const FACT = "counts, states and dates stay when nobody knows any more whose they are";

/** Numbers that point to other rows. */
export const pointers = <Name extends string>(...names: Name[]) => not(POINTER, ...names);

/** What stays of somebody who was erased, and is not shown because it says nothing to them. */
export const facts = <Name extends string>(...names: Name[]) => not(FACT, ...names);

/** What stays of somebody who was erased, and is shown under its own name. */
export function shownFacts<Name extends string & keyof OwnDataRow>(...names: Name[]): Record<Name, Column> {
  const columns: [string, Column][] = names.map((show) => [show, { show, because: FACT }]);
  return Object.fromEntries(columns) as Record<Name, Column>;
}

/** What stays, shown under another name or in other words. */
export function shownFact(show: keyof OwnDataRow, read?: ForPerson): Column {
  return { show, because: FACT, ...(read !== undefined && { read }) };
}

/** Goes together with its row. */
export function gone(show?: keyof OwnDataRow, read?: ForPerson): Column {
  return { ...(show !== undefined && { show }), ...(read !== undefined && { read }) };
}

export const toNull: ForPerson = () => Prisma.sql`NULL`;
export const toEmpty: ForPerson = () => Prisma.sql`''`;
export const toEmptyList: ForPerson = () => Prisma.sql`'[]'`;
/** In place of a name that a list must show. */
export const toNobody: ForPerson = () => Prisma.sql`'–'`;

/** `fromAt` in Prisma's words is from_at in the database's. */
export function inDatabase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A name as it is searched for: written by the database from the name beside it. */
export const searchName = {
  because: "it is made of the name, says no more, and goes with it",
} as const satisfies Column;
