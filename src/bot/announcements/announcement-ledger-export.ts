// Who got an announcement and who did not, by name, as a file: its rows are the whole audience, and its totals those of the screen.
import { LEDGER } from "../../domain/announcements/announcement.js";
import type { Sheet } from "../../domain/files/sheet.js";
import { action } from "../../domain/messages/action.js";
import { isAdmin, zoneOf } from "../../domain/people/person.js";
import { writePhone } from "../../domain/people/phone.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import type { Receiver } from "../../ports/announcements/receivers.js";
import { clockTime, dayAndTime, plainDay } from "../../texts/dates.js";
import type { Texts } from "../../texts/index.js";
import { announcementProgress, exportLedger } from "../../use-cases/index.js";
import type { ExportKind } from "../exports/export-kind.js";

/** `about`: 12 is the table alone, 12.xlsx the workbook. */
export const announcementLedgerExport: ExportKind = {
  async find(world, actor, about) {
    const [, number, format] = /^(\d{1,9})(\.xlsx)?$/.exec(about) ?? [];
    if (!isAdmin(actor) || number === undefined) return null;
    const announcementId = Number(number);
    const { kind } = await announcementProgress(world, actor, announcementId);
    if (kind === "out_of_reach") return null;
    return {
      name: ({ announcement }) => announcement.aboutFile,
      async write({ texts, purpose, updateId }) {
        const outcome = await exportLedger(world, actor, { announcementId, purpose, updateId });
        if (outcome.kind === "out_of_reach") return texts.announcement.outOfReach();
        const zone = zoneOf(actor.person);
        const { receivers } = texts.announcement;
        const counted = receivers.countedAt(dayAndTime(texts.language, zone, world.clock.now()));
        const sheet = receiversSheet(texts, announcementId, outcome.rows, zone);
        const bytes =
          format === undefined
            ? await world.sheets.csv(sheet)
            : await world.sheets.xlsx(
                [{ ...sheet, notes: [counted] }, totalsSheet(texts, outcome.rows)],
                texts.exports.aboutSheet,
              );
        return {
          ...texts.announcement.file(announcementId, outcome.rows.length),
          buttons: [[{ label: texts.announcement.back, data: action("announcement_details", announcementId) }]],
          attachment: {
            kind: "document" as const,
            name:
              format === undefined ? texts.announcement.fileName(announcementId) : receivers.fileName(announcementId),
            base64: Buffer.from(bytes).toString("base64"),
          },
        };
      },
    };
  },
};

function receiversSheet(texts: Texts, id: number, rows: readonly Receiver[], zone: Zone): Sheet {
  const { columns, ledger, receivers } = texts.announcement;
  const { language } = texts;
  const at = (instant: Date | null) =>
    instant === null ? "" : `${plainDay(language, dayIn(zone, instant))} ${clockTime(language, zone, instant)}`;
  const headings = [
    ...[columns.name, columns.phone, columns.library, columns.trainingClass, columns.entry, columns.cause, columns.at],
    ...[receivers.columns.read, receivers.columns.contacted, receivers.columns.regency, receivers.columns.province],
  ];
  const widths = [28, 16, 30, 24, 22, 28, 18, 18, 18, 22, 22];
  return {
    title: receivers.sheet(id),
    notes: [],
    columns: headings.map((heading, index) => ({ heading, width: widths[index] ?? 20, holds: "text" })),
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
function totalsSheet({ announcement }: Texts, rows: readonly Receiver[]): Sheet {
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
