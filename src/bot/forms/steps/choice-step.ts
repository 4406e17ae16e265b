// A question answered by one of a few buttons; the button's words, typed, are understood as well.

import type { Message } from "../../../domain/messages/message.js";
import { pageOf, ROWS_A_PAGE } from "../../../domain/paging.js";
import { labelMeant } from "../../../domain/words/label-meant.js";
import type { Texts } from "../../../texts/index.js";
import { pageRow } from "../../kit/page-row.js";
import { type Input, type Reading, type Step, type StepContext, withChoices } from "../form.js";
import { isPressOf } from "../presses/press.js";

export interface Choice {
  value: string;
  label: string;
  /** Offered on every page, below the others: "none of these". */
  always?: boolean;
}

/** How many choices there are may come from the data, and a hundred buttons are more than Telegram shows. */
const ROWS_WITHOUT_PAGES = 12;

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
      const perRow = options.perRow ?? 1;
      const choices = await options.choices(context);
      const listed = choices.filter(({ always }) => always !== true);
      const rows = listed.length > ROWS_WITHOUT_PAGES * perRow ? ROWS_A_PAGE : ROWS_WITHOUT_PAGES;
      const { shown, page, last } = pageOf(listed, rows * perRow, context.view.page ?? 0);
      const paged = {
        ...message,
        buttons: [
          ...pageRow(context.texts, { page, last }, (to) => context.press(`page.${to}`)),
          ...(message.buttons ?? []),
        ],
      };
      return withChoices(paged, [...shown, ...choices.filter(({ always }) => always)], context, perRow);
    },
    async read(context, input) {
      const page = input.kind === "press" ? /^page\.(\d{1,4})$/.exec(input.value)?.[1] : undefined;
      if (page !== undefined) return { kind: "view", view: { page: Number(page) } };
      const choices = await options.choices(context);
      const chosen = choices.find((option) => isChosen(option, input)) ?? meant(choices, input);
      if (chosen === undefined) return { kind: "problem", say: context.texts.common.pressAButton() };
      return options.taken?.(context, chosen.value) ?? { kind: "answer", value: chosen.value };
    },
  };
}

/** A part of the words of one button, and of no other. */
function meant(choices: Choice[], input: Input): Choice | undefined {
  if (input.kind !== "text") return undefined;
  const at = labelMeant(
    input.text,
    choices.map(({ label }) => label),
  );
  return at === null ? undefined : choices[at];
}

/** Pressed, or its words typed: many who have never used a bot type what the button says. */
export function isChosen({ value, label }: Choice, input: Input): boolean {
  if (input.kind === "press") return isPressOf(value, input.value);
  return input.kind === "text" && plain(input.text) === plain(label);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
