// What may stand at the place of an id in a button's data, and what it is read as. What does not fit never reaches a handler: old
// buttons end here, and forged ones.
import { type ListPlace, readListPlace, writeListPlace } from "../caseload/people-filter.js";
import { readScope, type Scope, scopeSubject } from "../caseload/scope.js";
import { type Area, readArea, writeArea } from "../overview/area.js";
import {
  type AuditFilter,
  type AuditPlace,
  readAuditFilter,
  readAuditPlace,
  writeAuditFilter,
  writeAuditPlace,
} from "../own-data/audit-filter.js";
import { type Day, isDay } from "../time/calendar.js";

/** Of what a number is the number. */
export type Thing =
  | ("draft" | "thread" | "outbox" | "announcement" | "person" | "participant" | "roster_row" | "role" | "import")
  | "account_move"
  | ("cohort" | "wave" | "class" | "session" | "plan" | "report_version" | "act" | "absence" | "correction")
  | ("quick_answer" | "receiver" | "pause" | "material" | "story" | "library" | "merge");
export type Kind =
  | Thing
  | ("report" | "token" | "version" | "mark" | "line" | "place" | "update" | "message" | "count")
  | ("area" | "day" | "instant" | "minute" | "page" | "word" | "scope");

export interface Shape<Id = unknown, Optional extends boolean = boolean> {
  kind: Kind;
  /** All there are, of a word. */
  words: readonly string[];
  /** Undefined where no button of ours says that. */
  read(text: string): Id | undefined;
  write(id: Id): string;
  /** May be left out, at the end or as nothing between two colons. */
  isOptional: Optional;
}

function shape<Id>(
  kind: Kind,
  pattern: RegExp,
  read: (text: string) => Id,
  write: (id: Id) => string = String,
): Shape<Id, false> {
  return { kind, words: [], read: (text) => (pattern.test(text) ? read(text) : undefined), write, isOptional: false };
}

const same = (text: string) => text;

/** The database counts to 2,147,483,647: nine digits are always within. */
const NUMBER = /^\d{1,9}$/;
export const numberOf = (thing: Thing) => shape(thing, NUMBER, Number);
export const count = shape("count", NUMBER, Number);
/** Telegram counts updates by 52 bits at most. */
export const updateId = shape("update", /^\d{1,15}$/, Number);
/** Of a message in a chat; Telegram counts to 2,147,483,647 as well. */
export const messageId = shape("message", /^\d{1,10}$/, Number);
/** What is written on a link, and anyone who has it may use it. */
export const token = shape("token", /^[\w-]{1,64}$/, same);
/** As people are told it: LP-241-0001. */
export const reportNumber = shape("report", /^[\w-]{1,64}$/, same);
export const version = shape("version", /^[\w-]{1,20}$/, same);
/** Of what was shown: the button is about that and nothing else. */
export const mark = shape("mark", /^[\w-]{1,20}$/, same);
/** The ministry's code of a place: 21, 21.01, 21.01.03, 21.01.03.2001. */
export const place = shape("place", /^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/, same);
/** In milliseconds since 1970. */
export const instant = shape(
  "instant",
  /^\d{1,14}$/,
  (text) => new Date(Number(text)),
  (at) => String(at.getTime()),
);
const MINUTE = 60_000;
/** In minutes since 1970, where a message's number has to fit beside it. */
export const minute = shape(
  "minute",
  NUMBER,
  (text) => new Date(Number(text) * MINUTE),
  (at) => String(at.getTime() / MINUTE),
);

export const day: Shape<Day, false> = {
  ...{ kind: "day", words: [], write: String, isOptional: false },
  read: (text) => (isDay(text) ? text : undefined),
};

export function oneOf<const Word extends string>(...words: readonly Word[]): Shape<Word, false> {
  return { kind: "word", words, read: (text) => words.find((word) => word === text), write: String, isOptional: false };
}

export function perhaps<Id>({ kind, words, read, write }: Shape<Id, false>): Shape<Id | null, true> {
  return {
    ...{ kind, words },
    read: (text) => (text === "" ? null : read(text)),
    write: (given) => (given === null ? "" : write(given)),
    isOptional: true,
  };
}

/** Some of the people in one's care: plan-17, class-5, regency-21.01, late. */
export const scope: Shape<Scope, false> = {
  ...{ kind: "scope", words: [] },
  read: (text) => readScope(text.replace("-", ":")) ?? undefined,
  write: (given) => scopeSubject(given).replace(":", "-"),
  isOptional: false,
};

/** Which lines of the account of who did what. */
export const auditFilter: Shape<AuditFilter, false> = {
  ...{ kind: "word", words: ["all", "seen"] },
  read: readAuditFilter,
  write: writeAuditFilter,
  isOptional: false,
};

/** Where in it; none: where it is opened. */
export const auditPlace: Shape<AuditPlace, true> = {
  ...{ kind: "line", words: [] },
  read: readAuditPlace,
  write: writeAuditPlace,
  isOptional: true,
};

/** From which page of which list somebody is opened. */
export const listPlace: Shape<ListPlace | null, true> = {
  ...{ kind: "word", words: ["late~1", "all~1~21.01", "overdue", "needs"] },
  read: (text) => (text === "" ? null : (readListPlace(text) ?? undefined)),
  write: (given) => (given === null ? "" : writeListPlace(given)),
  isOptional: true,
};

/** What an overview is about: all, 21, 21.01, 21.01c12. */
export const area: Shape<Area, false> = {
  ...{ kind: "area", words: [], write: writeArea, isOptional: false },
  read: (text) => readArea(text) ?? undefined,
};

/** A word that is there or not. */
export function flag(word: string): Shape<boolean, true> {
  return {
    ...{ kind: "word", words: [word] },
    read: (text) => (text === "" || text === word ? text === word : undefined),
    write: (isThere) => (isThere ? word : ""),
    isOptional: true,
  };
}

/** Of a list, from 0; the first one where it is left out. */
export const page: Shape<number, true> = {
  ...{ kind: "page", words: [] },
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
