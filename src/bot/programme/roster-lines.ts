// From judged lines and what was chosen about them to people that can go in, and to the file of those that cannot.
import { writeCsv } from "../../domain/csv.js";
import type { NewFile } from "../../domain/message.js";
import type { RosterEntry } from "../../domain/roster/import-plan.js";
import type { RowReason } from "../../domain/roster/row-verdict.js";
import type { TrainingClass } from "../../ports/classes.js";
import type { JudgedLine, JudgedRoster, RosterJudgement } from "../../ports/roster-files.js";
import type { StepContext } from "../conversations/form.js";

export interface RosterFacts {
  /** On whose page the file is asked for; null: the lines name their classes, or one is chosen. */
  trainingClass: TrainingClass | null;
  /** Classes that the admin may fill, the latest first. */
  classes: TrainingClass[];
}

/** More questions than that are answered more quickly in the file itself. */
export const MOST_DOUBTS = 10;

type Context = StepContext<RosterFacts>;
type Fault = RowReason | "unknown-class";

export async function judgementOf({ world, answers }: Context): Promise<RosterJudgement> {
  const { fileId } = answers.file as { fileId: string };
  return world.rosters.judge(fileId, typeof answers.sheet === "string" ? { sheet: answers.sheet } : {});
}

/** The line as it stands after the choices: a place that was chosen is certain. */
function chosen(context: Context, line: JudgedLine): JudgedLine {
  const doubts = (context.answers.doubts ?? []) as unknown as { sheet: string | null; line: number }[];
  const n = doubts.findIndex((doubt) => doubt.line === line.line && doubt.sheet === line.sheet);
  const code = n < 0 ? undefined : context.answers[`doubt-${n}`];
  const place = line.candidates.find((one) => one.code === code);
  if (place === undefined) return line;
  const kind = line.kind ?? (place.kind === "kelurahan" ? "kelurahan" : "desa");
  return { ...line, verdict: "ok", reasons: [], place, kind };
}

/** Why a line, as it stands after the choices, does not go in; null where it does. */
function faultOf(line: JudgedLine, classOf: ClassOf): Fault | null {
  if (line.verdict !== "ok") return line.reasons[0] ?? "bad-name";
  return classOf(line) === null ? "unknown-class" : null;
}

export function entriesOf(
  context: Context,
  { rows }: JudgedRoster,
): { entries: RosterEntry[]; faults: [Fault, number][] } {
  const entries: RosterEntry[] = [];
  const faults = new Map<Fault, number>();
  const classOf = classFinder(context);
  for (const row of rows) {
    const after = chosen(context, row);
    const fault = faultOf(after, classOf);
    const { name, phone, kind, place, institution, line } = after;
    const trainingClass = classOf(after);
    if (fault !== null || place === null || kind === null || trainingClass === null) {
      const reason = fault ?? "missing-place";
      faults.set(reason, (faults.get(reason) ?? 0) + 1);
      continue;
    }
    const libraryName = institution === "" ? null : institution;
    entries.push({ classId: trainingClass.id, line, name, phone, kind, placeCode: place.code, libraryName });
  }
  return { entries, faults: [...faults] };
}

type ClassOf = (row: JudgedLine) => TrainingClass | null;

/**
 * A line's class: by its name, or by province and first day; where the file names none, the one on whose page it was sent, or that was
 * chosen. Made once for all lines: hundreds of classes times thousands of lines would hold up the bot.
 */
function classFinder({ answers, facts }: Context): ClassOf {
  const { classes, trainingClass } = facts;
  if (trainingClass !== null) return () => trainingClass;
  if (typeof answers.class === "string") {
    const chosenClass = classes.find(({ id }) => String(id) === answers.class) ?? null;
    return () => chosenClass;
  }
  const byName = onlyOnes(classes, ({ name }) => plain(name));
  const byStart = onlyOnes(classes, ({ provinceCode, startsOn }) => `${provinceCode}|${startsOn}`);
  return ({ className, place, startOn }) =>
    byName.get(plain(className)) ?? byStart.get(`${place?.code.slice(0, 2)}|${startOn}`) ?? null;
}

/** By a key that no other class has; null where several have it. */
function onlyOnes(
  classes: readonly TrainingClass[],
  keyOf: (one: TrainingClass) => string,
): ReadonlyMap<string, TrainingClass | null> {
  const found = new Map<string, TrainingClass | null>();
  for (const one of classes) found.set(keyOf(one), found.has(keyOf(one)) ? null : one);
  return found;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** In the sender's own columns and order, with what is wrong behind them, so that it can be mended and sent again. */
export function problemsOf(context: Context, { rows, headings }: JudgedRoster): NewFile {
  const { roster } = context.texts;
  const classOf = classFinder(context);
  const wrong = rows.flatMap((row) => {
    const fault = faultOf(chosen(context, row), classOf);
    return fault === null ? [] : [{ row, fault }];
  });
  const csv = writeCsv([
    [...headings, roster.columns.line, roster.columns.verdict, roster.columns.reason, roster.columns.candidates],
    ...wrong.map(({ row, fault }) => {
      const reasons = row.reasons.length === 0 ? [fault] : row.reasons;
      return [
        ...headings.map((_, n) => row.cells[n] ?? ""),
        ...[String(row.line), roster.verdicts[row.verdict === "ok" ? "error" : row.verdict]],
        reasons.map((reason) => roster.reasons[reason]).join("; "),
        row.candidates.map(({ name, code }) => `${name} (${code})`).join("; "),
      ];
    }),
  ]);
  return { kind: "document", name: roster.problemsFile, base64: Buffer.from(csv).toString("base64") };
}

export function personalHeadings({ flags }: JudgedRoster): string[] {
  return flags.filter(({ flag }) => flag === "personal-columns").flatMap(({ which }) => [...which]);
}
