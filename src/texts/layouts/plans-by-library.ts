// Plans line by line; of one who acts for several libraries, each library's below its name: their plans are named alike.

import { groupedBy } from "../../domain/grouped-by.js";
import type { RichText } from "../../domain/messages/message.js";
import type { LibraryNamed } from "../../domain/plans/work-plan.js";
import { bold, lines, paragraphs } from "../rich.js";
import { libraryAt } from "./library-at.js";

/** By their ids: two villages may call their libraries the same. */
export function hasSeveralLibraries(libraries: readonly LibraryNamed[]): boolean {
  return new Set(libraries.map(({ libraryId }) => libraryId)).size > 1;
}

/** As little as tells it from the others of these: its name, with its village, with its district. */
export function libraryAmong(one: LibraryNamed, libraries: readonly LibraryNamed[]): string {
  const names: ((of: LibraryNamed) => string)[] = [({ libraryName }) => libraryName, inVillage];
  const isAlone = (nameOf: (of: LibraryNamed) => string) =>
    !libraries.some(
      (other) => other.libraryId !== one.libraryId && nameOf(other).toLowerCase() === nameOf(one).toLowerCase(),
    );
  return (names.find(isAlone) ?? inDistrict)(one);
}

const inVillage = ({ libraryName, village }: LibraryNamed): string => libraryAt(libraryName, village);

const inDistrict = (one: LibraryNamed): string => [inVillage(one), ...districtOf(one)].join(", ");

/** "Kec. Wanaraya", as it is written in either language; nothing where there is none. */
export function districtOf({ district }: Pick<LibraryNamed, "district">): string[] {
  return district === null ? [] : [`Kec. ${district}`];
}

/** What is said of one plan, below the name of its library; of the only one of its reader nothing is said. */
export function belowLibrary(plan: LibraryNamed, libraries: readonly LibraryNamed[], said: RichText): RichText {
  return hasSeveralLibraries(libraries) ? paragraphs(bold(libraryAmong(plan, libraries)), said) : said;
}

/** `libraries`: all of the reader's, where the plans may be those of a part of them. */
export function plansByLibrary<Plan extends LibraryNamed>(
  plans: readonly Plan[],
  say: (plan: Plan) => RichText,
  {
    libraries = plans,
    together = lines,
  }: { libraries?: readonly LibraryNamed[]; together?: (...said: RichText[]) => RichText } = {},
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
