// Downloading who got an announcement: personal data leaves the system, so what for is asked first and kept.

import { action } from "../../domain/action.js";
import { dayIn } from "../../domain/calendar.js";
import { writeCsv } from "../../domain/csv.js";
import { isAdmin, zoneOf } from "../../domain/person.js";
import { writePhone } from "../../domain/phone.js";
import type { Zone } from "../../domain/zone.js";
import type { LedgerRow } from "../../ports/announcements.js";
import type { Json } from "../../ports/drafts.js";
import { clockTime, plainDay } from "../../texts/dates.js";
import type { Texts } from "../../texts/index.js";
import { announcementProgress, exportLedger } from "../../use-cases/index.js";
import type { Form } from "./form.js";
import { textStep } from "./steps/text-step.js";

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
      // Shorter says nothing to whoever reads the account of it later.
      min: 5,
      max: 200,
      example: ({ texts }) => texts.announcement.purpose.example,
    }),
  },
  async finish({ world, actor, texts, answers, facts }, draft, updateId) {
    const { announcementId } = facts;
    return world.store.transaction(async (store) => {
      const input = { announcementId, purpose: String(answers.purpose) };
      const outcome = await exportLedger({ ...world, store }, actor, input);
      const message =
        outcome.kind === "out_of_reach"
          ? texts.announcement.outOfReach()
          : {
              ...texts.announcement.file(announcementId, outcome.rows.length),
              buttons: [[{ label: texts.announcement.back, data: action("announcement", announcementId, "details") }]],
              attachment: {
                kind: "document" as const,
                name: texts.announcement.fileName(announcementId),
                base64: Buffer.from(csvOf(texts, outcome.rows, zoneOf(actor.person))).toString("base64"),
              },
            };
      await store.drafts.finish(draft.id, message as unknown as Json, updateId, world.clock.now());
      return { kind: "done", message };
    });
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
