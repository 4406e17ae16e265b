// Whom an announcement did not reach, as sheets: by trainer and regency on paper, all of them in a workbook.
import type { LedgerEntry } from "../../../domain/announcements/announcement.js";
import { type Sheet, textColumns } from "../../../domain/files/sheet.js";
import { groupedBy } from "../../../domain/grouped-by.js";
import { writePhone } from "../../../domain/people/phone.js";
import type { Texts } from "../../index.js";

interface Row {
  name: string;
  phone: string | null;
  className: string;
  regency: string | null;
  entry: LedgerEntry;
  contactedAt: Date | null;
  /** Who teaches their class, by name. */
  trainers: readonly string[];
  /** Words to pass on. */
  ready: string;
}

/** On paper each trainer has pages of their own, to be handed out, and each kabupaten its own part of them. */
export function callSheets(texts: Texts, rows: readonly Row[], notes: string[], words: string): Sheet[] {
  const { calls, ledger } = texts.announcement;
  const { name, phone, cause, trainingClass, done } = calls.columns;
  const columns = textColumns([
    [name, 28],
    [phone, 20],
    [cause, 22],
    [trainingClass, 24],
    [done, 16],
  ]);
  const byTrainer = groupedBy(rows, (row) => trainerOf(texts, row));
  return [...byTrainer].map(([trainer, theirs]): Sheet => {
    const parts = groupedBy(theirs, (row) => row.regency ?? calls.noRegency);
    let at = 0;
    const sections = [...parts].map(([regency, ofPart]) => {
      const section = { at, heading: `${regency} (${ofPart.length})` };
      at += ofPart.length;
      return section;
    });
    return {
      title: calls.title(trainer),
      notes,
      ...{ columns, words, sections },
      rows: [...parts.values()]
        .flat()
        .map((row) => [
          ...[row.name, row.phone === null ? "" : writePhone(row.phone), ledger[row.entry]],
          ...[row.className, row.contactedAt === null ? "" : texts.announcement.receivers.yes],
        ]),
    };
  });
}

export function callTable(texts: Texts, rows: readonly Row[], notes: string[]): Sheet {
  const { calls, ledger } = texts.announcement;
  const { trainer, regency, name, phone, cause, trainingClass, done, ready } = calls.columns;
  return {
    title: calls.whole,
    notes,
    columns: textColumns([
      [trainer, 24],
      [regency, 22],
      [name, 28],
      [phone, 16],
      [cause, 20],
      [trainingClass, 24],
      [done, 16],
      [ready, 60],
    ]),
    rows: rows.map((row) => [
      ...[trainerOf(texts, row), row.regency ?? "", row.name, row.phone === null ? "" : writePhone(row.phone)],
      ...[
        ledger[row.entry],
        row.className,
        row.contactedAt === null ? "" : texts.announcement.receivers.yes,
        row.ready,
      ],
    ]),
  };
}

function trainerOf({ announcement: { calls } }: Texts, { trainers }: Row): string {
  return trainers.length === 0 ? calls.noTrainer : trainers.join(", ");
}
