// A question answered by a calendar day: a button for the likely ones, or typed as people write days.

import type { Message, RichText } from "../../../domain/messages/message.js";
import { type Day, isDay } from "../../../domain/time/calendar.js";
import { readDay } from "../../../domain/time/read-day.js";
import { startOf } from "../../../domain/words/cut-to.js";
import { longDay, plainDay, shortDay } from "../../../texts/dates.js";
import type { Texts } from "../../../texts/index.js";
import { paragraphs } from "../../../texts/rich.js";
import { type Reading, type Step, type StepContext, withChoices } from "../form.js";

export interface DayStepOptions<Facts> {
  label(texts: Texts): string;
  ask(context: StepContext<Facts>): Promise<Message> | Message;
  /** The day people mean by "hari ini" when they write it at this instant, in the zone that the question is about. */
  today(context: StepContext<Facts>, at: Date): Day;
  /** Whether the question is about something that is still to come, or about what was; today is either. */
  direction: "ahead" | "back";
  /** What "+7 hari" is counted from, where that is an answer. */
  spansFrom?(context: StepContext<Facts>): Day;
  /** The day that the answer follows: a year that is not said is counted from it. */
  follows?(context: StepContext<Facts>): Day;
  /** Days that can be pressed instead of typed; those on the wrong side of today are left out. */
  choices?(context: StepContext<Facts>): { value: Day; label: string }[];
  perRow?: 1 | 2 | 3;
  /** What is wrong with a day that exists but cannot be meant; nothing when it is fine. */
  check?(context: StepContext<Facts>, day: Day): RichText | undefined;
}

export function dayStep<Facts>(options: DayStepOptions<Facts>): Step<Facts> {
  const isThere = (context: StepContext<Facts>, day: Day): boolean => {
    const today = options.today(context, context.saidAt);
    return options.direction === "ahead" ? day >= today : day <= today;
  };
  const judge = (context: StepContext<Facts>, day: Day): Reading => {
    const wrong = options.check?.(context, day);
    return wrong === undefined ? { kind: "answer", value: day } : { kind: "problem", say: wrong };
  };
  return {
    typed: true,
    label: options.label,
    value: ({ texts }, answer) => (isDay(String(answer)) ? plainDay(texts.language, String(answer) as Day) : null),
    async ask(context) {
      const { texts, view } = context;
      const message = await options.ask(context);
      if (view.days !== undefined) {
        const isShort = view.days.length > MOST_IN_FULL;
        const say = isShort ? shortDay : longDay;
        const choices = view.days.map((day) => ({ value: day, label: say(texts.language, day) }));
        const asked = { ...paragraphs(texts.common.whichDay(view.typed ?? ""), message) };
        return withChoices(asked, choices, context, isShort ? 3 : 1);
      }
      const choices = (options.choices?.(context) ?? []).filter(({ value }) => isThere(context, value));
      return withChoices(message, choices, context, options.perRow ?? 2);
    },
    read(context, input) {
      const { common } = context.texts;
      if (input.kind !== "text" && input.kind !== "press") return { kind: "problem", say: common.onlyText() };
      if (input.kind === "press") {
        return isDay(input.value) ? judge(context, input.value) : { kind: "problem", say: common.oldMenu() };
      }
      const read = readDay(input.text, options.today(context, context.saidAt), {
        side: options.direction,
        spansFrom: options.spansFrom?.(context),
        follows: options.follows?.(context),
      });
      if (read.ok) return judge(context, read.day);
      if (read.reason !== "doubtful") return { kind: "problem", say: common.dayUnread[read.reason]() };
      // A day that the question excludes is not meant: who reports of "senin" speaks of one that is past, who plans of one ahead.
      const meant = among(read.days, context.view.days);
      const allowed = meant.filter((day) => options.check?.(context, day) === undefined);
      const onThatSide = allowed.filter((day) => isThere(context, day));
      const possible = onThatSide.length > 0 ? onThatSide : allowed;
      const [first, ...others] = possible.length > 0 ? possible : meant;
      if (first === undefined) return { kind: "problem", say: common.dayUnread.unreadable() };
      if (others.length === 0 || possible.length === 0) return judge(context, first);
      return { kind: "view", view: { typed: startOf(input.text, LONGEST_QUOTE), days: [first, ...others] } };
    },
  };
}

/** "17" in answer to "which day of June?" is the one of those days. */
function among(days: readonly Day[], offered: readonly Day[] | undefined): readonly Day[] {
  const both = days.filter((day) => offered?.includes(day) === true);
  return both.length > 0 ? both : days;
}

/** In characters: longer than any words for a day, short enough to be quoted back. */
const LONGEST_QUOTE = 40;

/** As many days as one sees at once with their weekday and year; those of a month are written short, three in a row. */
const MOST_IN_FULL = 8;
