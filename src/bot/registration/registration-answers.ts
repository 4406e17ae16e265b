// What the answers of a registration say together, and what a row of the roster answers already.
import { fitLabel } from "../../domain/messages/button-label.js";
import type { ParticipantKind } from "../../domain/people/participant-kind.js";
import { kindAt, placeLevelOf } from "../../domain/people/participant-kind.js";
import { provinceCodeOf, villageKind } from "../../domain/places/place.js";
import type { RegistrationKnown } from "../../domain/registration/registration.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import { classesToChoose, findInvited, type HandingOver, type Invited, nameOfPlace } from "../../use-cases/index.js";
import type { Answers, StepContext } from "../forms/form.js";

export interface RegistrationFacts {
  /** The class whose link was opened; null for somebody who came without one. */
  ofLink: TrainingClass | null;
  /** The library that is handed over to them by this code. */
  ofHandover: { code: string; from: HandingOver } | null;
}

export type Context = StepContext<RegistrationFacts>;

/** Roster rows with the shared phone, when there is more than one to choose from. */
export const SEVERAL = "invitedRows";
/** Whose number was shared, where somebody is known by it: the number of the person, and a name to know oneself by. */
export const KNOWN = "knownPerson";
export interface KnownPerson {
  id: number;
  name: string;
}

/** What the roster says about the place, until the person says otherwise. */
export const ROSTER_PLACE = ["placeCode", "rosterLibrary"];

export async function usualName({ world, answers, texts }: Context): Promise<string> {
  const code = String(answers.village ?? answers.placeCode);
  return texts.registration.libraryName.usual(villageKind(code), (await nameOfPlace(world, code)) ?? "");
}

export function knownFrom(answers: Answers, { ofLink, ofHandover }: RegistrationFacts): RegistrationKnown {
  const hasRow = answers.rosterRowId !== undefined;
  // Drafts of before the row's province was kept may have lost it together with their place: they are asked for it.
  const hasProvince = [answers.province, answers.rosterProvince, answers.placeCode].some((code) => code !== undefined);
  return {
    kind: (answers.kind ?? null) as ParticipantKind | null,
    classKnown: ofLink !== null || (answers.classId !== undefined && hasProvince),
    isKnown: answers[KNOWN] !== undefined,
    isHandedOver: ofHandover !== null,
    severalInvitations: answers[SEVERAL] !== undefined,
    fromRoster: hasRow
      ? { place: answers.placeCode !== undefined, libraryName: answers.rosterLibrary !== undefined }
      : null,
  };
}

/** What the roster has answered already. */
export function answersFromRoster({ row, trainingClass }: Invited): Answers {
  return {
    // Stays when the place is corrected: nobody whose class is known is asked for a province.
    rosterProvince: row.placeCode === null ? trainingClass.provinceCode : provinceCodeOf(row.placeCode),
    rosterRowId: row.id,
    classId: row.classId,
    name: row.name,
    kind: row.kind,
    ...(row.placeCode !== null && { placeCode: row.placeCode }),
    ...(row.libraryName !== null && { libraryName: row.libraryName, rosterLibrary: true }),
  };
}

export function openClasses({ world, answers, saidAt }: Context): Promise<TrainingClass[]> {
  return classesToChoose(world, String(answers.province), saidAt);
}

/** Where the library lies: in the province of the class, unless another was chosen. */
export function provinceOf({ answers, facts }: Context): string {
  const chosen = facts.ofLink?.provinceCode ?? answers.province ?? answers.rosterProvince;
  return String(chosen ?? provinceCodeOf(String(answers.placeCode)));
}

export async function dataOf(context: Context) {
  const { answers, facts, texts, world } = context;
  const who = { name: String(answers.name), phone: (answers.phone ?? null) as string | null };
  if (facts.ofHandover !== null) {
    const { kind, library, trainingClass } = facts.ofHandover.from;
    const { placeCode, name: libraryName } = library;
    return { ...who, kind, classId: trainingClass.id, placeCode, libraryName, rosterRowId: null };
  }
  const kind = answers.kind as ParticipantKind;
  const level = placeLevelOf(kind);
  const chosen = level === "province" ? provinceOf(context) : answers[level];
  const placeCode = String(answers.placeCode ?? chosen);
  const placeName = (await nameOfPlace(world, placeCode)) ?? "";
  return {
    ...who,
    // As it is kept: what is looked over is what is registered.
    kind: kindAt(kind, placeCode),
    // The link decides, whatever was found or chosen before it.
    classId: facts.ofLink?.id ?? Number(answers.classId ?? answers.trainingClass),
    placeCode,
    libraryName: String(answers.libraryName ?? texts.registration.officeName(placeName)),
    rosterRowId: (answers.rosterRowId ?? null) as number | null,
  };
}

/** What the invitations under this number answer already; which of them, where there are several. */
export async function fromInvitations(
  world: Context["world"],
  phone: string,
  { ofLink, ofHandover }: RegistrationFacts,
): Promise<Answers> {
  // Their place is the one that they were given.
  if (ofHandover !== null) return {};
  const invited = await findInvited(world, phone, ofLink?.id ?? null);
  const [only] = invited;
  if (only !== undefined && invited.length === 1) return answersFromRoster(only);
  const choices = invited.map(({ row, trainingClass }, index) => ({
    value: String(row.id),
    // The number tells apart what is cut alike.
    label: fitLabel(row.name, undefined, {
      before: `${index + 1}. `,
      behind: ` · ${fitLabel(trainingClass.name, 16)}`,
    }),
  }));
  return choices.length > 1 ? { [SEVERAL]: choices } : {};
}
