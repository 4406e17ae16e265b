// Workbooks of rules as offices send them back: read outside the bot's thread, and kept nowhere.
import type { RefusedBecause } from "../../domain/roster/reading/roster-reading.js";
import type { RuleSheets } from "../../domain/rules/sheets/read-rule-sheets.js";

export type RuleReading =
  | { kind: "read"; sheets: RuleSheets }
  | { kind: "refused"; because: RefusedBecause }
  /** Telegram does not give the file out any more, or cannot be reached now. */
  | { kind: "gone" }
  | { kind: "later" };

export interface RuleFiles {
  read(fileId: string): Promise<RuleReading>;
}
