// What the buttons of lists open: somebody's page, with the way back to where they stand.
import type { ListPlace } from "../../domain/caseload/people-filter.js";
import { action } from "../../domain/messages/action.js";

/** Their page, joined or not. `place`: which page of which list they stand on, to come back to; null: all people. */
export function openPersonOf(
  { participantId, rosterRowId }: { participantId: number | null; rosterRowId: number | null },
  place: ListPlace | null,
): string {
  return participantId !== null ? action("person", participantId, place) : action("invited", rosterRowId ?? 0, place);
}

/** Their page; their plan's, where it is not known who was meant. */
export function openNeed(
  need: { participantId: number | null; rosterRowId: number | null; planId: number | null },
  place: ListPlace | null,
): string {
  if (need.participantId !== null || need.rosterRowId !== null) return openPersonOf(need, place);
  return action("cases", need.planId ?? 0, place?.list === "overdue" ? place.page : undefined);
}
