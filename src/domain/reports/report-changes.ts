// What a later version of a report says otherwise than an earlier one.

import type { ReportState } from "../plans/work-plan.js";
import type { TypedAnswer } from "./questionnaire.js";

export type ReportChange =
  | { field: "state"; before: ReportState; after: ReportState }
  | { field: "obstacle" | "nextStep" | "story"; before: string | null; after: string | null }
  | { field: "answer"; question: string; before: TypedAnswer | null; after: TypedAnswer | null }
  | { field: "files"; added: number };

export interface ReportVersion {
  state: ReportState;
  obstacle: string | null;
  nextStep: string | null;
  story: string | null;
  answers: readonly TypedAnswer[];
}

/** In the order in which a report is read. `filesAdded`: those that came with the later version; a report keeps all it ever had. */
export function changesBetween(before: ReportVersion, after: ReportVersion, filesAdded = 0): ReportChange[] {
  const words = (field: "obstacle" | "nextStep" | "story"): ReportChange[] =>
    before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }];
  return [
    ...(before.state === after.state ? [] : [{ field: "state" as const, before: before.state, after: after.state }]),
    ...words("obstacle"),
    ...answersChanged(before.answers, after.answers),
    ...words("nextStep"),
    ...words("story"),
    ...(filesAdded > 0 ? [{ field: "files" as const, added: filesAdded }] : []),
  ];
}

function answersChanged(before: readonly TypedAnswer[], after: readonly TypedAnswer[]): ReportChange[] {
  const questions = [...new Set([...before, ...after].map(({ question }) => question))];
  return questions.flatMap((question) => {
    const [was, is] = [before, after].map((answers) => answers.find((one) => one.question === question) ?? null);
    return JSON.stringify(was) === JSON.stringify(is)
      ? []
      : [{ field: "answer" as const, question, before: was ?? null, after: is ?? null }];
  });
}
