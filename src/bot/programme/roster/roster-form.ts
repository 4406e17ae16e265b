// A file of people for the rosters: the file, what is in doubt about it, and what would change; nothing is written before it is confirmed.
import { action } from "../../../domain/messages/action.js";
import { fitLabel } from "../../../domain/messages/button-label.js";
import { isAdmin } from "../../../domain/people/person.js";
import type { JudgedLine } from "../../../ports/programme/roster-files.js";
import type { Json } from "../../../ports/queue/drafts.js";
import { classesToFill, previewImport, saveImport, viewClassSetUp } from "../../../use-cases/index.js";
import type { Answers, Form, Step, StepContext } from "../../forms/form.js";
import { choiceStep } from "../../forms/steps/choice-step.js";
import { finishedBy } from "../finished.js";
import { problemsFile } from "../problems-file.js";
import { toExample, toSetUp } from "../programme-screens.js";
import { isEmptyWorkbook, saveJudgedWorkbook, workbookDetails, workbookSummary } from "../workbook-parts.js";
import { abroadStep, toAbroad } from "./abroad-step.js";
import {
  BELONG,
  choicesOf,
  entriesOf,
  judgementOf,
  MOST_DOUBTS,
  personalHeadings,
  problemLines,
  type RosterFacts,
} from "./roster-lines.js";

type Context = StepContext<RosterFacts>;

/** A line whose place is in doubt. Who stands there is read in the file again and kept nowhere: they are nobody's participant yet. */
interface Doubt {
  /** Two sheets have lines of the same number. */
  sheet: string | null;
  line: number;
  candidates: { code: string; label: string }[];
}

const SKIP = "skip";

const fileStep: Step<RosterFacts> = {
  typed: true,
  label: ({ roster }) => roster.form.file.label,
  value: (_context, answer) => (answer as { name: string }).name,
  ask: ({ texts, facts }) => ({
    ...texts.roster.form.file.ask(facts.trainingClass?.name ?? null),
    buttons: [[toExample(texts)]],
  }),
  async read(context, input) {
    const { file: words } = context.texts.roster.form;
    if (input.kind !== "file" || input.file.kind !== "document") return { kind: "problem", say: words.only() };
    const file = { fileId: input.file.fileId, name: (input.file.name ?? "").slice(0, 60) };
    return readFile(context, file, {});
  },
};

/** Reads and judges the file; what is in doubt becomes questions of the form. */
async function readFile(context: Context, file: { fileId: string; name: string }, choices: { sheet?: string }) {
  const { file: words } = context.texts.roster.form;
  const judged = await context.world.rosters.judge(file.fileId, { ...choices, ...choicesOf(context.facts) });
  switch (judged.kind) {
    case "gone":
    case "later":
      return { kind: "problem" as const, say: words[judged.kind]() };
    case "refused":
      return { kind: "problem" as const, say: words.refused(judged.because) };
    case "asked":
      return { kind: "answer" as const, value: file, also: { sheets: [...judged.sheets], doubts: [] } };
    case "workbook": {
      if (isEmptyWorkbook(judged)) return { kind: "problem" as const, say: context.texts.workbook.nothing() };
      const also = { doubts: doubtsOf(judged.people?.rows ?? []) as unknown as Json, namesClasses: true };
      return { kind: "answer" as const, value: file, also: { ...also, ...(choices.sheet !== undefined && choices) } };
    }
    case "judged": {
      const doubts = doubtsOf(judged.rows);
      const namesClasses = judged.rows.some(({ className }) => className !== "");
      const also = { doubts: doubts as unknown as Json, namesClasses, ...(choices.sheet !== undefined && choices) };
      return { kind: "answer" as const, value: file, also };
    }
  }
}

function doubtsOf(rows: readonly JudgedLine[]): Doubt[] {
  return rows.filter(isOnlyItsPlace).slice(0, MOST_DOUBTS).map(doubtOf);
}

function isOnlyItsPlace({ verdict, reasons, candidates }: JudgedLine): boolean {
  const places = ["ambiguous-place", "inexact-place"];
  return verdict === "doubt" && candidates.length > 0 && reasons.every((reason) => places.includes(reason));
}

function doubtOf({ sheet, line, candidates }: JudgedLine): Doubt {
  return {
    ...{ sheet, line },
    candidates: candidates
      .slice(0, 8)
      .map((place) => ({ code: place.code, label: fitLabel(`${place.name} (${place.code})`) })),
  };
}

/** So much of a line tells who is meant. */
const MOST_SAID = 200;

/** The lines of people; none while the file cannot be read. */
async function rowsOf(context: Context): Promise<readonly JudgedLine[]> {
  const judged = await judgementOf(context);
  if (judged.kind === "judged") return judged.rows;
  return judged.kind === "workbook" ? (judged.people?.rows ?? []) : [];
}

const doubtsIn = (answers: Answers) => (answers.doubts ?? []) as unknown as Doubt[];

function doubtStep(n: number): Step<RosterFacts> {
  const doubt = ({ answers }: Context) => doubtsIn(answers)[n];
  return choiceStep<RosterFacts>({
    label: ({ roster }) => roster.form.doubt.label(n + 1),
    ask: async (context) => {
      const { line = 0, sheet = null } = doubt(context) ?? {};
      const row = (await rowsOf(context)).find((one) => one.line === line && one.sheet === sheet);
      const words = context.texts.roster.form.doubt;
      return row === undefined
        ? words.askUnread(line)
        : words.ask(line, row.name, row.cells.join(" · ").slice(0, MOST_SAID));
    },
    choices: (context) => [
      ...(doubt(context)?.candidates ?? []).map(({ code, label }) => ({ value: code, label })),
      { value: SKIP, label: context.texts.roster.form.doubt.skip, always: true },
    ],
  });
}

const DOUBTS = Array.from({ length: MOST_DOUBTS }, (_, n) => [`doubt-${n}`, doubtStep(n)] as const);

export const rosterForm: Form<RosterFacts> = {
  name: "roster",
  version: 2,
  async load(world, actor, subject) {
    const id = Number(/^class:(\d+)$/.exec(subject)?.[1]);
    if (!isAdmin(actor) || Number.isNaN(id)) return null;
    if (id === 0) return { trainingClass: null, classes: await classesToFill(world, actor) };
    const view = await viewClassSetUp(world, actor, id);
    return view.kind === "found" ? { trainingClass: view.trainingClass, classes: [view.trainingClass] } : null;
  },
  about: ({ roster }) => roster.form.about,
  order: (answers, { trainingClass }) => [
    "file",
    ...(answers.sheets === undefined ? [] : ["sheet"]),
    ...(trainingClass === null && answers.namesClasses === false ? ["class"] : []),
    ...doubtsIn(answers).map((_, n) => `doubt-${n}`),
  ],
  changeable: () => ["file"],
  onlyFromSummary: ["abroad"],
  steps: {
    file: fileStep,
    sheet: choiceStep<RosterFacts>({
      label: ({ roster }) => roster.form.sheet.label,
      ask: ({ texts }) => texts.roster.form.sheet.ask(),
      choices: ({ answers }) =>
        ((answers.sheets ?? []) as string[]).map((name) => ({ value: name, label: fitLabel(name) })),
      taken: async (context, sheet) => {
        const reading = await readFile(context, context.answers.file as { fileId: string; name: string }, { sheet });
        if (reading.kind === "problem") return reading;
        return { kind: "answer", value: sheet, also: { ...reading.also, sheets: context.answers.sheets ?? [] } };
      },
    }),
    class: choiceStep<RosterFacts>({
      label: ({ roster }) => roster.form.class.label,
      ask: ({ texts }) => texts.roster.form.class.ask(),
      choices: ({ facts }) => facts.classes.map(({ id, name }) => ({ value: String(id), label: fitLabel(name) })),
    }),
    abroad: abroadStep,
    ...Object.fromEntries(DOUBTS),
  },
  clears: {
    file: ["sheet", "sheets", "class", "namesClasses", "abroad", ...DOUBTS.map(([name]) => name)],
    class: ["abroad"],
  },
  async preview(context) {
    const judged = await judgementOf(context);
    if (judged.kind === "workbook") return workbookDetails(context, judged);
    if (judged.kind !== "judged") return [];
    const problems = problemLines(context, judged);
    const { texts, world } = context;
    if (problems.length === 0) return [];
    const attachment = await problemsFile(world, texts, judged, problems);
    return [{ ...texts.roster.problemsCaption(problems.length), attachment }];
  },
  async summary(context) {
    const { texts, world, actor, answers, facts } = context;
    const { roster } = texts;
    const judged = await judgementOf(context);
    if (judged.kind === "workbook") return workbookSummary(context, judged);
    if (judged.kind !== "judged") return { ...roster.form.file.later(), confirm: null };
    const { entries, faults, abroad } = entriesOf(context, judged);
    const planned = await previewImport(world, actor, entries);
    if (planned.kind === "not_allowed") return { ...texts.common.notAllowed(), confirm: null };
    const count = (status: string) => planned.entries.filter((one) => one.status === status).length;
    const [added, changed] = [count("new"), count("changed")];
    return {
      ...roster.form.summary({
        ...{ fileName: (answers.file as { name: string }).name, className: facts.trainingClass?.name ?? null },
        ...{ rows: judged.rows.length, added, changed, same: count("same"), faults, missing: planned.missing.length },
        ...{ codes: judged.codes, personal: personalHeadings(judged) },
        abroad: answers.abroad === BELONG ? abroad.length : 0,
      }),
      buttons: toAbroad(context, abroad),
      confirm: added + changed === 0 ? null : roster.form.confirm(added + changed),
    };
  },
  async finish(context, draft, updateId) {
    const { actor, texts, facts } = context;
    const { roster } = texts;
    // Before the transaction: judging takes seconds, and nobody else shall wait for its locks meanwhile.
    const judged = await judgementOf(context);
    if (judged.kind === "workbook") {
      return finishedBy(context.world, draft, updateId, (inside) =>
        saveJudgedWorkbook({ ...context, world: inside }, judged, draft.id),
      );
    }
    if (judged.kind !== "judged") return { kind: "not_yet", say: roster.form.file.later() };
    const { entries, faults } = entriesOf(context, judged);
    return finishedBy(context.world, draft, updateId, async (inside) => {
      const classId = facts.trainingClass?.id ?? null;
      const outcome = await saveImport(inside, actor, { draftId: draft.id, classId, entries });
      if (outcome.kind === "not_allowed") return texts.common.notAllowed();
      const { saved } = outcome;
      return {
        ...roster.form.done({ added: saved.inserted, changed: saved.changed, left: problemCount({ faults }) }),
        buttons: [
          [{ label: roster.undo, data: action("undo_import", saved.id) }],
          classId === null ? [{ label: texts.programme.back, data: action("programme") }] : toSetUp(texts, classId),
        ],
      };
    });
  },
};

function problemCount({ faults }: Pick<ReturnType<typeof entriesOf>, "faults">): number {
  return faults.reduce((sum, [, many]) => sum + many, 0);
}
