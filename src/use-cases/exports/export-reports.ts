// The reports of a place and month, a row each, with what was answered.
import type { SheetCell, SheetColumn } from "../../domain/files/sheet.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { PlanState } from "../../domain/plans/plan-state.js";
import { inOrderAsked, type TypedAnswer } from "../../domain/reports/questionnaire.js";
import type { ActivityReport } from "../../ports/programme/activities.js";
import type { World } from "../../ports.js";
import { plainDay } from "../../texts/dates.js";
import { type Texts, textsFor } from "../../texts/index.js";
import { noteExport } from "../own-data/note-export.js";
import { type ActivitiesAsked, type SheetOutcome, subjectOf } from "./export-sim.js";
import { inPieces } from "./in-pieces.js";
import { reachIn } from "./narrow-reach.js";

const WIDTHS = {
  ...{ number: 14, day: 12, plan: 22, library: 32, place: 22, regency: 24, class: 30, by: 28, onBehalf: 12 },
  ...{ state: 14, obstacle: 24, answers: 60, nextStep: 36, story: 50 },
} as const;

export async function exportReports(
  world: World,
  actor: KnownActor,
  { placeCode, months, ...asked }: ActivitiesAsked,
): Promise<SheetOutcome> {
  const reach = reachIn(actor, placeCode);
  if (reach === null) return { kind: "not_yours" };
  const { activities } = world.store;
  const texts = textsFor(actor.language);
  const ids = await activities.libraryIds(reach, months.to);
  const rows = await inPieces(world, ids, async (some) =>
    (await activities.reportsOf(some, months.from, months.to)).map((report) => cellsOf(world, texts, report)),
  );
  const details = { from: months.from, to: months.to, rows: rows.length };
  await noteExport(world, actor, { action: "reports.export", subject: subjectOf(placeCode), details }, asked);
  const { reportColumns, sheets, zonesNote } = texts.exports;
  const columns = (Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]).map((key): SheetColumn => {
    return { heading: reportColumns[key], width: WIDTHS[key], holds: key === "day" ? "day" : "text" };
  });
  return { kind: "exported", sheet: { title: sheets.reports, notes: [zonesNote], columns, rows }, rows: rows.length };
}

function cellsOf({ settings }: World, texts: Texts, report: ActivityReport): SheetCell[] {
  const { exports, planWords } = texts;
  const answers = inOrderAsked(report.answers, settings.questions).map((answer) => answerWords(texts, answer));
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
