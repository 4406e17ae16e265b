// Whom an announcement did not reach, to print or to work through: by trainer and regency, with numbers and words to pass on.

import type { Sheet } from "../../../domain/files/sheet.js";
import { groupedBy } from "../../../domain/grouped-by.js";
import { action } from "../../../domain/messages/action.js";
import { zoneOf } from "../../../domain/people/person.js";
import { writePhone } from "../../../domain/people/phone.js";
import { dayAndTime } from "../../../texts/dates.js";
import type { Texts } from "../../../texts/index.js";
import { type ExportCallsOutcome, exportCalls, hasCalls } from "../../../use-cases/index.js";
import type { ExportKind } from "../../exports/export-kind.js";

type Row = Extract<ExportCallsOutcome, { kind: "exported" }>["rows"][number];

/** `about`: 12.pdf or 12.xlsx. */
export const callSheetExport: ExportKind = {
  async find(world, actor, about) {
    const [, number, format] = /^(\d{1,9})\.(pdf|xlsx)$/.exec(about) ?? [];
    if (number === undefined || format === undefined) return null;
    const announcementId = Number(number);
    if (!(await hasCalls(world, actor, announcementId))) return null;
    return {
      name: ({ announcement }) => announcement.calls.about,
      async write({ texts, purpose, updateId }) {
        const { calls, receivers } = texts.announcement;
        const outcome = await exportCalls(world, actor, { announcementId, purpose, updateId });
        if (outcome.kind === "out_of_reach") return calls.outOfReach();
        const { rows, words, announcement } = outcome;
        const counted = receivers.countedAt(dayAndTime(texts.language, zoneOf(actor.person), world.clock.now()));
        const notes = [calls.note(announcement.content.text), counted];
        const bytes =
          format === "pdf"
            ? await world.sheets.pdf(sheetsByTrainer(texts, rows, [counted], `${calls.columns.ready}: ${words}`))
            : await world.sheets.xlsx([wholeSheet(texts, rows, notes)], texts.exports.aboutSheet);
        return {
          ...calls.file(rows.length),
          buttons: [[{ label: calls.back, data: action("call_list", announcementId, 0) }]],
          attachment: {
            kind: "document" as const,
            name: calls.fileName(announcementId, format),
            base64: Buffer.from(bytes).toString("base64"),
          },
        };
      },
    };
  },
};

/** On paper each trainer has pages of their own, to be handed out, and each kabupaten its own part of them. */
function sheetsByTrainer(texts: Texts, rows: readonly Row[], notes: string[], words: string): Sheet[] {
  const { calls, ledger } = texts.announcement;
  const { name, phone, cause, trainingClass, done } = calls.columns;
  const widths = [28, 20, 22, 24, 16];
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
      columns: [name, phone, cause, trainingClass, done].map((heading, index) => ({
        ...{ heading, width: widths[index] ?? 20, holds: "text" },
      })),
      ...{ words, sections },
      rows: [...parts.values()]
        .flat()
        .map((row) => [
          ...[row.name, row.phone === null ? "" : writePhone(row.phone), ledger[row.entry]],
          ...[row.className, row.contactedAt === null ? "" : texts.announcement.receivers.yes],
        ]),
    };
  });
}

function wholeSheet(texts: Texts, rows: readonly Row[], notes: string[]): Sheet {
  const { calls, ledger } = texts.announcement;
  const widths = [24, 22, 28, 16, 20, 24, 16, 60];
  const { trainer, regency, name, phone, cause, trainingClass, done, ready } = calls.columns;
  const headings = [trainer, regency, name, phone, cause, trainingClass, done, ready];
  return {
    title: calls.whole,
    notes,
    columns: headings.map((heading, index) => ({ heading, width: widths[index] ?? 20, holds: "text" })),
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
