// Plans line by line; of one who acts for several libraries, each library's below its name: their plans are named alike.

import { groupedBy } from "../../domain/grouped-by.js";
import type { RichText } from "../../domain/messages/message.js";
import { bold, lines, paragraphs } from "../rich.js";

interface OfLibrary {
  libraryName: string;
}

export function hasSeveralLibraries(plans: readonly OfLibrary[]): boolean {
  return new Set(plans.map(({ libraryName }) => libraryName)).size > 1;
}

export function plansByLibrary<Plan extends OfLibrary>(
  plans: readonly Plan[],
  say: (plan: Plan) => RichText,
  together: (...said: RichText[]) => RichText = lines,
): RichText {
  if (!hasSeveralLibraries(plans)) return together(...plans.map(say));
  const libraries = [...groupedBy(plans, ({ libraryName }) => libraryName)];
  return paragraphs(...libraries.map(([name, theirs]) => lines(bold(name), together(...theirs.map(say)))));
}
