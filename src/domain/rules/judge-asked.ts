// Whether rows of questions, choices and obstacles hold together, and with what was asked before.
import { PLAN_TYPES } from "../plans/work-plan.js";
import type { Question } from "../reports/questionnaire.js";
import type { FaultyThing, RuleFault, RuleFaultReason } from "./rule-fault.js";
import { isSame } from "./rules.js";
import type { AskedRows, ChoiceRow, ObstacleRow, QuestionRow } from "./sheets/asked-rows.js";

export interface AskedBefore {
  /** Answers of earlier reports are told, added up and offered again by the kind that a code had. */
  kinds: ReadonlyMap<string, Question["kind"]>;
  /** type.code of the questions that files for SIM are made of. */
  neededQuestions: readonly string[];
}

/** On a button of one of two columns, of one column, beside a tick; in a sentence. */
const LONGEST = { button: 15, label: 24, choice: 26, obstacle: 28, ask: 200, example: 60 } as const;
const MOST = { questions: 12, choices: 12, obstacles: 12 } as const;
const MOST_AMOUNT = 1_000_000_000_000;

/** Who finds theirs in no line presses "other"; "illness" begins a pause. */
const NEEDED_OBSTACLES = ["other", "illness"] as const;

/** Fits a button beside the form's own words. */
const CODE = /^[a-z][a-z_]{0,23}$/;

type Row = QuestionRow | ChoiceRow | ObstacleRow;
type Check = readonly [isWrong: boolean, reason: RuleFaultReason, about?: string];

export function askedFaults(rows: AskedRows, before: AskedBefore): RuleFault[] {
  const { questions, choices, obstacles } = rows;
  return [
    ...questions.flatMap((row) => first("questions", row, questionChecks(row, rows, before))),
    ...wholeSets(questions, before),
    ...choices.flatMap((row) => first("choices", row, choiceChecks(row, rows))),
    ...choicesOf(rows),
    ...obstacles.flatMap((row) => first("obstacles", row, obstacleChecks(row, obstacles))),
    ...wholeObstacles(obstacles),
  ];
}

/** One reason a row: the others may come of it. */
function first(sheet: RuleFault["sheet"], row: Row, checks: readonly Check[]): RuleFault[] {
  const [found] = checks.filter(([isWrong]) => isWrong);
  if (found === undefined) return [];
  const [, reason, about = row.code] = found;
  return [{ sheet, line: row.line, reason, about, ...(row.line === null && placeOf(row, about)) }];
}

/** Where it stands, when it comes from no row of a file; what it is about is said anyway. */
function placeOf(row: Row, about: string): { of?: FaultyThing } {
  if ("plan" in row)
    return { of: { ...(row.plan !== null && { plan: row.plan }), ...(row.code !== about && { code: row.code }) } };
  return "question" in row && row.question !== about ? { of: { code: row.question } } : {};
}

function questionChecks(row: QuestionRow, { questions }: AskedRows, { kinds }: AskedBefore): Check[] {
  const { code, kind, plan, max, partOf } = row;
  const known = kinds.get(code);
  const same = questions.filter((one) => one.code === code);
  const isAmount = kind === "amount";
  const isChosen = kind === "choice" || kind === "choices";
  const part = questions.find((one) => one.plan === plan && one.code === partOf);
  return [
    [plan === null, "unknown_plan", code || row.labelId || row.askId],
    [kind === null, "unknown_kind", code || row.labelId || row.askId],
    [row.isNeeded === null, "unknown_needed", code || row.labelId || row.askId],
    ...codeChecks(row, row.askId),
    [same.find((one) => one.plan === plan) !== row, "twice"],
    [known !== undefined && kind !== known, "other_kind"],
    [same[0] !== undefined && !isSameWords(row, same[0]), "other_words"],
    [isAmount && !(typeof max === "number" && max >= 1 && max <= MOST_AMOUNT), "no_max"],
    [isAmount && partOf !== "" && (part?.kind !== "amount" || partOf === code), "no_part", partOf],
    [isAmount && isPartOfItself(row, questions), "part_of_itself"],
    [[row.labelId, row.labelEn, row.askId, row.askEn].includes(""), "no_translation"],
    [!isChosen && [row.exampleId, row.exampleEn].includes(""), "no_example"],
    ...lengthChecks(row, { labelId: LONGEST.label, labelEn: LONGEST.label }),
    ...lengthChecks(row, { shortId: LONGEST.button, shortEn: LONGEST.button }),
    ...lengthChecks(row, { askId: LONGEST.ask, askEn: LONGEST.ask }),
    ...lengthChecks(row, { exampleId: LONGEST.example, exampleEn: LONGEST.example }),
    ...nameChecks(
      row,
      questions.filter((one) => one.plan === plan),
    ),
    [needsButton(row.labelId, row.shortId) || needsButton(row.labelEn, row.shortEn), "no_button"],
  ];
}

/** One code is one column of a file and one step of a form, in whichever plan it is asked. */
function isSameWords(one: QuestionRow, other: QuestionRow): boolean {
  const said = ({ line: _, plan: __, isNeeded: ___, partOf: ____, max: _____, ...words }: QuestionRow) => words;
  return isSame(said(one), said(other));
}

function wholeSets(questions: readonly QuestionRow[], { neededQuestions }: AskedBefore): RuleFault[] {
  const sheet = "questions";
  const faults: RuleFault[] = [];
  for (const type of PLAN_TYPES) {
    const own = questions.filter(({ plan }) => plan === type);
    if (own.length === 0) faults.push({ sheet, line: null, reason: "no_question", about: type });
    const tooMany = own[MOST.questions];
    if (tooMany !== undefined) {
      const { line } = tooMany;
      const of = line === null && { of: { plan: type } };
      faults.push({ sheet, line, reason: "too_many_questions", about: String(MOST.questions), ...of });
    }
    for (const needed of neededQuestions.filter((one) => one.startsWith(`${type}.`))) {
      const code = needed.slice(type.length + 1);
      if (!own.some((one) => one.code === code))
        faults.push({ sheet, line: null, reason: "still_needed", about: code });
    }
  }
  return faults;
}

function choiceChecks(row: ChoiceRow, { questions, choices }: AskedRows): Check[] {
  const of = questions.find(({ code }) => code === row.question);
  const twin = choices.find((one) => one.question === row.question && one.code === row.code);
  return [
    [
      of === undefined || (of.kind !== "choice" && of.kind !== "choices"),
      "strange_choice",
      row.question || row.labelId,
    ],
    ...codeChecks(row),
    [twin !== row, "twice"],
    [[row.labelId, row.labelEn].includes(""), "no_translation"],
    ...lengthChecks(row, { labelId: LONGEST.choice, labelEn: LONGEST.choice }),
    ...nameChecks(
      row,
      choices.filter((one) => one.question === row.question),
    ),
  ];
}

function choicesOf({ questions, choices }: AskedRows): RuleFault[] {
  return questions.flatMap(({ code, kind, line }): RuleFault[] => {
    if (kind !== "choice" && kind !== "choices") return [];
    const own = choices.filter(({ question }) => question === code);
    const tooMany = own[MOST.choices];
    if (own.length < 2) return [{ sheet: "questions", line, reason: "too_few_choices", about: code }];
    if (tooMany === undefined) return [];
    const about = String(MOST.choices);
    const of = tooMany.line === null && { of: { code } };
    return [{ sheet: "choices", line: tooMany.line, reason: "too_many_choices", about, ...of }];
  });
}

function obstacleChecks(row: ObstacleRow, obstacles: readonly ObstacleRow[]): Check[] {
  return [
    ...codeChecks(row),
    [obstacles.find(({ code }) => code === row.code) !== row, "twice"],
    [[row.labelId, row.labelEn].includes(""), "no_translation"],
    ...lengthChecks(row, { labelId: LONGEST.obstacle, labelEn: LONGEST.obstacle }),
    ...nameChecks(row, obstacles),
  ];
}

function wholeObstacles(obstacles: readonly ObstacleRow[]): RuleFault[] {
  const sheet = "obstacles";
  const tooMany = obstacles[MOST.obstacles];
  const missing = NEEDED_OBSTACLES.filter((needed) => !obstacles.some(({ code }) => code === needed));
  return [
    ...(tooMany === undefined
      ? []
      : [{ sheet, line: tooMany.line, reason: "too_many_obstacles", about: String(MOST.obstacles) } as const]),
    ...missing.map((about) => ({ sheet, line: null, reason: "obstacle_needed", about }) as const),
  ];
}

function codeChecks(row: Row, otherwise = ""): Check[] {
  const about = row.code || row.labelId || row.labelEn || otherwise;
  return [
    [!CODE.test(row.code), "bad_code", about],
    // Words are looked up by codes: "constructor" is something of every object.
    [row.code in {}, "taken_code"],
  ];
}

function lengthChecks<R extends Row>(row: R, most: Readonly<Partial<Record<keyof R & string, number>>>): Check[] {
  return Object.entries<number | undefined>(most).map(([column, letters = 0]) => [
    String(row[column as keyof R]).length > letters,
    "too_long",
    `${column}:${letters}`,
  ]);
}

/** Two buttons, or two lines of a summary, that read the same: nobody can tell which is which. */
function nameChecks(row: Row, beside: readonly Row[]): Check[] {
  const isTwin = (of: (one: Row) => string) =>
    of(row) !== "" && beside.find((one) => of(one).toLowerCase() === of(row).toLowerCase()) !== row;
  return (["labelId", "labelEn"] as const).map((column) => [isTwin((one) => one[column]), "same_name", row[column]]);
}

/** A part of a part is a part; one that comes round to itself fits no numbers but equal ones. */
function isPartOfItself({ code, plan, partOf }: QuestionRow, questions: readonly QuestionRow[]): boolean {
  const met = new Set<string>();
  for (let next = partOf; next !== "" && !met.has(next); ) {
    if (next === code) return true;
    met.add(next);
    next = questions.find((one) => one.plan === plan && one.code === next)?.partOf ?? "";
  }
  return false;
}

function needsButton(label: string, short: string): boolean {
  return label.length > LONGEST.button && short === "";
}
