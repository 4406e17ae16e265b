// Reads and judges the roster's file; what is in doubt about it becomes questions of the form.
import type { ColumnRole } from "../../../domain/roster/reading/roster-reading.js";
import type {
  JudgedLine,
  JudgedRoster,
  JudgedWorkbook,
  JudgingChoices,
} from "../../../ports/programme/roster-files.js";
import { asJson } from "../../../ports/queue/drafts.js";
import type { Answers, Reading, StepContext } from "../../forms/form.js";
import { labelsOf } from "./place-labels.js";
import { choicesOf, isClassNamed, MOST_DOUBTS, type RosterFacts } from "./roster-lines.js";

type Context = StepContext<RosterFacts>;

export interface RosterFile {
  fileId: string;
  name: string;
}

/** A line whose place is in doubt. Who stands there is read in the file again and kept nowhere: they are nobody's participant yet. */
export interface Doubt {
  /** Two sheets have lines of the same number. */
  sheet: string | null;
  line: number;
  candidates: { code: string; label: string }[];
}

/** More than a phone shows at once are not read. */
const MOST_OFFERED = 8;

/** The answer to a doubt that leaves the line out. */
export const SKIP = "skip";

export type FileReading = Extract<Reading, { kind: "problem" }> | { kind: "read"; also: Answers };

/** `also`: the answers that follow from what the file holds, read with these choices. */
export async function readFile(
  context: Context,
  file: RosterFile,
  choices: Pick<JudgingChoices, "sheet" | "columns">,
): Promise<FileReading> {
  const { file: words } = context.texts.roster.form;
  const { rosters, progress } = context.world;
  const judged = await rosters.judge(file.fileId, { ...choices, ...choicesOf(context.facts) }, progress);
  const sheet: Answers = choices.sheet === undefined ? {} : { sheet: choices.sheet };
  switch (judged.kind) {
    case "gone":
    case "later":
      return { kind: "problem", say: words[judged.kind]() };
    case "rules":
      return { kind: "problem", say: words.rules() };
    case "refused":
      return { kind: "problem", say: words.refused(judged.because) };
    case "asked":
      return { kind: "read", also: { sheets: [...judged.sheets], doubts: [], asks: [] } };
    case "unclear": {
      const asks = judged.table.unclear as ColumnRole[];
      return { kind: "read", also: { doubts: [], asks, ...sheet } };
    }
    case "workbook": {
      if (isEmptyWorkbook(judged)) return { kind: "problem", say: context.texts.workbook.nothing() };
      return { kind: "read", also: { ...ofPeople(context, judged.people), namesClasses: true, ...sheet } };
    }
    case "judged": {
      if (context.facts.classes.length === 0) return { kind: "problem", say: words.onlyPeople() };
      const namesClasses = isClassNamed(context, judged.rows);
      return { kind: "read", also: { ...ofPeople(context, judged), namesClasses, ...sheet } };
    }
  }
}

function isEmptyWorkbook({ lines, people }: JudgedWorkbook): boolean {
  return lines.classes.length + lines.sessions.length + lines.trainers.length === 0 && people === null;
}

function ofPeople({ answers }: Context, people: JudgedRoster | null): Answers {
  const doubts = (people?.rows ?? []).filter(isOnlyItsPlace).slice(0, MOST_DOUBTS).map(doubtOf);
  return {
    doubts: asJson(doubts),
    asks: (people?.table.unclear ?? []) as ColumnRole[],
    ...answeredBefore(answers, doubts),
  };
}

function isOnlyItsPlace({ verdict, reasons, candidates }: JudgedLine): boolean {
  const places = ["ambiguous-place", "inexact-place"];
  return verdict === "doubt" && candidates.length > 0 && reasons.every((reason) => places.includes(reason));
}

function doubtOf({ sheet, line, candidates }: JudgedLine): Doubt {
  const offered = candidates.slice(0, MOST_OFFERED);
  const labels = labelsOf(offered);
  return { sheet, line, candidates: offered.map(({ code, name }, n) => ({ code, label: labels[n] ?? name })) };
}

export const doubtsIn = (answers: Answers) => (answers.doubts ?? []) as unknown as Doubt[];

/** The same file read otherwise: what was said of a line holds where it is still among what can be meant. */
function answeredBefore(answers: Answers, doubts: readonly Doubt[]): Answers {
  const before = doubtsIn(answers);
  return Object.fromEntries(
    doubts.flatMap(({ sheet, line, candidates }, n) => {
      const answer = answers[`doubt-${before.findIndex((one) => one.line === line && one.sheet === sheet)}`];
      const holds = answer === SKIP || candidates.some(({ code }) => code === answer);
      return answer !== undefined && holds ? [[`doubt-${n}`, answer] as const] : [];
    }),
  );
}
