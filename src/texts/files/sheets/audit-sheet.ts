// The account as a sheet: who did what, about whom, when and why.
import type { Sheet, SheetCell } from "../../../domain/files/sheet.js";
import type { AuditLine } from "../../../domain/own-data/audit-line.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { Zone } from "../../../domain/time/zone.js";
import { clockTime } from "../../dates.js";
import type { Texts } from "../../index.js";

const WIDTHS = {
  day: 12,
  time: 12,
  who: 28,
  kind: 14,
  what: 36,
  about: 32,
  place: 28,
  purpose: 36,
  details: 40,
} as const;
const COLUMNS = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];

export function auditSheet(texts: Texts, lines: readonly AuditLine[], zone: Zone): Sheet {
  const { audit } = texts;
  return {
    title: audit.sheet,
    notes: [audit.zoneNote(zone)],
    columns: COLUMNS.map((key) => ({
      ...{ heading: audit.columns[key], width: WIDTHS[key] },
      holds: key === "day" ? "day" : "text",
    })),
    rows: lines.map((line) => cellsOf(texts, line, zone)),
  };
}

function cellsOf(texts: Texts, line: AuditLine, zone: Zone): SheetCell[] {
  const { audit, language } = texts;
  return [
    { day: dayIn(zone, line.at) },
    clockTime(language, zone, line.at),
    audit.who(line),
    audit.kinds[audit.kindOf(line.action)],
    audit.actions[line.action],
    audit.aboutWhom(line),
    [line.regency, line.province].filter((one) => one !== null).join(", "),
    line.purpose,
    detailsOf(line),
  ];
}

/** Numbers and codes: whose names stood on a list is asked by the name. */
function detailsOf({ details }: AuditLine): string | null {
  const { shown, update: _, ...rest } = details ?? {};
  const said = Array.isArray(shown) ? { ...rest, shown: shown.length } : rest;
  return Object.keys(said).length === 0 ? null : JSON.stringify(said);
}
