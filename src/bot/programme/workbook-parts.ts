// A workbook within the form of the roster's file: what it would change in words, its details as a file, and its saving.

import type { CellOut } from "../../domain/files/workbook.js";
import { action } from "../../domain/messages/action.js";
import type { Message, NewFile } from "../../domain/messages/message.js";
import { changesIn, SHEETS_PLANNED, type WorkbookPlan } from "../../domain/office-workbook/plan-workbook.js";
import type { LineChange, LineReason } from "../../domain/office-workbook/plans/line-plan.js";
import type { NewSession } from "../../domain/programme/sessions.js";
import { type Day, dayIn, timeIn } from "../../domain/time/calendar.js";
import type { JudgedWorkbook } from "../../ports/programme/roster-files.js";
import { asJson } from "../../ports/queue/drafts.js";
import { bareTime, shortDay } from "../../texts/dates.js";
import type { SheetCounts, StrangeWords, WorkbookSheet } from "../../texts/id/workbook.js";
import { previewWorkbook, type Shown, saveWorkbook, type WorkbookPreview } from "../../use-cases/index.js";
import type { Finished, StepContext, Summary } from "../forms/form.js";
import { onceFor } from "../kit/once.js";
import { noTo, refusal } from "../kit/refuse.js";
import { problemsFile } from "./problems-file.js";
import { toAbroad } from "./roster/abroad-step.js";
import { toColumns } from "./roster/column-steps.js";
import { BELONG, type Entries, entriesOf, type RosterFacts } from "./roster/roster-lines.js";

type Context = StepContext<RosterFacts>;
type Plan = WorkbookPlan[(typeof SHEETS_PLANNED)[number]][number];

/** More reasons than that are read in the file. */
const REASONS_SAID = 3;
/** … where sessions at a strange time take a line. */
const REASONS_BESIDE = 1;

const NOBODY: Entries = { entries: [], problems: [], faults: [], abroad: [], elsewhere: [] };

/** A screen shows the summary and what goes with it: both are of one look. */
const previewOf = onceFor(lookAt);

/** With its people as they were judged for it, once. */
async function lookAt(context: Context, { lines, people }: JudgedWorkbook) {
  let invited = NOBODY;
  const preview = await previewWorkbook(context.world, context.actor, {
    lines,
    entriesFor: async (classes) => {
      if (people !== null) invited = await entriesOf(context, people, classes);
      return invited.entries;
    },
  });
  return { preview, invited };
}

export async function workbookSummary(context: Context, judged: JudgedWorkbook): Promise<Summary> {
  const { texts, answers } = context;
  const { preview, invited } = await previewOf(context, judged);
  if (preview.kind === "not_allowed") return { ...noTo(context), confirm: null };
  const { people, plan, told, shown } = preview;
  const count = changesIn(plan) + people.added + people.changed;
  const fileName = (answers.file as { name: string }).name;
  const { abroad } = invited;
  return {
    ...texts.workbook.summary({
      abroad: answers.abroad === BELONG ? abroad.length : 0,
      ...{ fileName, told, missing: people.missing, sheets: countsOf(judged, preview, invited) },
      reasons: reasonsIn(plan).slice(0, plan.strange.length > 0 ? REASONS_BESIDE : REASONS_SAID),
      strange: plan.strange.length,
    }),
    confirm: count === 0 ? null : texts.workbook.confirm(count),
    shown: asJson(shown),
    buttons: [...(judged.people === null ? [] : toColumns(context)), ...toAbroad(context, abroad)],
  };
}

function countsOf(
  judged: JudgedWorkbook,
  { plan, people }: Pick<WorkbookPreview, "plan" | "people">,
  { problems }: Entries,
): [WorkbookSheet, SheetCounts][] {
  const counts = SHEETS_PLANNED.flatMap((sheet): [WorkbookSheet, SheetCounts][] => {
    const plans: readonly Plan[] = plan[sheet];
    const count = (status: Plan["status"]) => plans.filter((one) => one.status === status).length;
    if (plans.length === 0) return [];
    return [[sheet, { added: count("new"), changed: count("changed"), same: count("same"), wrong: count("error") }]];
  });
  if (judged.people === null) return counts;
  return [...counts, ["people", { ...people, wrong: problems.length }]];
}

/** The commonest first. */
function reasonsIn(plan: WorkbookPlan): [LineReason, number][] {
  const reasons = new Map<LineReason, number>();
  for (const one of plansOf(plan)) {
    if (one.status === "error") reasons.set(one.reason, (reasons.get(one.reason) ?? 0) + 1);
  }
  return [...reasons].sort(([, a], [, b]) => b - a);
}

function renamedIn(plan: WorkbookPlan): [from: string, to: string][] {
  return plansOf(plan).flatMap((one) => {
    const changes = one.status === "changed" ? one.changes : [];
    return changes.flatMap(({ field, from, to }): [string, string][] => (field === "name" ? [[from, to]] : []));
  });
}

function strangeIn({ strange }: WorkbookPlan): StrangeWords {
  return {
    atOnce: strange.filter(({ atOnce }) => atOnce.length > 0).length,
    outside: strange.filter(({ isOutside }) => isOutside).length,
    titles: strange.map(({ line }) => line.name),
  };
}

function plansOf(plan: WorkbookPlan): readonly Plan[] {
  return SHEETS_PLANNED.flatMap((sheet): readonly Plan[] => plan[sheet]);
}

/** What goes with the summary: the lines that do not go in with why, and what changes from what to what. */
export async function workbookDetails(context: Context, judged: JudgedWorkbook): Promise<Message[]> {
  const { texts, world } = context;
  const { preview, invited } = await previewOf(context, judged);
  if (preview.kind === "not_allowed") return [];
  const { plan } = preview;
  const wrong = plansOf(plan).filter(({ status }) => status === "error").length;
  const changed = plansOf(plan).filter(({ status }) => status === "changed").length;
  const messages: Message[] = [];
  if (wrong + changed + plan.strange.length > 0) {
    messages.push({
      ...texts.workbook.detailsCaption(wrong, changed, renamedIn(plan), strangeIn(plan)),
      attachment: await detailsFile(context, plan),
    });
  }
  const { problems } = invited;
  if (judged.people !== null && problems.length > 0) {
    const attachment = await problemsFile(world, texts, judged.people, problems);
    messages.push({ ...texts.roster.problemsCaption(problems.length), attachment });
  }
  return messages;
}

async function detailsFile(context: Context, plan: WorkbookPlan): Promise<NewFile> {
  const { texts, world } = context;
  const { columns, details, fields, reasons, sheets } = texts.workbook;
  const wrong: CellOut[][] = [];
  const changes: CellOut[][] = [];
  for (const sheet of SHEETS_PLANNED) {
    const plans: readonly Plan[] = plan[sheet];
    for (const one of plans) {
      const about = [sheets[sheet], String(one.line.line), one.line.name];
      if (one.status === "error") wrong.push([...about, reasons[one.reason]]);
      if (one.status !== "changed") continue;
      for (const change of one.changes) {
        changes.push([...about, fields[change.field], ...valuesOf(context, change, one)]);
      }
    }
  }
  const toCheck = plan.strange.map(({ line, atOnce, isOutside }): CellOut[] => {
    const because = [
      ...(isOutside ? [texts.workbook.strange.outside] : []),
      ...(atOnce.length > 0 ? [texts.workbook.strange.atOnce(atOnce)] : []),
    ];
    return [sheets.sessions, String(line.line), line.name, because.join(", ")];
  });
  const about = [
    { heading: columns.sheet, width: 12 },
    { heading: columns.line, width: 8 },
    { heading: columns.name, width: 36 },
  ];
  const more = [columns.field, columns.from, columns.to].map((heading) => ({ heading, width: 30 }));
  const bytes = await world.workbooks.write({
    sheets: [
      { name: details.wrong, columns: [...about, { heading: columns.reason, width: 50 }], rows: wrong },
      { name: details.changes, columns: [...about, ...more], rows: changes },
      ...(toCheck.length === 0
        ? []
        : [{ name: details.strange, columns: [...about, { heading: columns.reason, width: 50 }], rows: toCheck }]),
    ],
  });
  return { kind: "document", name: details.file, base64: Buffer.from(bytes).toString("base64") };
}

/** From what, to what, as people read it. */
function valuesOf({ texts }: Context, { field, from, to }: LineChange, plan: Plan): [string, string] {
  const written = (value: string): string => {
    if (field === "days") {
      const [first = "", last = ""] = value.split("/");
      return texts.workbook.days(first as Day, last as Day);
    }
    if (field === "mode") return texts.programmeForms.session.mode[value as NewSession["mode"]];
    if (field === "plansDueOn") return texts.workbook.day(value as Day);
    if (field !== "time" || !("of" in plan)) return value;
    const [start, end] = value.split("/").map((instant) => new Date(instant)) as [Date, Date];
    const { zone } = plan.of;
    const time = (instant: Date) => bareTime(texts.language, timeIn(zone, instant));
    return `${shortDay(texts.language, dayIn(zone, start))} ${time(start)}–${time(end)}`;
  };
  return [written(from), written(to)];
}

/** Within the transaction that ends the form. */
export async function saveJudgedWorkbook(
  context: Context,
  judged: JudgedWorkbook,
  { draftId, shown }: { draftId: number; shown: Shown },
): Promise<Finished> {
  const { actor, texts, saidAt } = context;
  const { lines, people } = judged;
  let invited = NOBODY;
  const outcome = await saveWorkbook(context.world, actor, {
    ...{ draftId, lines, saidAt, shown },
    entriesFor: async (classes) => {
      if (people !== null) invited = await entriesOf(context, people, classes);
      return invited.entries;
    },
    cohortName: (year) => texts.programmeForms.cohort.name.usual(year),
  });
  if (outcome.kind === "not_allowed") return refusal(context);
  if (outcome.kind === "meanwhile") return { kind: "not_yet", say: texts.roster.form.changedMeanwhile() };
  const { saved, plan, joined } = outcome;
  const { inserted: added, changed, same } = saved;
  // By what was written, not by what was shown: a colleague may have saved the same file since.
  const counts = plan === null ? [] : countsOf(judged, { plan, people: { added, changed, same, missing: 0 } }, invited);
  const isNothing = plan !== null && counts.every(([, { added, changed }]) => added + changed === 0);
  return {
    ...(isNothing ? texts.roster.savedBefore() : texts.workbook.done(counts, joined)),
    buttons: [
      ...(isNothing ? [] : [[{ label: texts.roster.undo, data: action("undo_import", saved.id) }]]),
      [{ label: texts.staffDesk.short, data: action("staff", 0) }],
      [{ label: texts.programme.back, data: action("programme") }],
    ],
  };
}
