// Downloading who got an announcement: personal data leaves the system, so what for is asked first and kept.

import { writeCsv } from "../../domain/files/csv.js";
import { action } from "../../domain/messages/action.js";
import { isAdmin, zoneOf } from "../../domain/people/person.js";
import { writePhone } from "../../domain/people/phone.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import type { LedgerRow } from "../../ports/announcements.js";
import { clockTime, plainDay } from "../../texts/dates.js";
import type { Texts } from "../../texts/index.js";
import { announcementProgress, exportLedger } from "../../use-cases/index.js";
import type { Form } from "../forms/form.js";
import { textStep } from "../forms/steps/text-step.js";

export const announcementExportForm: Form<{ announcementId: number }> = {
  name: "announcement-export",
  version: 1,
  async load(world, actor, subject) {
    const announcementId = Number(/^announcement:(\d+)$/.exec(subject)?.[1]);
    if (!isAdmin(actor)) return null;
    const { kind } = await announcementProgress(world, actor, announcementId);
    return kind === "out_of_reach" ? null : { announcementId };
  },
  about: ({ announcement }) => announcement.aboutFile,
  order: () => ["purpose"],
  steps: {
    purpose: textStep({
      label: ({ announcement }) => announcement.purpose.label,
      ask: ({ texts }) => texts.announcement.purpose.ask(),
      // Shorter says nothing to the one who reads the account of it later.
      min: 5,
      max: 200,
      example: ({ texts }) => texts.announcement.purpose.example,
    }),
  },
  async finish({ world, actor, texts, answers, facts }) {
    const { announcementId } = facts;
    const input = { announcementId, purpose: String(answers.purpose) };
    const outcome = await exportLedger(world, actor, input);
    return outcome.kind === "out_of_reach"
      ? texts.announcement.outOfReach()
      : {
          ...texts.announcement.file(announcementId, outcome.rows.length),
          buttons: [[{ label: texts.announcement.back, data: action("announcement_details", announcementId) }]],
          attachment: {
            kind: "document" as const,
            name: texts.announcement.fileName(announcementId),
            base64: Buffer.from(csvOf(texts, outcome.rows, zoneOf(actor.person))).toString("base64"),
          },
        };
  },
};

function csvOf(texts: Texts, rows: LedgerRow[], zone: Zone): string {
  const { columns, ledger } = texts.announcement;
  const { language } = texts;
  return writeCsv([
    Object.values(columns),
    ...rows.map(({ name, phone, library, className, entry, cause, settledAt }) => [
      name,
      phone === null ? "" : writePhone(phone),
      library ?? "",
      className,
      ledger[entry],
      cause ?? "",
      settledAt === null ? "" : `${plainDay(language, dayIn(zone, settledAt))} ${clockTime(language, zone, settledAt)}`,
    ]),
  ]);
}
