// What the screens of a report show, in any language.
import type { PlanType, ReportState } from "../../../domain/plans/work-plan.js";
import type { TypedAnswer } from "../../../domain/reports/questionnaire.js";

/** What a report says, as it stands on the summary, the receipt and the page of its number. */
export interface ReportView {
  type: PlanType;
  state: ReportState | "unchanged";
  obstacle: string | null;
  nextStep: string | null;
  story: string | null;
  answers: TypedAnswer[];
  files: number;
}
