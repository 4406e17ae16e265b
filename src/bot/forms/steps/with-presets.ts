// Adds answers that can be pressed to any step: "same as before", "skip"; the button's words, typed, are understood as well.
import { saysNone } from "../../../domain/words/short-answers.js";
import type { Json } from "../../../ports/queue/drafts.js";
import type { Input, Step, StepContext } from "../form.js";
import { isChosen } from "./choice-step.js";

export interface Preset {
  value: string;
  label: string;
  /** What pressing it answers; the step itself is not asked. */
  answer: Json;
}

export function withPresets<Facts>(
  step: Step<Facts>,
  presets: (context: StepContext<Facts>) => Promise<Preset[]> | Preset[],
): Step<Facts> {
  return {
    ...step,
    value: (context, answer) =>
      answer === null ? context.texts.common.skipped : (step.value?.(context, answer) ?? null),
    async ask(context) {
      const message = await step.ask(context);
      const rows = (await presets(context)).map(({ value, label }) => [{ label, data: context.press(value) }]);
      return { ...message, buttons: [...(message.buttons ?? []), ...rows] };
    },
    async read(context, input) {
      const offered = await presets(context);
      const preset = offered.find((one) => isChosen(one, input)) ?? offered.find((one) => isLeftOut(one, input));
      return preset === undefined ? step.read(context, input) : { kind: "answer", value: preset.answer };
    },
  };
}

/** "Tidak ada", where one may leave it out. */
function isLeftOut({ answer }: Preset, input: Input): boolean {
  return answer === null && input.kind === "text" && saysNone(input.text);
}

export function skipPreset<Facts>({ texts }: StepContext<Facts>): Preset {
  return { value: "skip", label: texts.common.skip, answer: null };
}
