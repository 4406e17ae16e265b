// Draws a form: the open question with its place and the way back, or the summary with everything that can be changed.
import { rowsThatFit } from "../../domain/messages/button-label.js";
import type { Button, Message, RichText } from "../../domain/messages/message.js";
import type { Draft, Json } from "../../ports/queue/drafts.js";
import type { Texts } from "../../texts/index.js";
import { italic, paragraphs } from "../../texts/rich.js";
import { presentValue } from "./filled-in.js";
import { currentStep, type Form, LEAVE, leavesEmpty, type StepContext, SUMMARY, stepOf } from "./form.js";
import { confirmValue, pressData } from "./presses/press.js";

/** The button's value for: my phone has cut nothing more off. */
export const WHOLE = "whole";

export interface Screen {
  message: Message;
  /** See Summary in form.ts. */
  shown?: Json | undefined;
}

/** What is on the screen at the open question. */
export async function screenOf<Facts>(
  form: Form<Facts>,
  draft: Draft,
  context: StepContext<Facts>,
  problem?: RichText,
): Promise<Screen> {
  const step = currentStep(form, draft, context.facts);
  if (step === SUMMARY) return summaryScreen(form, draft.id, context, problem);
  return { message: await questionScreen(form, draft, context, problem) };
}

async function questionScreen<Facts>(
  form: Form<Facts>,
  draft: Draft,
  context: StepContext<Facts>,
  problem?: RichText,
): Promise<Message> {
  const step = currentStep(form, draft, context.facts);
  const asked = await stepOf(form, step, context.facts).ask(context);
  const { common } = context.texts;
  const now = draft.editing === null ? null : await presentValue(form, context, step);
  const order = form.order(draft.answers, context.facts);
  const place =
    draft.editing === null
      ? placeOf(common, order, step)
      : common.correcting(stepOf(form, step, context.facts).label(context.texts));
  const heading = now === null || place === undefined ? place : paragraphs(place, common.now(now));
  const message = withHeading(asked, heading, problem);
  const cancel = leavesEmpty(form, draft, context.facts, context.texts)?.label ?? common.cancel;
  if (context.view.parts !== undefined) {
    const whole = { label: common.thatIsAll, data: context.press(WHOLE), tone: "success" as const };
    return { ...message, buttons: [[whole], navigation(common, step, order, draft, cancel)] };
  }
  if (asked.keyboard !== undefined && asked.keyboard !== "remove") {
    const choices = [...asked.keyboard.choices, cancel];
    return { ...message, keyboard: { ...asked.keyboard, choices } };
  }
  const navigated = form.leftByAnswer === true ? [] : [navigation(common, step, order, draft, cancel)];
  return { ...message, buttons: [...(asked.buttons ?? []), ...navigated] };
}

/** The only question of a form needs no number. */
function placeOf(common: Texts["common"], order: string[], step: string): string | undefined {
  return order.length > 1 ? common.step(order.indexOf(step) + 1, order.length) : undefined;
}

function navigation(common: Texts["common"], step: string, order: string[], draft: Draft, cancel: string): Button[] {
  const leave = { label: cancel, data: pressData(draft.id, step, "cancel") };
  const isFirst = draft.editing === null && order.indexOf(step) <= 0;
  return isFirst ? [leave] : [{ label: common.back, data: pressData(draft.id, step, "back") }, leave];
}

async function summaryScreen<Facts>(
  form: Form<Facts>,
  draftId: number,
  context: StepContext<Facts>,
  problem?: RichText,
): Promise<Screen> {
  if (form.summary === undefined) throw new Error(`The form ${form.name} has no summary, yet one was asked for.`);
  const { confirm: label, seen, shown, ...message } = await form.summary(context);
  const { texts } = context;
  const changeable = form.changeable ?? form.order;
  const changes = changeable(context.answers, context.facts).map((step) => ({
    label: texts.common.change(stepOf(form, step, context.facts).label(texts)),
    data: pressData(draftId, SUMMARY, `edit.${step}`),
  }));
  const confirm: Button = {
    label: label ?? form.confirmLabel?.(texts) ?? texts.common.yes,
    data: pressData(draftId, SUMMARY, confirmValue(seen)),
    tone: "success",
  };
  const cancel = { label: texts.common.cancel, data: pressData(draftId, SUMMARY, "cancel") };
  const buttons = [
    ...(label === null ? [] : [[confirm]]),
    ...(message.buttons ?? []),
    ...rowsThatFit(changes, 2),
    ...(form.page === undefined ? [[cancel]] : []),
  ];
  const said = problem === undefined ? message : withHeading(message, undefined, problem);
  return { message: { ...said, buttons }, shown };
}

/** Keep what was filled in, throw it away, or go on after all. */
export function leaveScreen<Facts>(
  { texts, facts }: StepContext<Facts>,
  draftId: number,
  form: Form<Facts>,
  problem?: RichText,
): Message {
  const { common } = texts;
  const button = (label: string, value: string) => ({ label, data: pressData(draftId, LEAVE, value) });
  return {
    ...paragraphs(problem, common.leaveAsk(form.about(texts, facts))),
    buttons: [
      [button(common.saveForLater, "save")],
      [button(common.throwAway, "discard")],
      [button(common.backToQuestion, "stay")],
    ],
  };
}

/** In place of a screen that Telegram refuses: as plain as can be, and with two ways out. */
export function emergencyScreen({ common }: Texts, draftId: number, step: string, isFirst: boolean): Message {
  const back = {
    label: isFirst ? common.menu : common.back,
    data: pressData(draftId, step, isFirst ? "menu" : "back"),
  };
  return {
    ...common.screenRefused(),
    buttons: [[back], [{ label: common.throwAway, data: pressData(draftId, step, "discard") }]],
  };
}

function withHeading(message: Message, place: string | RichText | undefined, problem: RichText | undefined): Message {
  return { ...message, ...paragraphs(problem, place !== undefined && italic(place), message) };
}
