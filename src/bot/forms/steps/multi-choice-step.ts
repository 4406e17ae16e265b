// A question with several right answers: each button is ticked or not, and one says that this is all.
import { rowsThatFit } from "../../../domain/messages/button-label.js";
import type { Message } from "../../../domain/messages/message.js";
import type { Texts } from "../../../texts/index.js";
import { paragraphs } from "../../../texts/rich.js";
import type { Step, StepContext } from "../form.js";
import { type Choice, isChosen } from "./choice-step.js";

export interface MultiChoiceStepOptions<Facts> {
  /** The step's name in the form: what is ticked is kept beside its answer. */
  name: string;
  label(texts: Texts): string;
  ask(context: StepContext<Facts>): Promise<Message> | Message;
  choices(context: StepContext<Facts>): Choice[];
  perRow?: 1 | 2 | 3;
}

export function multiChoiceStep<Facts>(options: MultiChoiceStepOptions<Facts>): Step<Facts> {
  const tickedIn = ({ answers }: StepContext<Facts>) =>
    (answers[`${options.name}.ticked`] ?? answers[options.name] ?? []) as string[];
  return {
    collects: true,
    label: options.label,
    value(context, answer) {
      const ticked = answer as string[];
      const chosen = options.choices(context).filter(({ value }) => ticked.includes(value));
      return chosen.map(({ label }) => label).join(", ");
    },
    async ask(context) {
      const { common, reports } = context.texts;
      const message = await options.ask(context);
      const ticked = tickedIn(context);
      const boxes = options.choices(context).map(({ value, label }) => ({
        label: `${ticked.includes(value) ? "☑️" : "⬜"} ${label}`,
        data: context.press(value),
      }));
      const done = { label: common.done, data: context.press("done"), tone: "success" as const };
      return {
        ...message,
        ...paragraphs(message, reports.chooseSeveral()),
        buttons: [...rowsThatFit(boxes, options.perRow ?? 2), [done], ...(message.buttons ?? [])],
      };
    },
    read(context, input) {
      const { common, reports } = context.texts;
      const choices = options.choices(context);
      const chosen = [{ value: "done", label: common.done }, ...choices].find((one) => isChosen(one, input));
      if (chosen === undefined) {
        return { kind: "problem", say: input.kind === "press" ? common.oldMenu() : common.pressAButton() };
      }
      const ticked = tickedIn(context);
      if (chosen.value === "done") {
        return ticked.length === 0
          ? { kind: "problem", say: reports.chooseOne() }
          : { kind: "answer", value: ticked, also: { [`${options.name}.ticked`]: ticked } };
      }
      const values = choices.map(({ value }) => value);
      // In the order of the buttons, whatever the order of pressing.
      const now = values.filter((value) => ticked.includes(value) !== (value === chosen.value));
      return { kind: "kept", answers: { [`${options.name}.ticked`]: now } };
    },
  };
}
