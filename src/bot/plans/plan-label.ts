// A plan on a button. Of one who acts for several libraries it also says whose it is: their plans are named alike.
import { fitLabel } from "../../domain/messages/button-label.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { Texts } from "../../texts/index.js";
import { libraryAt } from "../../texts/layouts/library-at.js";
import { hasSeveralLibraries } from "../../texts/layouts/plans-by-library.js";

type Labelled = Pick<WorkPlan, "type" | "libraryId" | "libraryName" | "village">;

/** `label`: what it says where there is one library; its sign is what is done with the plan. */
export function planLabel({ planWords }: Texts, plans: readonly Labelled[], plan: Labelled, label: string): string {
  if (!hasSeveralLibraries(plans)) return label;
  const [sign = ""] = label.split(" ");
  const before = `${sign} ${planWords.shortTypes[plan.type]}: `;
  const fitted = (name: string) => fitLabel(name, undefined, { before, isName: true });
  const named = fitted(bareName(plan.libraryName));
  const isAlike = (other: Labelled) =>
    other.libraryId !== plan.libraryId && fitted(bareName(other.libraryName)) === named;
  if (!plans.some(isAlike)) return named;
  // Named alike, or alike as far as a narrow phone shows them: the village tells them apart, and stays whole where both have no room.
  const withVillage = bareName(libraryAt(plan.libraryName, plan.village));
  return fitted(withVillage) === `${before}${withVillage}` ? `${before}${withVillage}` : fitted(plan.village);
}

/** Nearly all are called so: it is what stands behind it that tells them apart. */
function bareName(libraryName: string): string {
  return libraryName.replace(/^Perpustakaan /i, "");
}
