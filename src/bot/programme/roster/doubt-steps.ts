// Lines whose place may be several: one question each.
import { cutTo } from "../../../domain/words/cut-to.js";
import type { JudgedLine } from "../../../ports/programme/roster-files.js";
import type { Step, StepContext } from "../../forms/form.js";
import { choiceStep } from "../../forms/steps/choice-step.js";
import { doubtsIn, SKIP } from "./read-file.js";
import { judgementOf, MOST_DOUBTS, type RosterFacts } from "./roster-lines.js";

type Context = StepContext<RosterFacts>;

/** So much of a line tells who is meant. */
const MOST_SAID = 200;

/** The lines of people; none while the file cannot be read. */
async function rowsOf(context: Context): Promise<readonly JudgedLine[]> {
  const judged = await judgementOf(context);
  if (judged.kind === "judged") return judged.rows;
  return judged.kind === "workbook" ? (judged.people?.rows ?? []) : [];
}

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
        : words.ask(line, row.name, cutTo(row.cells.join(" · "), MOST_SAID));
    },
    choices: (context) => [
      ...(doubt(context)?.candidates ?? []).map(({ code, label }) => ({ value: code, label })),
      { value: SKIP, label: context.texts.roster.form.doubt.skip, always: true },
    ],
  });
}

export const DOUBT_STEPS = Array.from({ length: MOST_DOUBTS }, (_, n) => [`doubt-${n}`, doubtStep(n)] as const);
