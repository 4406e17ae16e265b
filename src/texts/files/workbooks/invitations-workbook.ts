// The invitations of many as one workbook: a line a person, each with a text that is ready for WhatsApp.
import type { CellOut, WorkbookOut } from "../../../domain/files/workbook.js";
import { writePhone } from "../../../domain/people/phone.js";
import type { Day } from "../../../domain/time/calendar.js";
import type { Texts } from "../../index.js";

export interface InvitationOnSheet {
  name: string;
  phone: string | null;
  classes: readonly string[];
  /** Null: they have joined. */
  waiting: { link: string; until: Day; text: string } | null;
}

const WIDTHS = { name: 28, phone: 18, classes: 36, standing: 22, link: 52, until: 14, text: 80 };

export function invitationsWorkbook({ staffDesk }: Texts, lines: readonly InvitationOnSheet[]): WorkbookOut {
  const { columns, sheet, standing } = staffDesk.invitations;
  return {
    sheets: [
      {
        name: sheet,
        columns: (Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]).map((key) => ({
          ...{ heading: columns[key], width: WIDTHS[key] },
          ...(key === "until" && { holds: "day" as const }),
        })),
        rows: lines.map(({ name, phone, classes, waiting }): CellOut[] => [
          name,
          phone === null ? null : writePhone(phone),
          classes.join(", "),
          waiting === null ? standing.joined : standing.waiting,
          waiting?.link ?? null,
          waiting === null ? null : { day: waiting.until },
          waiting?.text ?? null,
        ]),
      },
    ],
  };
}
