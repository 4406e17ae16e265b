import type { SummariesPort } from "../ports/summaries.js";
import type { Db } from "./database.js";

export function createSummaries(_db: Db): SummariesPort {
  return {};
}
