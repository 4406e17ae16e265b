// Which library somebody on a roster means, joined or not.
import type { ParticipantKind } from "../../../domain/people/participant-kind.js";
import type { CareRow } from "../../../ports/people/caseloads.js";
import type { World } from "../../../ports.js";
import { textsFor } from "../../../texts/index.js";

export interface OfWhich {
  /** Null: nobody has joined it, and nothing was told of it. */
  libraryId: number | null;
  libraryName: string;
  placeCode: string;
}

/** Null where the roster names no place, or no reading room; a library that somebody joined is theirs. */
export async function libraryOf(store: World["store"], row: CareRow): Promise<OfWhich | null> {
  const { libraryId, libraryName, placeCode } = row;
  if (libraryId !== null) return { libraryId, libraryName, placeCode };
  const onRoster = row.rosterRowId === null ? null : await store.participants.findRosterRow(row.rosterRowId);
  const place = onRoster?.placeCode == null ? null : await store.places.find(onRoster.placeCode);
  if (onRoster === null || place === null) return null;
  const name = onRoster.libraryName ?? usualName(row.kind, place.name);
  if (name === null) return null;
  const trainingClass = await store.classes.find(row.classId);
  const wanted = { kind: row.kind, name, placeCode: place.code, practiceOf: trainingClass?.practiceOf ?? 0 };
  const known = await store.participants.findLibrary(wanted);
  return { libraryId: known?.id ?? null, libraryName: known?.name ?? name, placeCode: place.code };
}

/** As it is called where somebody registers and does not say; a reading room has a name of its own. */
function usualName(kind: ParticipantKind, place: string): string | null {
  const { registration } = textsFor("id");
  if (kind === "desa" || kind === "kelurahan") return registration.libraryName.usual(kind, place);
  return kind === "tbm" ? null : registration.officeName(place);
}
