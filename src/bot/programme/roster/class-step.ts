// Which class the people of a file are for, where neither the page nor the file says it.
import { isOver } from "../../../domain/office-workbook/find-class.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import type { Step, StepContext } from "../../forms/form.js";
import { choiceStep } from "../../forms/steps/choice-step.js";
import type { RosterFacts } from "./roster-lines.js";

/** Names come back in each wave and each year: a class is told by its first day, and those that are over stand below. */
export const classStep: Step<RosterFacts> = choiceStep<RosterFacts>({
  label: ({ roster }) => roster.form.class.label,
  ask: ({ texts }) => texts.roster.form.class.ask(),
  choices: ({ facts, texts, world }) => {
    const now = world.clock.now();
    const { classEntry } = texts.programme;
    const { over } = texts.roster.form.class;
    const entries = facts.classes.map((one) => ({ ...one, isPast: isOver(one, now) }));
    const inOrder = [...entries.filter(({ isPast }) => !isPast), ...entries.filter(({ isPast }) => isPast)];
    return inOrder.map(({ id, name, startsOn, isPast }) => ({
      value: String(id),
      label: isPast ? over(name, startsOn) : classEntry(name, startsOn),
    }));
  },
});

/** For which class all of the file is; null where its lines say it. */
export function classOfFile({
  facts,
  answers,
}: Pick<StepContext<RosterFacts>, "facts" | "answers">): TrainingClass | null {
  return facts.trainingClass ?? facts.classes.find(({ id }) => String(id) === answers.class) ?? null;
}
