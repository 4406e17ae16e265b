// A plan on a button. Of one who acts for several libraries it also says whose it is: their plans are named alike.
import { fitLabel } from "../../domain/messages/button-label.js";
import type { LibraryNamed } from "../../domain/plans/work-plan.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { Texts } from "../../texts/index.js";
import { libraryAt } from "../../texts/layouts/library-at.js";
import { districtOf, hasSeveralLibraries } from "../../texts/layouts/plans-by-library.js";

type Labelled = LibraryNamed & Pick<WorkPlan, "type">;

/** `label`: what it says where there is one library; its sign is what is done with the plan. */
export function planLabel({ planWords }: Texts, plans: readonly Labelled[], plan: Labelled, label: string): string {
  if (!hasSeveralLibraries(plans)) return label;
  const [sign = ""] = label.split(" ");
  return libraryLabel(plans, plan, { before: `${sign} ${planWords.shortTypes[plan.type]}: `, nameOf: bare });
}

/** One of several libraries on a button. `nameOf`: what of its name is shown where that tells it apart. */
export function libraryLabel(
  libraries: readonly LibraryNamed[],
  one: LibraryNamed,
  { before, nameOf = (name) => name }: { before: string; nameOf?: (name: string) => string },
): string {
  const fitted = (name: string) => fitLabel(name, undefined, { before, isName: true });
  const isAlone = (label: (of: LibraryNamed) => string) =>
    !libraries.some((other) => other.libraryId !== one.libraryId && label(other) === label(one));
  // Named alike, or alike as far as a narrow phone shows them: the village tells them apart, alone where both have no room.
  const labels: ((of: LibraryNamed) => string)[] = [
    ({ libraryName }) => fitted(nameOf(libraryName)),
    ({ libraryName, village }) => {
      const withVillage = bare(libraryAt(libraryName, village));
      return fitted(withVillage) === `${before}${withVillage}` ? `${before}${withVillage}` : fitted(village);
    },
  ];
  // Villages of one name too: then the district does.
  const label = labels.find(isAlone) ?? ((of: LibraryNamed) => fitted(districtOf(of)[0] ?? of.village));
  return label(one);
}

/** Nearly all are called so: it is what stands behind it that tells them apart. */
function bare(libraryName: string): string {
  return libraryName.replace(/^Perpustakaan /i, "");
}
