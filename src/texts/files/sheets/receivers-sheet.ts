// The receivers of an announcement as sheets: what became of each, and of how many.
import { LEDGER, type LedgerEntry } from "../../../domain/announcements/announcement.js";
import { type Sheet, textColumns } from "../../../domain/files/sheet.js";
import { writePhone } from "../../../domain/people/phone.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { Zone } from "../../../domain/time/zone.js";
import { clockTime, plainDay } from "../../dates.js";
import type { Texts } from "../../index.js";

interface Receiver {
  name: string;
  phone: string | null;
  library: string | null;
  className: string;
  entry: LedgerEntry;
  cause: string | null;
  settledAt: Date | null;
  readAt: Date | null;
  contactedAt: Date | null;
  regency: string | null;
  province: string | null;
}

export function receiversSheet(texts: Texts, id: number, rows: readonly Receiver[], zone: Zone): Sheet {
  const { columns, ledger, receivers } = texts.announcement;
  const { language } = texts;
  const at = (instant: Date | null) =>
    instant === null ? "" : `${plainDay(language, dayIn(zone, instant))} ${clockTime(language, zone, instant)}`;
  return {
    title: receivers.sheet(id),
    notes: [],
    columns: textColumns([
      [columns.name, 28],
      [columns.phone, 16],
      [columns.library, 30],
      [columns.trainingClass, 24],
      [columns.entry, 22],
      [columns.cause, 28],
      [columns.at, 18],
      [receivers.columns.read, 18],
      [receivers.columns.contacted, 18],
      [receivers.columns.regency, 22],
      [receivers.columns.province, 22],
    ]),
    rows: rows.map((row) => [
      ...[
        row.name,
        row.phone === null ? "" : writePhone(row.phone),
        row.library ?? "",
        row.className,
        ledger[row.entry],
      ],
      ...[row.entry === "failed" ? receivers.causeWords(row.cause) : "", at(row.settledAt), at(row.readAt)],
      ...[at(row.contactedAt), row.regency ?? "", row.province ?? ""],
    ]),
  };
}

/** What became of how many: it adds up to the rows. */
export function receiverTotals({ announcement }: Texts, rows: readonly Receiver[]): Sheet {
  const { columns, ledger, receivers } = announcement;
  const counts = LEDGER.map((entry) => [ledger[entry], rows.filter((row) => row.entry === entry).length] as const);
  return {
    title: receivers.summary,
    notes: [],
    columns: [
      { heading: columns.entry, width: 30, holds: "text" },
      { heading: receivers.total, width: 12, holds: "number" },
    ],
    rows: counts.filter(([, count]) => count > 0).map(([word, count]) => [word, count]),
    totals: [receivers.total, rows.length],
  };
}
