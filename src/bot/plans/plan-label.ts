// A plan on a button. Of one who acts for several libraries it also says whose it is: their plans are named alike.
import { fitLabel } from "../../domain/messages/button-label.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { Texts } from "../../texts/index.js";
import { hasSeveralLibraries } from "../../texts/layouts/plans-by-library.js";

type Labelled = Pick<WorkPlan, "type" | "libraryName">;

/** `label`: what it says where there is one library; its sign is what is done with the plan. */
export function planLabel({ planWords }: Texts, plans: readonly Labelled[], plan: Labelled, label: string): string {
  if (!hasSeveralLibraries(plans)) return label;
  const [sign = ""] = label.split(" ");
  // Nearly all are called so: it is what stands behind it that tells them apart.
  return fitLabel(plan.libraryName.replace(/^Perpustakaan /i, ""), undefined, {
    before: `${sign} ${planWords.shortTypes[plan.type]}: `,
    isName: true,
  });
}
