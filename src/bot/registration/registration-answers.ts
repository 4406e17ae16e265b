// What the answers of a registration say together, and what a row of the roster answers already.
import type { ParticipantKind } from "../../domain/people/participant-kind.js";
import { placeLevelOf } from "../../domain/people/participant-kind.js";
import { provinceCodeOf, villageKind } from "../../domain/places/place.js";
import type { RegistrationKnown } from "../../domain/registration/registration.js";
import { dayIn } from "../../domain/time/calendar.js";
import { zoneOfProvince } from "../../domain/time/zone.js";
import type { RosterRow } from "../../ports/people/participants.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { Answers, StepContext } from "../forms/form.js";

export interface RegistrationFacts {
  /** The class whose link was opened; null for somebody who came without one. */
  ofLink: TrainingClass | null;
}

export type Context = StepContext<RegistrationFacts>;

/** Roster rows with the shared phone, when there is more than one to choose from. */
export const SEVERAL = "invitedRows";
/** What the roster says about the place, until the person says otherwise. */
export const ROSTER_PLACE = ["placeCode", "rosterLibrary"];

export async function usualName({ world, answers, texts }: Context): Promise<string> {
  const code = String(answers.village ?? answers.placeCode);
  const village = await world.store.places.find(code);
  return texts.registration.libraryName.usual(villageKind(code), village?.name ?? "");
}

export function knownFrom(answers: Answers, { ofLink }: RegistrationFacts): RegistrationKnown {
  const hasRow = answers.rosterRowId !== undefined;
  return {
    kind: (answers.kind ?? null) as ParticipantKind | null,
    classKnown: ofLink !== null || answers.classId !== undefined,
    severalInvitations: answers[SEVERAL] !== undefined,
    fromRoster: hasRow
      ? { place: answers.placeCode !== undefined, libraryName: answers.rosterLibrary !== undefined }
      : null,
  };
}

/** What the roster has answered already. */
export function answersFromRoster(row: RosterRow): Answers {
  return {
    rosterRowId: row.id,
    classId: row.classId,
    name: row.name,
    kind: row.kind,
    ...(row.placeCode !== null && { placeCode: row.placeCode }),
    ...(row.libraryName !== null && { libraryName: row.libraryName, rosterLibrary: true }),
  };
}

export function openClasses({ world, answers, saidAt }: Context): Promise<TrainingClass[]> {
  const province = String(answers.province);
  return world.store.classes.joinable(province, dayIn(zoneOfProvince(province), saidAt));
}

/** Where the library lies: in the province of the class, unless another was chosen. */
export function provinceOf({ answers, facts }: Context): string {
  return facts.ofLink?.provinceCode ?? String(answers.province ?? provinceCodeOf(String(answers.placeCode)));
}

export async function dataOf(context: Context) {
  const { answers, facts, texts, world } = context;
  const kind = answers.kind as ParticipantKind;
  const level = placeLevelOf(kind);
  const chosen = level === "province" ? provinceOf(context) : answers[level];
  const placeCode = String(answers.placeCode ?? chosen);
  const place = await world.store.places.find(placeCode);
  return {
    name: String(answers.name),
    phone: (answers.phone ?? null) as string | null,
    kind,
    classId: Number(answers.classId ?? answers.trainingClass ?? facts.ofLink?.id),
    placeCode,
    libraryName: String(answers.libraryName ?? texts.registration.officeName(place?.name ?? "")),
    rosterRowId: (answers.rosterRowId ?? null) as number | null,
  };
}
