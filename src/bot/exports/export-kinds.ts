// Every file with personal data that can be asked for: one line each, by the first word of the export form's subject.
import { callSheetFile } from "../announcements/afterwards/call-sheet-file.js";
import { receiversFile } from "../announcements/afterwards/receivers-file.js";
import { auditFile } from "../audit/audit-file.js";
import { attendanceFile } from "../caseload/files/attendance-file.js";
import { careFile, visitsFile } from "../caseload/files/care-files.js";
import { storiesFile } from "../stories/stories-file.js";
import type { ExportKind } from "./export-kind.js";
import { peopleFile, reportsFile, simFile } from "./place-files.js";

export const EXPORT_KINDS = {
  audit: auditFile,
  people: peopleFile,
  reports: reportsFile,
  sim: simFile,
  announcement: receiversFile,
  call_sheet: callSheetFile,
  care: careFile,
  visits: visitsFile,
  attendance: attendanceFile,
  stories: storiesFile,
} satisfies Record<string, ExportKind>;

export type ExportKindName = keyof typeof EXPORT_KINDS;
