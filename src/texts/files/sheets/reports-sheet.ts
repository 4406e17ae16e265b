// Reports as a sheet, a row each, with what was answered. The same for SIM, in its own shape: src/sim.
import type { Sheet, SheetCell, SheetColumn } from "../../../domain/files/sheet.js";
import type { PlanState } from "../../../domain/plans/plan-state.js";
import type { PlanType } from "../../../domain/plans/work-plan.js";
import { inOrderAsked, type QuestionVersions, type TypedAnswer } from "../../../domain/reports/questionnaire.js";
import type { Day } from "../../../domain/time/calendar.js";
import { plainDay } from "../../dates.js";
import type { Texts } from "../../index.js";

interface Report {
  number: string;
  reportedOn: Day;
  type: PlanType;
  libraryName: string;
  place: string | null;
  regency: string | null;
  className: string;
  authorName: string;
  onBehalf: boolean;
  state: string;
  obstacle: string | null;
  answers: readonly TypedAnswer[];
  nextStep: string | null;
  story: string | null;
}

const WIDTHS = {
  ...{ number: 14, day: 12, plan: 22, library: 32, place: 22, regency: 24, class: 30, by: 28, onBehalf: 12 },
  ...{ state: 14, obstacle: 24, answers: 60, nextStep: 36, story: 50 },
} as const;

export function reportsSheet(
  { exports: { reportColumns, sheets, zonesNote } }: Texts,
  rows: readonly SheetCell[][],
): Sheet {
  const columns = (Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]).map((key): SheetColumn => {
    return { heading: reportColumns[key], width: WIDTHS[key], holds: key === "day" ? "day" : "text" };
  });
  return { title: sheets.reports, notes: [zonesNote], columns, rows };
}

export function reportCells(texts: Texts, report: Report, questions: QuestionVersions): SheetCell[] {
  const { exports, planWords } = texts;
  const answers = inOrderAsked(report.answers, questions).map((answer) => answerWords(texts, answer));
  return [
    report.number,
    { day: report.reportedOn },
    planWords.types[report.type],
    report.libraryName,
    report.place,
    report.regency,
    report.className,
    report.authorName,
    report.onBehalf ? exports.yes : null,
    planWords.states[report.state as PlanState],
    report.obstacle === null ? null : planWords.obstacle(report.obstacle),
    answers.length === 0 ? null : answers.join("; "),
    report.nextStep,
    report.story,
  ];
}

function answerWords({ exports, language, questionnaire }: Texts, answer: TypedAnswer): string {
  const said = (): string => {
    if ("amount" in answer) return String(answer.amount);
    if ("text" in answer) return answer.text;
    if ("day" in answer) return plainDay(language, answer.day);
    if ("unknown" in answer) return exports.unknown;
    return answer.choices.map((choice) => questionnaire.choice(answer.question, choice)).join(", ");
  };
  return `${questionnaire.short(answer.question)}: ${said()}`;
}
