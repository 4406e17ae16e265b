// Which questions registration asks, in which order: nine at most of a person who is new to us, and none that the roster has answered.
import { type ParticipantKind, placeLevelOf } from "../people/participant-kind.js";

const REGISTRATION_STEPS = [
  "phone",
  "knownAs",
  "rosterRow",
  "name",
  "kind",
  "province",
  "trainingClass",
  "regency",
  "district",
  "village",
  "libraryName",
] as const;
export type RegistrationStep = (typeof REGISTRATION_STEPS)[number];

/** In characters, where it is typed: as on its sign, and in a line of a list. */
export const LONGEST_LIBRARY_NAME = 100;

/** What decides the order: the kind, once it is known, and what is known without asking. */
export interface RegistrationKnown {
  kind: ParticipantKind | null;
  /** The link or the roster row told the class. */
  classKnown: boolean;
  /** The phone is of somebody who has another account: is it they? */
  isKnown: boolean;
  /** The phone is on several invitations, so one has to be chosen. */
  severalInvitations: boolean;
  /** The library is handed over to them: who they are is all that is left to say. */
  isHandedOver: boolean;
  /** A roster row was found: what it says is not asked. */
  fromRoster: { place: boolean; libraryName: boolean } | null;
}

export function registrationOrder(known: RegistrationKnown): RegistrationStep[] {
  const skipped = new Set<RegistrationStep>();
  if (!known.isKnown) skipped.add("knownAs");
  if (!known.severalInvitations) skipped.add("rosterRow");
  if (known.isHandedOver)
    return REGISTRATION_STEPS.filter(
      (step) => step === "phone" || step === "name" || (step === "knownAs" && known.isKnown),
    );
  if (known.classKnown) skipped.add("province").add("trainingClass");
  const level = known.kind === null ? "village" : placeLevelOf(known.kind);
  if (level !== "village") skipped.add("district").add("village").add("libraryName");
  if (level === "province") skipped.add("regency");
  if (known.fromRoster !== null) {
    skipped.add("name").add("kind");
    if (known.fromRoster.place) skipped.add("regency").add("district").add("village");
    if (known.fromRoster.libraryName) skipped.add("libraryName");
  }
  return REGISTRATION_STEPS.filter((step) => !skipped.has(step));
}
