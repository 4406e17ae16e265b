// Which lines of the account somebody wants to read.
import { type Day, isDay } from "../time/calendar.js";
import { AUDITED_KINDS, type AuditedKind } from "./audited.js";

export interface AuditFilter {
  kind: AuditedKind | null;
  /** Whose acts. */
  whoId: number | null;
  /** About whom: a person, or somebody on a roster who has not joined. */
  whom: { personId: number } | { rosterRowId: number } | null;
  day: Day | null;
}

export const NO_FILTER: AuditFilter = { kind: null, whoId: null, whom: null, day: null };

/** Towards which end of the account a page lies: the lines before this one, or those after it. The newest, where none is named. */
export interface AuditPlace {
  lineId: number | null;
  isNewer: boolean;
}

export const NEWEST: AuditPlace = { lineId: null, isNewer: false };

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
