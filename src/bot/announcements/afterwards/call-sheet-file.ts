// Whom an announcement did not reach, to print or to work through: by trainer and regency, with numbers and words to pass on.

import { action } from "../../../domain/messages/action.js";
import { zoneOf } from "../../../domain/people/person.js";
import { dayAndTime } from "../../../texts/dates.js";
import { callSheets, callTable } from "../../../texts/files/sheets/call-sheet.js";
import { exportCalls, hasCalls } from "../../../use-cases/index.js";
import type { ExportKind } from "../../exports/export-kind.js";

/** `about`: 12.pdf or 12.xlsx. */
export const callSheetFile: ExportKind = {
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
            ? await world.sheets.pdf(callSheets(texts, rows, [counted], `${calls.columns.ready}: ${words}`))
            : await world.sheets.xlsx([callTable(texts, rows, notes)], texts.exports.aboutSheet);
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
