// What may stand at the place of an id in a button's data, and what it is read as. What does not fit never reaches a handler: old
// buttons end here, and forged ones.
import { type Day, isDay } from "../time/calendar.js";

export interface Shape<Id = unknown, Optional extends boolean = boolean> {
  /** Undefined where no button of ours says that. */
  read(text: string): Id | undefined;
  write(id: Id): string;
  /** May be left out, at the end or as nothing between two colons. */
  isOptional: Optional;
}

function shape<Id>(pattern: RegExp, read: (text: string) => Id, write: (id: Id) => string = String): Shape<Id, false> {
  return { read: (text) => (pattern.test(text) ? read(text) : undefined), write, isOptional: false };
}

const same = (text: string) => text;

/** The database counts to 2,147,483,647: nine digits are always within. */
export const id = shape(/^\d{1,9}$/, Number);
/** Telegram counts updates by 52 bits at most. */
export const updateId = shape(/^\d{1,15}$/, Number);
/** Of a message in a chat; Telegram counts to 2,147,483,647 as well. */
export const messageId = shape(/^\d{1,10}$/, Number);
export const token = shape(/^[\w-]{1,64}$/, same);
export const version = shape(/^[\w-]{1,20}$/, same);
/** What was shown, in a number: the button is about that and nothing else. */
export const mark = shape(/^\d{1,9}$/, same);
/** The ministry's code of a place: 21, 21.01, 21.01.03, 21.01.03.2001. */
export const place = shape(/^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/, same);
/** In milliseconds since 1970. */
export const instant = shape(
  /^\d{1,14}$/,
  (text) => new Date(Number(text)),
  (at) => String(at.getTime()),
);
const MINUTE = 60_000;
/** In minutes since 1970, where a message's number has to fit beside it. */
export const minute = shape(
  /^\d{1,9}$/,
  (text) => new Date(Number(text) * MINUTE),
  (at) => String(at.getTime() / MINUTE),
);

export const day: Shape<Day, false> = {
  read: (text) => (isDay(text) ? text : undefined),
  write: String,
  isOptional: false,
};

export function oneOf<const Word extends string>(...words: readonly Word[]): Shape<Word, false> {
  return { read: (text) => words.find((word) => word === text), write: String, isOptional: false };
}

export function perhaps<Id>({ read, write }: Shape<Id, false>): Shape<Id | null, true> {
  return {
    read: (text) => (text === "" ? null : read(text)),
    write: (given) => (given === null ? "" : write(given)),
    isOptional: true,
  };
}

/** A word that is there or not. */
export function flag(word: string): Shape<boolean, true> {
  return {
    read: (text) => (text === "" || text === word ? text === word : undefined),
    write: (isThere) => (isThere ? word : ""),
    isOptional: true,
  };
}

/** Of a list, from 0; the first one where it is left out. */
export const page: Shape<number, true> = {
  read: (text) => (/^\d{0,4}$/.test(text) ? Number(text) : undefined),
  write: String,
  isOptional: true,
};

/** Of a list: not of those in one's care, but of those one practises on. */
export const isPractice = flag("practice");

/** What a handler gets: every id, those that were left out as null, false or the first page. */
export type Read<Shapes extends readonly Shape[]> = {
  -readonly [At in keyof Shapes]: Shapes[At] extends { read(text: string): infer Id } ? Exclude<Id, undefined> : never;
};

/** What a button is made with: those at the end may be left out. */
export type Given<Shapes extends readonly Shape[]> = Shapes extends readonly [infer First, ...infer Rest]
  ? Rest extends readonly Shape[]
    ? First extends Shape<infer Id, infer Optional>
      ? Optional extends true
        ? [id?: Id, ...rest: Given<Rest>]
        : [id: Id, ...rest: Given<Rest>]
      : never
    : never
  : [];
