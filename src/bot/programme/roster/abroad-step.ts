// The one question about people whose village lies in another province than their class: a slip in the file, or do they belong?
import type { Button } from "../../../domain/messages/message.js";
import { nameOfPlace, previewWorkbook } from "../../../use-cases/index.js";
import type { Step, StepContext } from "../../forms/form.js";
import { choiceStep } from "../../forms/steps/choice-step.js";
import { BELONG, entriesOf, judgementOf, type RosterFacts } from "./roster-lines.js";

type Context = StepContext<RosterFacts>;

export const abroadStep: Step<RosterFacts> = choiceStep<RosterFacts>({
  label: ({ roster }) => roster.form.abroad.label,
  ask: async (context) => {
    const codes = await abroadIn(context);
    const names: string[] = [];
    for (const code of [...new Set(codes)]) names.push((await nameOfPlace(context.world, code)) ?? code);
    return context.texts.roster.form.abroad.ask(codes.length, names);
  },
  choices: ({ texts }) => [
    { value: BELONG, label: texts.roster.form.abroad.belong },
    { value: "slip", label: texts.roster.form.abroad.slip },
  ],
});

async function abroadIn(context: Context): Promise<string[]> {
  const judged = await judgementOf(context);
  if (judged.kind === "judged") return (await entriesOf(context, judged)).abroad;
  if (judged.kind !== "workbook" || judged.people === null) return [];
  const input = { lines: judged.lines, entriesFor: async () => [] };
  const preview = await previewWorkbook(context.world, context.actor, input);
  if (preview.kind !== "planned") return [];
  return (await entriesOf(context, judged.people, preview.plan.coming)).abroad;
}

/** On the summary, where there is somebody to ask about. */
export function toAbroad({ texts, press }: Context, abroad: readonly string[]): Button[][] {
  if (abroad.length === 0) return [];
  return [[{ label: texts.common.change(texts.roster.form.abroad.label), data: press("edit.abroad") }]];
}
