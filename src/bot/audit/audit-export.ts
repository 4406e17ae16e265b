// The account as a file: the lines of the screen with their filter, as Excel or CSV.
import type { Sheet, SheetCell } from "../../domain/files/sheet.js";
import { action } from "../../domain/messages/action.js";
import { readAuditFilter } from "../../domain/own-data/audit-filter.js";
import type { AuditLine } from "../../domain/own-data/audit-line.js";
import { isAdmin, zoneOf } from "../../domain/people/person.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import { clockTime } from "../../texts/dates.js";
import type { Texts } from "../../texts/index.js";
import { exportAudit } from "../../use-cases/index.js";
import type { ExportKind } from "../exports/export-kind.js";

export const auditExport: ExportKind = {
  async find(world, actor, about) {
    const [, format, rest = ""] = /^(xlsx|csv):(.*)$/.exec(about) ?? [];
    const filter = format === undefined ? undefined : readAuditFilter(rest);
    if (filter === undefined || !isAdmin(actor)) return null;
    return {
      name: ({ audit }) => audit.aboutFile,
      async write({ texts, purpose, updateId }) {
        const outcome = await exportAudit(world, actor, { filter, purpose, updateId });
        if (outcome.kind === "not_allowed") return texts.common.notAllowed();
        const { lines, isAll } = outcome;
        const sheet = sheetOf(texts, lines, zoneOf(actor.person));
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

const WIDTHS = {
  day: 12,
  time: 12,
  who: 28,
  kind: 14,
  what: 36,
  about: 32,
  place: 28,
  purpose: 36,
  details: 40,
} as const;
const COLUMNS = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];

function sheetOf(texts: Texts, lines: readonly AuditLine[], zone: Zone): Sheet {
  const { audit } = texts;
  return {
    title: audit.sheet,
    notes: [audit.zoneNote(zone)],
    columns: COLUMNS.map((key) => ({
      ...{ heading: audit.columns[key], width: WIDTHS[key] },
      holds: key === "day" ? "day" : "text",
    })),
    rows: lines.map((line) => cellsOf(texts, line, zone)),
  };
}

function cellsOf(texts: Texts, line: AuditLine, zone: Zone): SheetCell[] {
  const { audit, language } = texts;
  return [
    { day: dayIn(zone, line.at) },
    clockTime(language, zone, line.at),
    audit.who(line),
    audit.kinds[audit.kindOf(line.action)],
    audit.actions[line.action],
    audit.aboutWhom(line),
    [line.regency, line.province].filter((one) => one !== null).join(", "),
    line.purpose,
    detailsOf(line),
  ];
}

/** Numbers and codes: whose names stood on a list is asked by the name. */
function detailsOf({ details }: AuditLine): string | null {
  const { shown, update: _, ...rest } = details ?? {};
  const said = Array.isArray(shown) ? { ...rest, shown: shown.length } : rest;
  return Object.keys(said).length === 0 ? null : JSON.stringify(said);
}
