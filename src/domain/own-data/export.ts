// Files with personal data that leave the system. Each is asked for with a purpose first, and leaves a line of the account with it.

export const EXPORTS = [
  "people.export", // the people of a place
  "reports.export", // their reports
  "sim.export", // … in SIM's shape
  "audit.export", // who did what
  "announcement.export", // who got an announcement and who did not
  "announcement.call_sheet", // whom it did not reach, with their numbers
  "care.export", // people with their phones and plans
  "visits.export", // … whom to visit or telephone, on paper
  "stories.export", // stories of change, as their authors allow
  "attendance.export", // the names of a class, to be signed
] as const;
export type ExportName = (typeof EXPORTS)[number];

/** What files are mostly wanted for; anything else is said in own words. */
export const PURPOSES = ["contact", "follow_up", "report_up", "check"] as const;
export type Purpose = (typeof PURPOSES)[number];
/** In characters: who reads the account later reads it in a line or two. */
export const LONGEST_PURPOSE = 200;

/** Of reports, or for SIM: a file of more than a year takes too long. */
export const MOST_MONTHS_OF_A_FILE = 12;

/** … and one of more rows than that is no longer written in a minute, nor opened on an office's machine. */
export const MOST_ROWS_OF_A_FILE = 50_000;
