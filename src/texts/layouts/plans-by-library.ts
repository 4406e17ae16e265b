// Plans line by line; of one who acts for several libraries, each library's below its name: their plans are named alike.

import { groupedBy } from "../../domain/grouped-by.js";
import type { RichText } from "../../domain/messages/message.js";
import { bold, lines, paragraphs } from "../rich.js";
import { libraryAt } from "./library-at.js";

/** A library for which the reader acts. */
export interface OneLibrary {
  libraryId: number;
  libraryName: string;
}

/** What has a library: a plan. */
export interface OfLibrary extends OneLibrary {
  village: string;
}

/** By their ids: two villages may call their libraries the same. */
export function hasSeveralLibraries(libraries: readonly OneLibrary[]): boolean {
  return new Set(libraries.map(({ libraryId }) => libraryId)).size > 1;
}

/** The library's name; with its village where another one of these bears the same name. */
export function libraryAmong({ libraryId, libraryName, village }: OfLibrary, libraries: readonly OneLibrary[]): string {
  const isNamesake = (other: OneLibrary) =>
    other.libraryId !== libraryId && other.libraryName.toLowerCase() === libraryName.toLowerCase();
  return libraries.some(isNamesake) ? libraryAt(libraryName, village) : libraryName;
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
