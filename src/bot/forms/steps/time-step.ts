// A question answered by a clock time: a button for the likely ones, or typed as people say it ("setengah 8", "13.30").

import type { Message, RichText } from "../../../domain/messages/message.js";
import { readTime } from "../../../domain/time/calendar.js";
import { bareTime } from "../../../texts/dates.js";
import type { Texts } from "../../../texts/index.js";
import { type Step, type StepContext, withChoices } from "../form.js";

export interface TimeStepOptions<Facts> {
  label(texts: Texts): string;
  ask(context: StepContext<Facts>): Promise<Message> | Message;
  /** Times that can be pressed instead of typed, "HH:MM". */
  choices?(context: StepContext<Facts>): { value: string; label: string }[];
  perRow?: 1 | 2 | 3;
  /** What is wrong with a time that exists but cannot be meant; nothing when it is fine. */
  check?(context: StepContext<Facts>, time: string): RichText | undefined;
}

export function timeStep<Facts>(options: TimeStepOptions<Facts>): Step<Facts> {
  return {
    typed: true,
    label: options.label,
    value: ({ texts }, answer) => bareTime(texts.language, String(answer)),
    async ask(context) {
      const message = await options.ask(context);
      const choices = options.choices?.(context) ?? [];
      return withChoices(message, choices, context, options.perRow ?? 3);
    },
    read(context, input) {
      const { common } = context.texts;
      if (input.kind !== "text" && input.kind !== "press") return { kind: "problem", say: common.onlyText() };
      // A button's value is written as readTime reads it, so an old or foreign one is a time or a problem, never a crash.
      const reading = readTime(input.kind === "press" ? input.value : input.text);
      if (!reading.ok) return { kind: "problem", say: common.timeUnread[reading.reason]() };
      const wrong = options.check?.(context, reading.time);
      return wrong === undefined ? { kind: "answer", value: reading.time } : { kind: "problem", say: wrong };
    },
  };
}
