// When somebody counts as silent: the one rule for the lists of trainers, their summaries and the page of a person.
import { type Day, daysBetween } from "../time/calendar.js";

/** A month has two fortnights: who said nothing during one of them is silent. */
export const SILENT_DAYS = 14;

/** `lastHeardOn`: the last day on which the library's people reported, asked for help or wrote to their trainers; null: never. */
export function isSilent(lastHeardOn: Day | null, today: Day): boolean {
  return lastHeardOn === null || daysBetween(lastHeardOn, today) >= SILENT_DAYS;
}
