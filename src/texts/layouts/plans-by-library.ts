// Plans line by line; of one who acts for several libraries, each library's below its name: their plans are named alike.

import { groupedBy } from "../../domain/grouped-by.js";
import type { RichText } from "../../domain/messages/message.js";
import { bold, lines, paragraphs } from "../rich.js";
import { libraryAt } from "./library-at.js";

/** A library for which the reader acts. */
export interface OneLibrary {
  libraryId: number;
  libraryName: string;
  village: string;
  /** Around the village; null: an office's. */
  district: string | null;
}

/** What has a library: a plan. */
export type OfLibrary = OneLibrary;

/** By their ids: two villages may call their libraries the same. */
export function hasSeveralLibraries(libraries: readonly OneLibrary[]): boolean {
  return new Set(libraries.map(({ libraryId }) => libraryId)).size > 1;
}

/** As little as tells it from the others of these: its name, with its village, with its district. */
export function libraryAmong(one: OneLibrary, libraries: readonly OneLibrary[]): string {
  const names: ((of: OneLibrary) => string)[] = [({ libraryName }) => libraryName, inVillage];
  const isAlone = (nameOf: (of: OneLibrary) => string) =>
    !libraries.some(
      (other) => other.libraryId !== one.libraryId && nameOf(other).toLowerCase() === nameOf(one).toLowerCase(),
    );
  return (names.find(isAlone) ?? inDistrict)(one);
}

const inVillage = ({ libraryName, village }: OneLibrary): string => libraryAt(libraryName, village);

const inDistrict = (one: OneLibrary): string => [inVillage(one), ...districtOf(one)].join(", ");

/** "Kec. Wanaraya", as it is written in either language; nothing where there is none. */
export function districtOf({ district }: Pick<OneLibrary, "district">): string[] {
  return district === null ? [] : [`Kec. ${district}`];
}

/** What is said of one plan, below the name of its library; of the only one of its reader nothing is said. */
export function belowLibrary(plan: OfLibrary, libraries: readonly OneLibrary[], said: RichText): RichText {
  return hasSeveralLibraries(libraries) ? paragraphs(bold(libraryAmong(plan, libraries)), said) : said;
}

/** `libraries`: all of the reader's, where the plans may be those of a part of them. */
export function plansByLibrary<Plan extends OfLibrary>(
  plans: readonly Plan[],
  say: (plan: Plan) => RichText,
  {
    libraries = plans,
    together = lines,
  }: { libraries?: readonly OneLibrary[]; together?: (...said: RichText[]) => RichText } = {},
): RichText {
  if (!hasSeveralLibraries(libraries)) return together(...plans.map(say));
  const groups = [...groupedBy(plans, ({ libraryId }) => libraryId).values()];
  return paragraphs(
    ...groups.flatMap((theirs) => {
      const [first] = theirs;
      if (first === undefined) return [];
      return [lines(bold(libraryAmong(first, libraries)), together(...theirs.map(say)))];
    }),
  );
}
