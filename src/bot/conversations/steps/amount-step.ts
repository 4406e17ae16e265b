// A question answered by a whole number, as people write numbers; an unlikely one is asked about once more.
import { readAmount } from "../../../domain/amount.js";
import type { Message } from "../../../domain/message.js";
import type { Texts } from "../../../texts/index.js";
import { paragraphs } from "../../../texts/rich.js";
import type { Reading, Step, StepContext } from "../form.js";

export interface AmountStepOptions<Facts> {
  label(texts: Texts): string;
  ask(context: StepContext<Facts>): Promise<Message> | Message;
  /** Above it the person is asked whether it is meant. */
  max: number;
  example(context: StepContext<Facts>): string;
}

/** What the database's whole numbers hold. */
const LARGEST = 2_147_483_647;

export function amountStep<Facts>(options: AmountStepOptions<Facts>): Step<Facts> {
  return {
    label: options.label,
    async ask(context) {
      const message = await options.ask(context);
      const doubtful = doubtfulOf(context);
      if (doubtful === null) return message;
      const { reports } = context.texts;
      const sure = { label: reports.sure(doubtful), data: context.press(`sure.${doubtful}`) };
      return { ...message, ...paragraphs(message, reports.sureOf(doubtful)), buttons: [[sure]] };
    },
    read(context, input): Reading {
      const { reports, common } = context.texts;
      const doubtful = doubtfulOf(context);
      if (input.kind === "press") {
        return doubtful !== null && input.value === `sure.${doubtful}`
          ? { kind: "answer", value: doubtful }
          : { kind: "problem", say: common.oldMenu() };
      }
      if (input.kind !== "text") return { kind: "problem", say: common.onlyText() };
      const reading = readAmount(input.text);
      if (!reading.ok) return { kind: "problem", say: reports.amountUnread(reading.reason, options.example(context)) };
      const { amount } = reading;
      if (amount > LARGEST) {
        return { kind: "problem", say: reports.amountUnread("too large", options.example(context)) };
      }
      // Typing it again says as much as pressing the button.
      if (amount <= options.max || amount === doubtful) return { kind: "answer", value: amount };
      return { kind: "view", view: { typed: String(amount) } };
    },
  };
}

/** The number that was typed and is so large that it is asked about. */
function doubtfulOf<Facts>({ view }: StepContext<Facts>): number | null {
  return view.typed === undefined ? null : Number(view.typed);
}
