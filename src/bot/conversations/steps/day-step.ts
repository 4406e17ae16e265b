// A question answered by a calendar day: a button for the likely ones, or typed as people write days.
import { type Day, isDay, readDay } from "../../../domain/calendar.js";
import type { Message, RichText } from "../../../domain/message.js";
import { plainDay } from "../../../texts/dates.js";
import type { Texts } from "../../../texts/index.js";
import { type Step, type StepContext, withChoices } from "../form.js";

export interface DayStepOptions<Facts> {
  label(texts: Texts): string;
  ask(context: StepContext<Facts>): Promise<Message> | Message;
  /** The day people mean by "hari ini" when they write it at this instant, in the zone that the question is about. */
  today(context: StepContext<Facts>, at: Date): Day;
  /** Days that can be pressed instead of typed. */
  choices?(context: StepContext<Facts>): { value: Day; label: string }[];
  perRow?: 1 | 2 | 3;
  /** What is wrong with a day that exists but cannot be meant; nothing when it is fine. */
  check?(context: StepContext<Facts>, day: Day): RichText | undefined;
}

export function dayStep<Facts>(options: DayStepOptions<Facts>): Step<Facts> {
  return {
    typed: true,
    label: options.label,
    value: ({ texts }, answer) => (isDay(String(answer)) ? plainDay(texts.language, String(answer) as Day) : null),
    async ask(context) {
      const message = await options.ask(context);
      const choices = options.choices?.(context) ?? [];
      return withChoices(message, choices, context, options.perRow ?? 2);
    },
    read(context, input) {
      const { common } = context.texts;
      if (input.kind !== "text" && input.kind !== "press") return { kind: "problem", say: common.onlyText() };
      const day =
        input.kind === "press"
          ? pressedDay(input.value)
          : readDay(input.text, options.today(context, input.at ?? context.world.clock.now()));
      if (!day.ok) return { kind: "problem", say: common.dayUnread[day.reason]() };
      const wrong = options.check?.(context, day.day);
      return wrong === undefined ? { kind: "answer", value: day.day } : { kind: "problem", say: wrong };
    },
  };
}

function pressedDay(value: string) {
  return isDay(value) ? { ok: true as const, day: value } : { ok: false as const, reason: "unreadable" as const };
}
