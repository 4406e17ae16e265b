// A file of people for the rosters: the file, what is in doubt about it, and what would change; nothing is written before it is confirmed.

import { action } from "../../../domain/messages/action.js";
import { fitLabel } from "../../../domain/messages/button-label.js";
import { isAdmin } from "../../../domain/people/person.js";
import { startOf } from "../../../domain/words/cut-to.js";
import { asJson } from "../../../ports/queue/drafts.js";
import {
  classesToFill,
  previewImport,
  type Shown,
  saveImport,
  shownOfImport,
  viewClassSetUp,
} from "../../../use-cases/index.js";
import type { Form, Step } from "../../forms/form.js";
import { choiceStep } from "../../forms/steps/choice-step.js";
import { noTo, refusal } from "../../kit/refuse.js";
import { problemsFile } from "../problems-file.js";
import { toExample, toSetUp } from "../programme-screens.js";
import { saveJudgedWorkbook, workbookDetails, workbookSummary } from "../workbook-parts.js";
import { abroadStep, toAbroad } from "./abroad-step.js";
import { classOfFile, classStep } from "./class-step.js";
import { COLUMN_ANSWERS, COLUMN_STEPS, columnOrder, columnsSaid, toColumns } from "./column-steps.js";
import { DOUBT_STEPS } from "./doubt-steps.js";
import { elsewhereStep, elsewhereWords, toElsewhere } from "./elsewhere-step.js";
import { doubtsIn, type RosterFile, readFile } from "./read-file.js";
import { BELONG, type Entries, entriesOf, judgementOf, personalHeadings, type RosterFacts } from "./roster-lines.js";

const fileStep: Step<RosterFacts> = {
  typed: true,
  label: ({ roster }) => roster.form.file.label,
  value: (_context, answer) => (answer as { name: string }).name,
  ask: ({ texts, facts }) => ({
    ...(facts.classes.length === 0
      ? texts.roster.form.file.noClass()
      : texts.roster.form.file.ask(facts.trainingClass?.name ?? null)),
    buttons: [[toExample(texts)]],
  }),
  async read(context, input) {
    const { file: words } = context.texts.roster.form;
    if (input.kind !== "file" || input.file.kind !== "document") return { kind: "problem", say: words.only() };
    const file = { fileId: input.file.fileId, name: startOf(input.file.name ?? "", 60) };
    // What was said of another file's lines holds for none of this one's.
    const reading = await readFile({ ...context, answers: {} }, file, {});
    return reading.kind === "problem" ? reading : { kind: "answer", value: file, also: reading.also };
  },
};

const OF_LINES = ["abroad", "elsewhere", ...DOUBT_STEPS.map(([name]) => name)];
const OF_COLUMNS = ["asks", "columns", "columnsOf", "column", "role", ...COLUMN_ANSWERS];

export const rosterForm: Form<RosterFacts> = {
  name: "roster",
  version: 4,
  async load(world, actor, subject) {
    const id = Number(/^class:(\d+)$/.exec(subject)?.[1]);
    if (!isAdmin(actor) || Number.isNaN(id)) return null;
    if (id === 0) return { trainingClass: null, classes: await classesToFill(world, actor) };
    const view = await viewClassSetUp(world, actor, id);
    if (view.kind !== "found") return null;
    const { trainingClass } = view;
    // A practice is of itself alone: its lists may name the real classes.
    const others = trainingClass.practiceOf === 0 ? await classesToFill(world, actor) : [];
    return { trainingClass, classes: [trainingClass, ...others.filter((one) => one.id !== id)] };
  },
  about: ({ roster }) => roster.form.about,
  order: (answers, { trainingClass }) => [
    "file",
    ...(answers.sheets === undefined ? [] : ["sheet"]),
    ...columnOrder(answers),
    ...(trainingClass === null && answers.namesClasses === false ? ["class"] : []),
    ...doubtsIn(answers).map((_, n) => `doubt-${n}`),
  ],
  changeable: ({ class: chosen }) => (chosen === undefined ? ["file"] : ["file", "class"]),
  onlyFromSummary: ["abroad", "elsewhere", "column"],
  steps: {
    file: fileStep,
    sheet: choiceStep<RosterFacts>({
      label: ({ roster }) => roster.form.sheet.label,
      ask: ({ texts }) => texts.roster.form.sheet.ask(),
      choices: ({ answers }) =>
        ((answers.sheets ?? []) as string[]).map((name) => ({ value: name, label: fitLabel(name) })),
      taken: async (context, sheet) => {
        const reading = await readFile(context, context.answers.file as unknown as RosterFile, { sheet });
        if (reading.kind === "problem") return reading;
        return { kind: "answer", value: sheet, also: { ...reading.also, sheets: context.answers.sheets ?? [] } };
      },
    }),
    class: classStep,
    abroad: abroadStep,
    elsewhere: elsewhereStep,
    ...COLUMN_STEPS,
    ...Object.fromEntries(DOUBT_STEPS),
  },
  clears: {
    file: ["sheet", "sheets", "class", "namesClasses", ...OF_COLUMNS, ...OF_LINES],
    sheet: [...OF_COLUMNS, ...OF_LINES],
    ...Object.fromEntries(COLUMN_ANSWERS.map((step) => [step, OF_LINES])),
    column: ["role"],
    // It is corrected: the next question is the one that it leaves open, or the summary.
    role: ["column", ...COLUMN_ANSWERS, ...OF_LINES],
    class: ["abroad"],
    elsewhere: ["abroad"],
  },
  async preview(context) {
    const judged = await judgementOf(context);
    if (judged.kind === "workbook") return workbookDetails(context, judged);
    if (judged.kind !== "judged") return [];
    const { problems } = await entriesOf(context, judged);
    const { texts, world } = context;
    if (problems.length === 0) return [];
    const attachment = await problemsFile(world, texts, judged, problems);
    return [{ ...texts.roster.problemsCaption(problems.length), attachment }];
  },
  async summary(context) {
    const { texts, world, actor, answers } = context;
    const { roster } = texts;
    const judged = await judgementOf(context);
    if (judged.kind === "workbook") return workbookSummary(context, judged);
    if (judged.kind !== "judged") return { ...roster.form.file.later(), confirm: null };
    const { entries, faults, abroad, elsewhere } = await entriesOf(context, judged);
    const planned = await previewImport(world, actor, entries);
    if (planned.kind === "not_allowed") return { ...noTo(context), confirm: null };
    const count = (status: string) => planned.entries.filter((one) => one.status === status).length;
    const [added, changed] = [count("new"), count("changed")];
    return {
      ...roster.form.summary({
        ...{ fileName: (answers.file as { name: string }).name, trainingClass: classOfFile(context) },
        ...{ rows: judged.rows.length, added, changed, same: count("same"), faults, missing: planned.missing.length },
        ...{ codes: judged.codes, personal: personalHeadings(judged), columns: columnsSaid(context, judged.table) },
        abroad: answers.abroad === BELONG ? abroad.length : 0,
        elsewhere: elsewhereWords(answers, elsewhere),
      }),
      buttons: [...toColumns(context), ...toElsewhere(context, elsewhere), ...toAbroad(context, abroad)],
      confirm: added + changed === 0 ? null : roster.form.confirm(added + changed),
      shown: asJson(await shownOfImport(planned)),
    };
  },
  async beforeFinish(context) {
    const judged = await judgementOf(context);
    context.world.progress?.({ what: "saving" });
    return { ...context.facts, judged };
  },
  async finish(context, { draft }) {
    const { actor, texts, facts, world } = context;
    const { roster } = texts;
    const judged = await judgementOf(context);
    const shown = draft.asked?.shown as unknown as Shown | undefined;
    if (judged.kind !== "workbook" && judged.kind !== "judged") {
      return { kind: "not_yet", say: roster.form.file.later() };
    }
    // A summary by an earlier program: what its button would save is shown once more.
    if (shown === undefined) return { kind: "not_yet" };
    if (judged.kind === "workbook") return saveJudgedWorkbook(context, judged, { draftId: draft.id, shown });
    const { entries, faults } = await entriesOf(context, judged);
    const classId = facts.trainingClass?.id ?? null;
    const outcome = await saveImport(world, actor, { draftId: draft.id, classId, entries, shown });
    if (outcome.kind === "meanwhile") return { kind: "not_yet", say: roster.form.changedMeanwhile() };
    if (outcome.kind === "not_allowed") return refusal(context);
    const { saved } = outcome;
    const left = problemCount({ faults });
    const isNothing = saved.inserted + saved.changed === 0;
    return {
      ...(isNothing ? roster.savedBefore() : roster.form.done({ added: saved.inserted, changed: saved.changed, left })),
      buttons: [
        ...(isNothing ? [] : [[{ label: roster.undo, data: action("undo_import", saved.id) }]]),
        classId === null ? [{ label: texts.programme.back, data: action("programme") }] : toSetUp(texts, classId),
      ],
    };
  },
};

function problemCount({ faults }: Pick<Entries, "faults">): number {
  return faults.reduce((sum, [, many]) => sum + many, 0);
}
