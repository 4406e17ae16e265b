// Which column of the file holds what: asked where the headings do not say, and corrected on the summary.
import { fitLabel } from "../../../domain/messages/button-label.js";
import type { Button } from "../../../domain/messages/message.js";
import type { ColumnRole, RosterColumn } from "../../../domain/roster/reading/roster-reading.js";
import type { FileTable } from "../../../ports/programme/roster-files.js";
import { asJson } from "../../../ports/queue/drafts.js";
import type { Texts } from "../../../texts/index.js";
import type { Answers, Reading, Step, StepContext } from "../../forms/form.js";
import { choiceStep } from "../../forms/steps/choice-step.js";
import { type RosterFile, readFile } from "./read-file.js";
import { type ChosenColumn, columnsIn, judgementOf, type RosterFacts } from "./roster-lines.js";

type Context = StepContext<RosterFacts>;

/** What somebody may say of a column, the likeliest first. */
const OFFERED: readonly ColumnRole[] = [
  ...(["name", "phone", "village", "kecamatan", "kabupaten", "province", "code", "institution", "kind"] as const),
  ...(["address", "className", "startOn", "endOn"] as const),
];

/** What a heading can leave open: no column has it, or two claim it. */
const ASKED = OFFERED.filter((role) => !["address", "institution", "kind", "startOn", "endOn"].includes(role));

const REPEATED: readonly ColumnRole[] = ["phone", "number", "personal", "other"];

/** Of a question which column it is: there is none in the file. */
const NONE = "none";

const stepFor = (role: ColumnRole) => `column-${role}`;
const asksIn = ({ asks }: Answers) => (asks ?? []) as ColumnRole[];

/** The questions that the file leaves open, then the column that is being corrected. */
export function columnOrder(answers: Answers): string[] {
  const corrected = answers.column === undefined ? [] : ["column", "role"];
  return [
    ...asksIn(answers)
      .filter((role) => ASKED.includes(role))
      .map(stepFor),
    ...corrected,
  ];
}

async function tableOf(context: Context): Promise<FileTable | null> {
  const judged = await judgementOf(context);
  if (judged.kind === "judged" || judged.kind === "unclear") return judged.table;
  return judged.kind === "workbook" ? (judged.people?.table ?? null) : null;
}

/** Says what this column holds, and takes from others what only one can. */
function withColumn(columns: readonly ChosenColumn[], column: number, role: ColumnRole): ChosenColumn[] {
  const others = columns.filter((one) => one.column !== column && (one.role !== role || REPEATED.includes(role)));
  return [...others, { column, role }];
}

/** The file read with what was said of its columns; `also` what follows. */
async function readAnew(context: Context, columns: ChosenColumn[], sheet: string | null) {
  const file = context.answers.file as unknown as RosterFile;
  const reading = await readFile(context, file, { ...(sheet !== null && { sheet }), columns });
  if (reading.kind === "problem") return reading;
  const { sheet: _, ...also } = reading.also;
  return { ...reading, also: { ...also, columns: asJson(columns), columnsOf: sheet } };
}

function askStep(role: ColumnRole): Step<RosterFacts> {
  const words = ({ roster }: Texts) => roster.form.columns;
  return choiceStep<RosterFacts>({
    label: (texts) => words(texts).label,
    ask: ({ texts }) => words(texts).which(role),
    choices: async (context) => {
      const taken = columnsIn(context.answers).filter((one) => one.role !== role && OFFERED.includes(one.role));
      const columns = (await tableOf(context))?.columns ?? [];
      return [
        ...columns
          .filter(({ column }) => !taken.some((one) => one.column === column))
          .map((one) => ({
            value: String(one.column),
            label: fitLabel(saidOf(one), undefined, { before: `${one.letter} · ` }),
          })),
        ...(role === "phone" ? [{ value: NONE, label: words(context.texts).none, always: true }] : []),
      ];
    },
    async taken(context, value): Promise<Reading> {
      if (value === NONE) return { kind: "answer", value };
      const sheet = (await tableOf(context))?.sheet ?? null;
      const reading = await readAnew(context, withColumn(columnsIn(context.answers), Number(value), role), sheet);
      if (reading.kind === "problem") return reading;
      // What was asked stays asked: the way back leads through it.
      const asks = [...new Set([...asksIn(context.answers), ...asksIn(reading.also)])];
      return { kind: "answer", value, also: { ...reading.also, asks } };
    },
  });
}

/** Without a heading the first cell tells which column it is. */
function saidOf({ heading, samples: [first = ""] }: RosterColumn): string {
  return heading === "" ? first : heading;
}

const columnStep = choiceStep<RosterFacts>({
  label: ({ roster }) => roster.form.columns.label,
  ask: ({ texts }) => texts.roster.form.columns.ask(),
  choices: async (context) => {
    const { roles } = context.texts.roster.form.columns;
    return ((await tableOf(context))?.columns ?? []).map((one) => ({
      value: String(one.column),
      label: fitLabel(saidOf(one), undefined, { before: `${one.letter} · `, behind: ` → ${roles[one.role]}` }),
    }));
  },
});

const columnAtHand = async (context: Context) =>
  (await tableOf(context))?.columns.find(({ column }) => String(column) === context.answers.column);

const roleStep = choiceStep<RosterFacts>({
  label: ({ roster }) => roster.form.columns.label,
  ask: async (context) => {
    const { letter = "", heading = "", samples = [] } = (await columnAtHand(context)) ?? {};
    return context.texts.roster.form.columns.holds(letter, heading, samples);
  },
  perRow: 2,
  choices: ({ texts }) => {
    const { roles, skip } = texts.roster.form.columns;
    return [
      ...OFFERED.map((role) => ({ value: role as string, label: roles[role] })),
      { value: "other", label: skip, always: true },
    ];
  },
  async taken(context, value): Promise<Reading> {
    const [table, column] = [await tableOf(context), await columnAtHand(context)];
    if (table === null || column === undefined) return { kind: "problem", say: context.texts.roster.form.file.later() };
    // What nobody asked for stays away from the lines that come back.
    const role = value === "other" && column.role === "personal" ? "personal" : (value as ColumnRole);
    const reading = await readAnew(context, withColumn(columnsIn(context.answers), column.column, role), table.sheet);
    if (reading.kind === "problem") return reading;
    const hasNone = context.answers[stepFor("phone")] === NONE;
    return { kind: "answer", value, also: { ...reading.also, ...(hasNone && { [stepFor("phone")]: NONE }) } };
  },
});

export const COLUMN_STEPS: Record<string, Step<RosterFacts>> = {
  ...Object.fromEntries(ASKED.map((role) => [stepFor(role), askStep(role)])),
  column: columnStep,
  role: roleStep,
};

/** What was said of columns, which another file or another correction makes anew. */
export const COLUMN_ANSWERS = ASKED.map(stepFor);

/** On the summary: which columns were read as what. */
export function columnsSaid({ texts }: Context, { columns }: FileTable): string {
  const { roles } = texts.roster.form.columns;
  return columns
    .filter(({ role }) => OFFERED.includes(role))
    .map(({ letter, role }) => `${letter} ${roles[role]}`)
    .join(", ");
}

export function toColumns({ texts, press }: Context): Button[][] {
  return [[{ label: texts.common.change(texts.roster.form.columns.label), data: press("edit.column") }]];
}
