// The one question about people whose lines name another class than the one on whose page the file was sent.
import type { Button } from "../../../domain/messages/message.js";
import type { Answers, Step, StepContext } from "../../forms/form.js";
import { choiceStep } from "../../forms/steps/choice-step.js";
import { entriesOf, HERE, judgementOf, type RosterFacts, THEIRS } from "./roster-lines.js";

type Context = StepContext<RosterFacts>;

export const elsewhereStep: Step<RosterFacts> = choiceStep<RosterFacts>({
  label: ({ roster }) => roster.form.elsewhere.label,
  ask: async (context) => {
    const judged = await judgementOf(context);
    const names = judged.kind === "judged" ? (await entriesOf(context, judged)).elsewhere : [];
    return context.texts.roster.form.elsewhere.ask(names.length, [...new Set(names)]);
  },
  choices: ({ texts, facts }) => {
    const { here, theirs, none } = texts.roster.form.elsewhere;
    return [
      { value: HERE, label: here(facts.trainingClass?.name ?? "") },
      { value: THEIRS, label: theirs },
      { value: "none", label: none },
    ];
  },
});

/** What the summary says of them: where they go, and how many. */
export function elsewhereWords({ elsewhere: answer }: Answers, elsewhere: readonly string[]) {
  return answer === HERE || answer === THEIRS ? { to: answer, people: elsewhere.length } : null;
}

/** On the summary, where there is somebody to ask about. */
export function toElsewhere({ texts, press }: Context, elsewhere: readonly string[]): Button[][] {
  if (elsewhere.length === 0) return [];
  return [[{ label: texts.common.change(texts.roster.form.elsewhere.label), data: press("edit.elsewhere") }]];
}
