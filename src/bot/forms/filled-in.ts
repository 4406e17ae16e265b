// What a person has filled in so far, in words: said when they come back to a form, and when they change one answer.

import type { RichText } from "../../domain/messages/message.js";
import { cutTo } from "../../domain/words/cut-to.js";
import { lines, rich } from "../../texts/rich.js";
import { type Form, type StepContext, stepOf } from "./form.js";

/** So many lines and letters that they and the question fit a small phone's screen. */
const MOST_LINES = 10;
const LONGEST = 60;

/** The present answer of this step; null where there is none that says anything. */
export async function presentValue<Facts>(
  form: Form<Facts>,
  context: StepContext<Facts>,
  step: string,
): Promise<string | null> {
  const answer = context.answers[step];
  if (answer === undefined) return null;
  const value = await stepOf(form, step, context.facts).value?.(context, answer);
  return value === undefined || value === null || value === "" ? null : shortened(value);
}

/** A line for each answer in the order of the questions; null where there is none. */
export async function filledIn<Facts>(form: Form<Facts>, context: StepContext<Facts>): Promise<RichText | null> {
  const filled: RichText[] = [];
  for (const step of form.order(context.answers, context.facts)) {
    const value = await presentValue(form, context, step);
    if (value !== null) filled.push(rich`• ${stepOf(form, step, context.facts).label(context.texts)}: ${value}`);
  }
  if (filled.length === 0) return null;
  const rest = filled.length - MOST_LINES;
  return lines(...filled.slice(0, MOST_LINES), rest > 0 && context.texts.common.andMore(rest));
}

function shortened(value: string): string {
  return cutTo(value.replace(/\s+/g, " ").trim(), LONGEST);
}
