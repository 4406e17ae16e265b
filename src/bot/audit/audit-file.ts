// The account as a file: the lines of the screen with their filter, as Excel or CSV.
import { action } from "../../domain/messages/action.js";
import { readAuditFilter } from "../../domain/own-data/audit-filter.js";
import { isAdmin, zoneOf } from "../../domain/people/person.js";
import { auditSheet } from "../../texts/files/sheets/audit-sheet.js";
import { exportAudit } from "../../use-cases/index.js";
import type { ExportKind } from "../exports/export-kind.js";
import { refusal } from "../kit/refuse.js";

export const auditFile: ExportKind = {
  async find(world, actor, about) {
    const [, format, rest = ""] = /^(xlsx|csv):(.*)$/.exec(about) ?? [];
    const filter = format === undefined ? undefined : readAuditFilter(rest);
    if (filter === undefined || !isAdmin(actor)) return null;
    return {
      name: ({ audit }) => audit.aboutFile,
      async write({ texts, purpose, updateId }) {
        const outcome = await exportAudit(world, actor, { filter, purpose, updateId });
        if (outcome.kind === "not_allowed") return refusal({ actor, texts, world });
        const { lines, isAll } = outcome;
        const sheet = auditSheet(texts, lines, zoneOf(actor.person));
        const bytes =
          format === "csv" ? await world.sheets.csv(sheet) : await world.sheets.xlsx([sheet], texts.audit.aboutSheet);
        return {
          ...texts.audit.file(lines.length, isAll),
          buttons: [[{ label: texts.audit.back, data: action("audit", filter) }]],
          attachment: {
            kind: "document" as const,
            name: `${texts.audit.fileName}.${format}`,
            base64: Buffer.from(bytes).toString("base64"),
          },
        };
      },
    };
  },
};
