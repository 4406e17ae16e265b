// Workbooks of rules as an office sends them back: the one that went out, changed, or a sheet of its own.
import type { CellOut, SheetOut, WorkbookOut } from "../../../src/domain/files/workbook.js";
import type { Language } from "../../../src/domain/people/person.js";
import type { PlanType } from "../../../src/domain/plans/work-plan.js";
import { changesFrom, type Rules } from "../../../src/domain/rules/rules.js";
import { type RuleSheet, SHEET_NAMES } from "../../../src/domain/rules/sheets/rule-sheets.js";
import { shippedRules } from "../../../src/domain/rules/shipped-rules.js";
import { DEFAULT_HOLIDAYS, restDaysOf } from "../../../src/domain/time/holidays.js";
import { writeXlsx } from "../../../src/files/xlsx-out/write-xlsx.js";
import { readQuestions, SHIPPED_QUESTIONS } from "../../../src/questionnaire.js";
import { rulesWorkbook } from "../../../src/texts/files/workbooks/rules-workbook.js";
import { questionsInWords } from "../../../src/texts/questions/questions-in-words.js";
import type { Act } from "../stage/phone.js";
import type { Stage } from "../stage/stage.js";
import { type CellMade, type SheetMade, workbookOf } from "./xlsx-file.js";

export async function rulesOfProgram(): Promise<Rules> {
  const { current } = await readQuestions(SHIPPED_QUESTIONS);
  return shippedRules({ rest: restDaysOf(DEFAULT_HOLIDAYS) }, questionsInWords(current));
}

/** As it goes out, and then changed. */
export async function changedWorkbook(
  change: (rules: Rules) => Rules,
  { language = "id", number = 0 }: { language?: Language; number?: number } = {},
): Promise<Uint8Array> {
  const shipped = await rulesOfProgram();
  return writeXlsx(rulesWorkbook(language, { rules: change(shipped), shipped, number, today: "2024-06-11" }));
}

export const withValues =
  (values: Partial<Rules["values"]>) =>
  (rules: Rules): Rules => ({ ...rules, values: { ...rules.values, ...values } });

/** Its sheets as a spreadsheet holds them, the headings in row 1, so that a test can do to them what clerks do. */
export async function rawSheets(
  rules: Rules,
  { language = "id", number = 0 }: { language?: Language; number?: number } = {},
): Promise<{ name: string; rows: CellMade[][] }[]> {
  const shipped = await rulesOfProgram();
  const { sheets } = rulesWorkbook(language, { rules, shipped, number, today: "2024-06-11" });
  return sheets.map(({ name, columns, rows }) => ({
    name,
    rows: [
      columns.map(({ heading }) => heading),
      ...rows.map((row) => row.map((cell) => (typeof cell === "object" && cell !== null ? cellOf(cell) : cell))),
    ],
  }));
}

function cellOf(cell: Exclude<CellOut, string | number | null>): CellMade {
  if ("day" in cell) return cell.day;
  throw new Error("The workbook of rules has no such cell.");
}

/** Values alone, as one sheet: what is not named stays. */
export function valuesWorkbook(values: Partial<Rules["values"]>): Buffer {
  return workbookOf([["Kode", "Nilai"], ...Object.entries(values)] as SheetMade["rows"], { name: "Jam" });
}

/** One sheet of it, with the lists that its cells are chosen from. */
export async function sheetOut(sheet: RuleSheet, rules: Rules): Promise<WorkbookOut & { sheet: SheetOut }> {
  const { sheets, lists = {} } = rulesWorkbook("id", {
    rules,
    shipped: await rulesOfProgram(),
    number: 0,
    today: "2024-06-11",
  });
  const found = sheets.find(({ name }) => name === SHEET_NAMES[sheet].id);
  if (found === undefined) throw new Error(`No sheet ${sheet}.`);
  return { lists, sheets: [], sheet: found };
}

export const sendsRules =
  (bytes: Uint8Array): Act =>
  (phone) =>
    phone.sendsDocument({ name: "aturan.xlsx", mime: "application/octet-stream", bytes });

/** As the office has them from now on, without the chat. */
export async function putInForce(
  { world, clock }: Pick<Stage, "world" | "clock">,
  change: (rules: Rules) => Rules,
): Promise<void> {
  const shipped = await rulesOfProgram();
  const number = (await world.store.rules.newest()) + 1;
  const changes = changesFrom(shipped, change(shipped));
  await world.store.rules.add({ number, changes, takesBack: null }, clock.now());
}

/** Without these questions and obstacles; what is said about them stays, as nobody reads it. */
export const without =
  ({ questions = [], obstacles = [] }: { questions?: readonly string[]; obstacles?: readonly string[] }) =>
  (rules: Rules): Rules => {
    const { asked } = rules;
    const kept = (type: keyof typeof asked.sets) => asked.sets[type].filter(({ key }) => !questions.includes(key));
    return {
      ...rules,
      asked: {
        ...asked,
        obstacles: asked.obstacles.filter((key) => !obstacles.includes(key)),
        sets: {
          information_services: kept("information_services"),
          community_engagement: kept("community_engagement"),
          advocacy: kept("advocacy"),
        },
      },
    };
  };

/** With questions for a number at the end of this plan, each named by its code. */
export const withAmounts =
  (type: PlanType, keys: readonly string[], more: { partOf?: string } = {}) =>
  (rules: Rules): Rules => {
    const { sets, words, obstacles } = rules.asked;
    const all = (of: (key: string) => string) => Object.fromEntries(keys.map((key) => [key, of(key)]));
    const said = (language: Language) => {
      const { labels, asks, examples } = words[language];
      return {
        ...words[language],
        labels: { ...labels, ...all((key) => key) },
        asks: { ...asks, ...all((key) => `${key}?`) },
        examples: { ...examples, ...all(() => "3") },
      };
    };
    const added = keys.map((key) => ({ key, kind: "amount" as const, max: 500, ...more }));
    return {
      ...rules,
      asked: {
        obstacles,
        sets: { ...sets, [type]: [...sets[type], ...added] },
        words: { id: said("id"), en: said("en") },
      },
    };
  };
