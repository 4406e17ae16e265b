// From judged lines and what was chosen about them to people that can go in, and to the file of those that cannot.
import { classNamer, type NamedClass, provincesOfNames } from "../../../domain/office-workbook/find-class.js";
import { kindAt } from "../../../domain/people/participant-kind.js";
import type { RosterEntry } from "../../../domain/roster/import-plan.js";
import { isOfOtherProvince } from "../../../domain/roster/other-province.js";
import type { ColumnRole } from "../../../domain/roster/reading/roster-reading.js";
import type { RowReason } from "../../../domain/roster/row-verdict.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import type {
  JudgedLine,
  JudgedRoster,
  JudgingChoices,
  RosterJudgement,
} from "../../../ports/programme/roster-files.js";
import { letOthersGoFirst } from "../../../ports/queue/waiting.js";
import type { Answers, StepContext } from "../../forms/form.js";

export interface RosterFacts {
  /** On whose page the file is asked for; null: the lines name their classes, or one is chosen. */
  trainingClass: TrainingClass | null;
  /** Classes that the admin may fill, the latest first. */
  classes: TrainingClass[];
  /** Before the end of the form: what is saved is what was judged there. */
  judged?: RosterJudgement;
}

/** More questions than that are answered more quickly in the file itself. */
export const MOST_DOUBTS = 10;

type Context = StepContext<RosterFacts>;
/** other-province: the place is certain, and not in the province of the class · other-class: the line names one, and not that of the page. */
export type Fault = RowReason | ClassFault | "other-province";
type ClassFault = "unknown-class" | "ambiguous-class" | "other-class";

export async function judgementOf({ world, answers, facts }: Context): Promise<RosterJudgement> {
  if (facts.judged !== undefined) return facts.judged;
  const { fileId } = answers.file as { fileId: string };
  const columns = columnsIn(answers);
  const sheet = answers.sheet ?? answers.columnsOf;
  const choices = {
    ...(typeof sheet === "string" && { sheet }),
    ...(columns.length > 0 && { columns }),
  };
  return world.rosters.judge(fileId, { ...choices, ...choicesOf(facts) }, world.progress);
}

export interface ChosenColumn {
  column: number;
  role: ColumnRole;
}

/** What was said of the file's columns; of the sheet `columnsOf`. */
export const columnsIn = (answers: Answers) => (answers.columns ?? []) as unknown as ChosenColumn[];

/** Anyone who names no province is looked for in that of their class first. */
export function choicesOf({ classes, trainingClass }: RosterFacts): Pick<JudgingChoices, "provinces"> {
  if (trainingClass !== null) return { provinces: { "": trainingClass.provinceCode } };
  return { provinces: provincesOfNames(classes) };
}

/** The line as it stands after the choices: a place that was chosen is certain. */
function chosen(context: Context, line: JudgedLine): JudgedLine {
  const doubts = (context.answers.doubts ?? []) as unknown as { sheet: string | null; line: number }[];
  const n = doubts.findIndex((doubt) => doubt.line === line.line && doubt.sheet === line.sheet);
  const code = n < 0 ? undefined : context.answers[`doubt-${n}`];
  const place = line.candidates.find((one) => one.code === code);
  if (place === undefined) return line;
  return { ...line, verdict: "ok", reasons: [], place, kind: kindAt(line.kind ?? "desa", place.code) };
}

/** Why a line, as it stands after the choices, does not go in; null where it does. */
function faultOf({ answers }: Context, line: JudgedLine, trainingClass: ClassRef | ClassFault): Fault | null {
  if (line.verdict !== "ok") return line.reasons[0] ?? "bad-name";
  if (typeof trainingClass === "string") return trainingClass;
  return answers.abroad !== BELONG && isAbroad(line, trainingClass) ? "other-province" : null;
}

/** The answer to "abroad" by which people of other provinces go in. */
export const BELONG = "belong";

/** The answers to "elsewhere" by which people of other classes go in: into the class of the page, or each into their own. */
export const HERE = "here" as const;
export const THEIRS = "theirs" as const;

function isAbroad({ verdict, place }: JudgedLine, trainingClass: ClassRef | ClassFault): boolean {
  if (verdict !== "ok" || place === null || typeof trainingClass === "string") return false;
  return isOfOtherProvince(place.code, trainingClass.provinceCode);
}

export interface Entries {
  entries: RosterEntry[];
  /** Lines that do not go in, with what is wrong with them. */
  problems: { row: JudgedLine; fault: Fault }[];
  faults: [Fault, number][];
  /** Codes of the provinces of people whose class is elsewhere, once for each of them, whether they go in or not. */
  abroad: string[];
  /** The classes that people's lines name besides that of the page, once for each of them, whether they go in or not. */
  elsewhere: string[];
}

/** After so many lines others who came meanwhile are answered: 2 ms, on a machine that is busy 10. */
const AT_ONCE = 500;

export async function entriesOf(
  context: Context,
  { rows }: JudgedRoster,
  classes?: readonly ClassRef[],
): Promise<Entries> {
  const entries: RosterEntry[] = [];
  const abroad: string[] = [];
  const elsewhere: string[] = [];
  const problems: Entries["problems"] = [];
  const faults = new Map<Fault, number>();
  const classOf = classFinder(context, classes);
  const otherOf = classes === undefined ? otherNamed(context) : () => null;
  for (const [n, row] of rows.entries()) {
    if (n % AT_ONCE === AT_ONCE - 1) await letOthersGoFirst();
    const after = chosen(context, row);
    const trainingClass = classOf(after);
    const fault = faultOf(context, after, trainingClass);
    const { name, phone, kind, place, institution, line } = after;
    if (place !== null && isAbroad(after, trainingClass)) abroad.push(place.code.slice(0, 2));
    if (otherOf(after) !== null) elsewhere.push(after.className);
    if (fault !== null || place === null || kind === null || typeof trainingClass === "string") {
      const reason = fault ?? "missing-place";
      problems.push({ row, fault: reason });
      faults.set(reason, (faults.get(reason) ?? 0) + 1);
      continue;
    }
    const libraryName = institution === "" ? null : institution;
    entries.push({ classId: trainingClass.id, line, name, phone, kind, placeCode: place.code, libraryName });
  }
  return { entries, problems, faults: [...faults], abroad, elsewhere };
}

/** A class that is there, or that comes with the workbook. */
export type ClassRef = NamedClass & Pick<TrainingClass, "provinceCode" | "startsOn">;

/**
 * Whether the lines say of somebody which class is theirs: "Gelombang II" alone names none, and one name that several classes have does not
 * tell which. Then it is asked for.
 */
export function isClassNamed({ facts, world }: Context, rows: readonly JudgedLine[]): boolean {
  const classOf = classFinder({ answers: {}, facts, world });
  const ambiguous = new Set<string>();
  for (const row of rows) {
    const found = row.className === "" ? "unknown-class" : classOf(row);
    if (typeof found !== "string") return true;
    if (found === "ambiguous-class") ambiguous.add(row.className);
  }
  return ambiguous.size > 1;
}

type ClassOf = (row: JudgedLine) => ClassRef | ClassFault;

/**
 * A line's class: by its name, or by province and first day; where the file names none, the one on whose page it was sent, or that was
 * chosen. Made once for all lines: hundreds of classes times thousands of lines would hold up the bot.
 */
function classFinder(
  { answers, facts, world }: Pick<Context, "answers" | "facts" | "world">,
  ofWorkbook?: readonly ClassRef[],
): ClassOf {
  const { trainingClass } = facts;
  const classes: readonly ClassRef[] = ofWorkbook ?? facts.classes;
  if (ofWorkbook === undefined && trainingClass !== null) {
    const otherOf = otherNamed({ facts, world });
    return (row) => {
      const other = answers.elsewhere === HERE ? null : otherOf(row);
      if (other === null) return trainingClass;
      return answers.elsewhere === THEIRS ? other : "other-class";
    };
  }
  if (ofWorkbook === undefined && typeof answers.class === "string") {
    const chosenClass = classes.find(({ id }) => String(id) === answers.class) ?? "unknown-class";
    return () => chosenClass;
  }
  const find = classNamer(classes, world.clock.now());
  const byStart = onlyOnes(classes, ({ provinceCode, startsOn }) => `${provinceCode}|${startsOn}`);
  return ({ className, place, startOn }) => {
    const named = find(className);
    return typeof named === "string" ? (byStart.get(`${place?.code.slice(0, 2)}|${startOn}`) ?? named) : named;
  };
}

/** On the page of a class: the other one that a line plainly names, or several of one name; null where it names none, or this one. */
function otherNamed({ facts, world }: Pick<Context, "facts" | "world">) {
  const { trainingClass, classes } = facts;
  if (trainingClass === null) return () => null;
  const find = classNamer(classes, world.clock.now());
  return ({ className }: JudgedLine): ClassRef | "ambiguous-class" | null => {
    const named = find(className, trainingClass.id);
    if (named === "unknown-class") return null;
    return named === "ambiguous-class" || named.id !== trainingClass.id ? named : null;
  };
}

/** By a key that no other class has; null where several have it. */
function onlyOnes(
  classes: readonly ClassRef[],
  keyOf: (one: ClassRef) => string,
): ReadonlyMap<string, ClassRef | null> {
  const found = new Map<string, ClassRef | null>();
  for (const one of classes) found.set(keyOf(one), found.has(keyOf(one)) ? null : one);
  return found;
}

export function personalHeadings({ flags }: JudgedRoster): string[] {
  return flags.filter(({ flag }) => flag === "personal-columns").flatMap(({ which }) => [...which]);
}
