// A question answered by a whole number, as people write numbers, or by "not known yet"; a doubtful one is asked about once more.

import type { Message, RichText } from "../../../domain/messages/message.js";
import { readAmount } from "../../../domain/numbers/read-amount.js";
import type { Json } from "../../../ports/queue/drafts.js";
import type { Texts } from "../../../texts/index.js";
import { paragraphs } from "../../../texts/rich.js";
import type { Reading, Step, StepContext } from "../form.js";
import type { Preset } from "./with-presets.js";

export interface AmountStepOptions<Facts> {
  label(texts: Texts): string;
  ask(context: StepContext<Facts>): Promise<Message> | Message;
  /** Above it the person is asked whether it is meant. */
  max: number;
  /** What does not fit beside other answers, for this number; then too the person is asked. */
  exceeds?(context: StepContext<Facts>, amount: number): RichText | undefined;
  example(context: StepContext<Facts>): string;
}

/** What the database's whole numbers hold. */
const LARGEST = 2_147_483_647;

/** In place of a number. */
export const UNKNOWN = { unknown: true };

/** The value of the button that says so. */
export const UNKNOWN_PRESS = "unknown";

export function unknownPreset<Facts>({ texts }: StepContext<Facts>): Preset {
  return { value: UNKNOWN_PRESS, label: texts.reports.notKnown, answer: UNKNOWN };
}

export function isUnknown(answer: Json): boolean {
  return typeof answer === "object" && answer !== null && "unknown" in answer;
}

/** A number that was typed and is asked about: whether it was meant at all, or whether it can be true. */
interface Doubt {
  amount: number;
  about: "meaning" | "size";
}

export function amountStep<Facts>(options: AmountStepOptions<Facts>): Step<Facts> {
  const accept = (context: StepContext<Facts>, amount: number): Reading => {
    const isLikely = amount <= options.max && options.exceeds?.(context, amount) === undefined;
    return isLikely ? { kind: "answer", value: amount } : { kind: "view", view: viewOf({ amount, about: "size" }) };
  };
  return {
    typed: true,
    label: options.label,
    value: ({ texts }, answer) => {
      if (isUnknown(answer)) return texts.reports.notKnown;
      return answer === null ? texts.common.skipped : texts.reports.amount(Number(answer));
    },
    async ask(context) {
      const { reports } = context.texts;
      const message = await options.ask(context);
      const doubt = doubtIn(context);
      if (doubt === null) return message;
      const { amount, about } = doubt;
      const size = options.exceeds?.(context, amount) ?? reports.sureOf(amount);
      const sure = { label: reports.sure(amount), data: context.press(`sure.${amount}`) };
      const say = about === "meaning" ? reports.unsureOf(amount) : size;
      return { ...message, ...paragraphs(message, say), buttons: [[sure]] };
    },
    read(context, input): Reading {
      const { reports, common } = context.texts;
      const doubt = doubtIn(context);
      if (input.kind === "press") {
        if (doubt === null || input.value !== `sure.${doubt.amount}`) return { kind: "problem", say: common.oldMenu() };
        return doubt.about === "size" ? { kind: "answer", value: doubt.amount } : accept(context, doubt.amount);
      }
      if (input.kind !== "text") return { kind: "problem", say: common.onlyText() };
      const reading = readAmount(input.text);
      const amount = reading.ok ? reading.amount : reading.reason === "unsure" ? reading.guess : null;
      if (amount !== null && amount > LARGEST) {
        return { kind: "problem", say: reports.amountUnread("too large", options.example(context)) };
      }
      if (reading.ok) {
        // Typing it again says as much as pressing the button.
        const isMeant = doubt?.about === "size" && doubt.amount === reading.amount;
        return isMeant ? { kind: "answer", value: reading.amount } : accept(context, reading.amount);
      }
      if (reading.reason === "unsure") {
        return { kind: "view", view: viewOf({ amount: reading.guess, about: "meaning" }) };
      }
      if (reading.reason === "unknown") return { kind: "answer", value: UNKNOWN };
      return { kind: "problem", say: reports.amountUnread(reading.reason, options.example(context)) };
    },
  };
}

/** "25?" is a number of which nobody is sure that it was meant, "25" one that is large. */
function viewOf({ amount, about }: Doubt): { typed: string } {
  return { typed: about === "meaning" ? `${amount}?` : String(amount) };
}

function doubtIn<Facts>({ view: { typed } }: StepContext<Facts>): Doubt | null {
  const [, amount, mark] = /^(\d+)(\?)?$/.exec(typed ?? "") ?? [];
  return amount === undefined ? null : { amount: Number(amount), about: mark === undefined ? "size" : "meaning" };
}
