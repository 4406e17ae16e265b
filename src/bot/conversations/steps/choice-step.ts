// A question answered by one of a few buttons; the button's words, typed, are understood as well.
import type { Message } from "../../../domain/message.js";
import type { Texts } from "../../../texts/index.js";
import { type Input, type Reading, type Step, type StepContext, withChoices } from "../form.js";

export interface Choice {
  value: string;
  label: string;
}

export interface ChoiceStepOptions<Facts> {
  label(texts: Texts): string;
  ask(context: StepContext<Facts>): Promise<Message> | Message;
  choices(context: StepContext<Facts>): Promise<Choice[]> | Choice[];
  perRow?: 1 | 2 | 3;
  /** What else follows from the choice; by default the value alone is the answer. */
  taken?(context: StepContext<Facts>, value: string): Promise<Reading> | Reading;
}

export function choiceStep<Facts>(options: ChoiceStepOptions<Facts>): Step<Facts> {
  return {
    label: options.label,
    async value(context, answer) {
      const choices = await options.choices(context);
      return choices.find(({ value }) => value === answer)?.label ?? null;
    },
    async ask(context) {
      const message = await options.ask(context);
      const choices = await options.choices(context);
      return withChoices(message, choices, context, options.perRow ?? 1);
    },
    async read(context, input) {
      const choices = await options.choices(context);
      const chosen = choices.find((option) => isChosen(option, input));
      if (chosen === undefined) return { kind: "problem", say: context.texts.common.pressAButton() };
      return options.taken?.(context, chosen.value) ?? { kind: "answer", value: chosen.value };
    },
  };
}

/** Pressed, or its words typed: many who have never used a bot type what the button says. */
export function isChosen({ value, label }: Choice, input: Input): boolean {
  if (input.kind === "press") return input.value === value;
  return input.kind === "text" && plain(input.text) === plain(label);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
