// Which lines of the account somebody wants to read.
import { type Day, isDay } from "../time/calendar.js";
import { AUDITED_KINDS, type AuditedKind } from "./audited.js";
import { KEPT_YEARS } from "./keeping.js";

export interface AuditFilter {
  kind: AuditedKind | null;
  /** Whose acts. */
  whoId: number | null;
  /** About whom: a person, or somebody on a roster who has not joined. */
  whom: { personId: number } | { rosterRowId: number } | null;
  day: Day | null;
}

export const NO_FILTER: AuditFilter = { kind: null, whoId: null, whom: null, day: null };

/** Nobody asks what happened further back by its day: older lines are gone (keeping.ts). */
export const AUDIT_DAYS_BACK = 366 * KEPT_YEARS;

/** A page of the account: the lines before this one, or those after it; the first page, where none is named. */
export interface AuditPlace {
  /**
   * The newest line when the account was opened; null: it is opened now. Turning pages stays at that moment: each page that is looked at is a
   * line of the account itself, and would push the others down.
   */
  untilId: number | null;
  lineId: number | null;
  isNewer: boolean;
}

export const NEWEST: AuditPlace = { untilId: null, lineId: null, isNewer: false };

/** As buttons carry it: pq.3f are the lines before 3f, pq-3f those after it, in an account that was opened at pq. Short, for the filter's sake. */
export function writeAuditPlace({ untilId, lineId, isNewer }: AuditPlace): string {
  return untilId === null || lineId === null ? "" : `${inShort(untilId)}${isNewer ? "-" : "."}${inShort(lineId)}`;
}

export function readAuditPlace(text: string): AuditPlace | undefined {
  if (text === "") return NEWEST;
  const [, until, towards, line] = /^([0-9a-z]{1,6})([.-])([0-9a-z]{1,6})$/.exec(text) ?? [];
  if (until === undefined || line === undefined) return undefined;
  const [untilId, lineId] = [Number.parseInt(until, DIGITS), Number.parseInt(line, DIGITS)];
  return Math.max(untilId, lineId) > LARGEST_ID ? undefined : { untilId, lineId, isNewer: towards === "-" };
}

const DIGITS = 36;
/** Of the column of ids. */
const LARGEST_ID = 2 ** 31 - 1;

function inShort(id: number): string {
  return id.toString(DIGITS);
}

/** As buttons, forms and files carry it: seen.w12.p5.2024-06-11. */
export function writeAuditFilter({ kind, whoId, whom, day }: AuditFilter): string {
  return [
    kind ?? "all",
    ...(whoId === null ? [] : [`w${whoId}`]),
    ...(whom === null ? [] : ["personId" in whom ? `p${whom.personId}` : `r${whom.rosterRowId}`]),
    ...(day === null ? [] : [day]),
  ].join(".");
}

const WRITTEN = /^([a-z]+)(?:\.w(\d{1,9}))?(?:\.([pr])(\d{1,9}))?(?:\.(\d{4}-\d{2}-\d{2}))?$/;

/** Undefined for what is no filter: anybody can write a button's data. */
export function readAuditFilter(text: string): AuditFilter | undefined {
  const [, word, who, letter, about, day] = WRITTEN.exec(text) ?? [];
  const kind = word === "all" ? null : AUDITED_KINDS.find((one) => one === word);
  if (word === undefined || kind === undefined || (day !== undefined && !isDay(day))) return undefined;
  const whom =
    about === undefined ? null : letter === "p" ? { personId: Number(about) } : { rosterRowId: Number(about) };
  return { kind, whoId: who === undefined ? null : Number(who), whom, day: day ?? null };
}
