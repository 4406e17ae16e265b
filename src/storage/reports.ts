import type { ReportsPort } from "../ports/reports.js";
import type { Db } from "./database.js";

export function createReports(_db: Db): ReportsPort {
  return {};
}
