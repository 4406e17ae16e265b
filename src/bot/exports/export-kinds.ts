// Every file with personal data that can be asked for: one line each, by the first word of the export form's subject.
import { callSheetExport } from "../announcements/afterwards/call-sheet-export.js";
import { announcementLedgerExport } from "../announcements/announcement-ledger-export.js";
import { auditExport } from "../audit/audit-export.js";
import { attendanceExport } from "../caseload/files/attendance-export.js";
import { careExport, visitsExport } from "../caseload/files/care-export.js";
import { storiesExport } from "../stories/stories-export.js";
import type { ExportKind } from "./export-kind.js";
import { peopleExport, reportsExport, simExport } from "./place-exports.js";

export const EXPORT_KINDS = {
  audit: auditExport,
  people: peopleExport,
  reports: reportsExport,
  sim: simExport,
  announcement: announcementLedgerExport,
  call_sheet: callSheetExport,
  care: careExport,
  visits: visitsExport,
  attendance: attendanceExport,
  stories: storiesExport,
} satisfies Record<string, ExportKind>;

export type ExportKindName = keyof typeof EXPORT_KINDS;
