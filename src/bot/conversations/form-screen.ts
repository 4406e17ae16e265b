// Draws a form: the open question with its place and the way back, or the summary with everything that can be changed.
import { rowsThatFit } from "../../domain/button-label.js";
import type { Button, Message, RichText } from "../../domain/message.js";
import type { Draft } from "../../ports/drafts.js";
import type { Texts } from "../../texts/index.js";
import { italic, paragraphs } from "../../texts/rich.js";
import { currentStep, type Form, pressData, type StepContext, SUMMARY, stepOf } from "./form.js";

/** What is on the screen at the open question. */
export async function screenOf<Facts>(
  form: Form<Facts>,
  draft: Draft,
  context: StepContext<Facts>,
  problem?: RichText,
): Promise<Message> {
  const step = currentStep(form, draft, context.facts);
  if (step === SUMMARY) return summaryScreen(form, context, problem);
  const asked = await stepOf(form, step, context.facts).ask(context);
  const { common } = context.texts;
  const order = form.order(draft.answers, context.facts);
  const place =
    draft.editing === null
      ? placeOf(common, order, step)
      : common.correcting(stepOf(form, step, context.facts).label(context.texts));
  const message = withHeading(asked, place, problem);
  if (asked.keyboard !== undefined && asked.keyboard !== "remove") {
    const choices = [...asked.keyboard.choices, common.cancel];
    return { ...message, keyboard: { ...asked.keyboard, choices } };
  }
  return { ...message, buttons: [...(asked.buttons ?? []), navigation(context.texts, step, order, draft)] };
}

/** The only question of a form needs no number. */
function placeOf(common: Texts["common"], order: string[], step: string): string | undefined {
  return order.length > 1 ? common.step(order.indexOf(step) + 1, order.length) : undefined;
}

function navigation(texts: Texts, step: string, order: string[], draft: Draft): Button[] {
  const cancel = { label: texts.common.cancel, data: pressData(step, "cancel") };
  const isFirst = draft.editing === null && order.indexOf(step) <= 0;
  return isFirst ? [cancel] : [{ label: texts.common.back, data: pressData(step, "back") }, cancel];
}

async function summaryScreen<Facts>(
  form: Form<Facts>,
  context: StepContext<Facts>,
  problem?: RichText,
): Promise<Message> {
  if (form.summary === undefined) throw new Error(`The form ${form.name} has no summary, yet one was asked for.`);
  const { confirm: label, ...message } = await form.summary(context);
  const { texts } = context;
  const changeable = form.changeable ?? form.order;
  const changes = changeable(context.answers, context.facts).map((step) => ({
    label: texts.common.change(stepOf(form, step, context.facts).label(texts)),
    data: pressData(SUMMARY, `edit.${step}`),
  }));
  const confirm: Button = {
    label: label ?? form.confirmLabel?.(texts) ?? texts.common.yes,
    data: pressData(SUMMARY, "confirm"),
    tone: "success",
  };
  const cancel = { label: texts.common.cancel, data: pressData(SUMMARY, "cancel") };
  return {
    ...(problem === undefined ? message : withHeading(message, undefined, problem)),
    buttons: [...(label === null ? [] : [[confirm]]), ...(message.buttons ?? []), ...rowsThatFit(changes, 2), [cancel]],
  };
}

function withHeading(message: Message, place: string | undefined, problem: RichText | undefined): Message {
  return { ...message, ...paragraphs(problem, place !== undefined && italic(place), message) };
}
