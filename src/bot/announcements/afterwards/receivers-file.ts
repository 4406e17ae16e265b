// Who got an announcement and who did not, by name, as a file: its rows are the whole audience, and its totals those of the screen.
import { action } from "../../../domain/messages/action.js";
import { isAdmin, zoneOf } from "../../../domain/people/person.js";
import { dayAndTime } from "../../../texts/dates.js";
import { receiversSheet, receiverTotals } from "../../../texts/files/sheets/receivers-sheet.js";
import { announcementProgress, exportLedger } from "../../../use-cases/index.js";
import type { ExportKind } from "../../exports/export-kind.js";

/** `about`: 12 is the table alone, 12.xlsx the workbook. */
export const receiversFile: ExportKind = {
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
                [{ ...sheet, notes: [counted] }, receiverTotals(texts, outcome.rows)],
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
