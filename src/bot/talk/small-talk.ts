// Thanks, greetings and worries, answered as a person would. Anyone who is in the middle of a form stays there.
import type { NextFunction } from "grammy";
import { action } from "../../domain/messages/action.js";
import type { Button, Message, RichText } from "../../domain/messages/message.js";
import { isAdmin, isKnown, isTrainer, type KnownActor, zoneOf } from "../../domain/people/person.js";
import { dayIn, daysBetween, timeIn } from "../../domain/time/calendar.js";
import { griefIn } from "../../domain/words/grief.js";
import { mayBeName, readSmallTalk, readWholeCourtesy } from "../../domain/words/small-talk.js";
import type { SmallTalk } from "../../domain/words/small-talk-kind.js";
import {
  askTrainers,
  findAsked,
  listMaterials,
  ownPlans,
  pauseInPassing,
  thankForAnswer,
} from "../../use-cases/index.js";
import { letterButtons } from "../completion/letter-handlers.js";
import type { BotContext, KnownContext } from "../context.js";
import { askAgain, openForm } from "../forms/fill-in-form.js";
import { FORMS } from "../forms/forms.js";
import { send } from "../kit/show.js";
import { topicsPage } from "../materials/material-screens.js";
import { planLabel } from "../plans/plan-label.js";
import { mayAddTo, threadIdOf } from "../threads/question-form.js";
import { threadReceipt } from "../threads/thread-receipt.js";
import { menuButtons } from "./main-menu.js";
import { savedButtons } from "./menu-with-saved-forms.js";

/** By itself it may answer when something takes place. */
const PART_OF_DAY = /^\s*(pagi|siang|sore|malam)\P{L}*$/iu;

/** In the middle of a form thanks and greetings are no answer: the open question stays as it is. */
export async function answerGreetingInForm(ctx: BotContext, next: NextFunction): Promise<void> {
  const open = openForm(ctx);
  const { actor } = ctx;
  if (open === null || !isKnown(actor)) return next();
  const isAdding = open.name === "question" && (await mayAdd(ctx, actor, open.subject));
  const text = ctx.message?.text ?? "";
  const said = PART_OF_DAY.test(text) ? null : readWholeCourtesy(text);
  if (said === null || !(isGreeting(said) || (isAdding && said.kind === "ok"))) return next();
  if (!isAdding && (await isAnswer(ctx, actor, open, said))) return next();
  const { buttons: _, ...answer } = await answerTo(ctx, actor, said);
  await send(ctx, answer);
  if (said.kind !== "thanks" && said.kind !== "ok") await askAgain(ctx);
}

/** A thank-you or a greeting may be what somebody wants to send to others, or a name. */
async function isAnswer(
  { world }: BotContext,
  actor: KnownActor,
  open: NonNullable<ReturnType<typeof openForm>>,
  said: SmallTalk,
): Promise<boolean> {
  const keeps = await FORMS[open.name].keeps(world, actor, open.subject);
  return keeps === "words" || (keeps === "names" && mayBeName(said));
}

/** Who has just asked and may add something says thanks to us, not to the trainer. */
async function mayAdd({ world }: BotContext, actor: KnownActor, subject: string): Promise<boolean> {
  const threadId = threadIdOf(subject);
  const found = threadId === null ? null : await findAsked(world, actor, threadId);
  return found?.kind === "found" && mayAddTo(found.thread, actor);
}

/** Outside of forms; false when it is none of it. */
export async function answerSmallTalk(ctx: BotContext): Promise<boolean> {
  const { actor, message, texts } = ctx;
  if (!isKnown(actor) || message === undefined) return false;
  const { smallTalk } = texts;
  const isStaff = isTrainer(actor) || isAdmin(actor);
  const said = readSmallTalk(message.text ?? "");
  if (message.sticker !== undefined || message.animation !== undefined) {
    await send(ctx, smallTalk.sticker());
    return true;
  }
  // Trainers and admins have no trainer to ask.
  const isForStaff = said !== null && (isGreeting(said) || said.kind === "ok" || said.kind === "materials");
  if (isStaff && !isForStaff) return false;
  if (message.voice !== undefined || message.audio !== undefined || message.video_note !== undefined) {
    await send(ctx, { ...smallTalk.voice(), buttons: [askButton(ctx), menuButton(ctx)] });
    return true;
  }
  if (message.photo !== undefined || message.document !== undefined || message.video !== undefined) {
    return answerPicture(ctx);
  }
  if (said === null) return false;
  await send(ctx, await answerTo(ctx, actor, said));
  return true;
}

/** "Ya, kabari pelatih": the trainers hear that more time is needed, and not why. */
export async function askForMoreTime(ctx: KnownContext): Promise<void> {
  const { actor, texts, world } = ctx;
  const input = { text: texts.smallTalk.moreTime, files: [], updateId: ctx.update.update_id };
  await send(ctx, threadReceipt(actor, await askTrainers(world, actor, input), null));
}

function isGreeting({ kind }: SmallTalk): boolean {
  return kind === "thanks" || kind === "hello" || kind === "greeting";
}

/** Said after a trainer's answer it is meant for them. */
async function passThanksOn({ world, message, update }: BotContext, actor: KnownActor): Promise<boolean> {
  const text = message?.text;
  if (text === undefined || !actor.takesPart) return false;
  const outcome = await thankForAnswer(world, actor, { text, updateId: update.update_id });
  return outcome?.kind === "sent";
}

async function answerTo(ctx: BotContext, actor: KnownActor, said: SmallTalk): Promise<Message> {
  const { texts, world } = ctx;
  const { smallTalk: words } = texts;
  const { name } = actor.person;
  const menu = [...(await savedButtons(ctx)), ...menuButtons(actor, texts)];
  switch (said.kind) {
    case "thanks":
      return (await passThanksOn(ctx, actor)) ? texts.threads.thanked() : words.thanks(name);
    case "ok":
      return words.ok();
    case "hello":
      return { ...words.hello(name, hourOf(ctx, actor)), buttons: menu };
    case "greeting":
      return { ...words.greeting(said.reply, name), buttons: menu };
    case "who":
      return { ...words.who(), buttons: [askButton(ctx)] };
    case "official":
      return { ...words.official(world.settings.dataContact), buttons: menu };
    case "broken":
      return { ...words.broken(), buttons: [...(await savedButtons(ctx)), askButton(ctx)] };
    case "lost":
      return { ...words.lost(), buttons: [...planAndReport(ctx), askButton(ctx)] };
    case "later":
      return words.later();
    case "done":
      return { ...words.done(), buttons: await reportButtons(ctx) };
    case "not_yet":
      return { ...words.notYet(), buttons: [[{ label: words.obstacle, data: action("reports") }]] };
    case "grief":
      return griefAnswer(ctx, actor);
    case "worry":
      return offeringPause(ctx, words.worry(name));
    case "pause":
      return offeringPause(ctx, words.pause());
    case "feast":
      return words.feast(name);
    case "forgiveness":
      return words.forgiveness(name);
    case "rude":
      return { ...words.rude(), buttons: [askButton(ctx)] };
    case "foreign":
      return { ...words.foreign(), buttons: menu };
    case "organisers":
      return { ...words.organisers(), buttons: [askButton(ctx)] };
    case "letter":
      return { ...words.letter(), buttons: [...(await letterButtons(ctx, [])), ...planAndReport(ctx), askButton(ctx)] };
    case "due":
      return dueAnswer(ctx, menu);
    case "materials":
      return topicsPage(actor, texts, await listMaterials(world));
  }
}

/** They pause at once, for a week: nobody has to fill in a form on such a day. What it is about is taken from their words. */
async function griefAnswer({ texts, world, message, update, saidAt }: BotContext, actor: KnownActor): Promise<Message> {
  const { name } = actor.person;
  const said = { reason: griefIn(message?.text ?? ""), updateId: update.update_id, saidAt };
  const begun = await pauseInPassing(world, actor, said);
  if (begun === null) return texts.smallTalk.grief(name);
  const { pause, isNew } = begun;
  const { longer, noNeed, menu } = texts.pauses;
  // Of a pause that was there before, undoing would take that away too: its page ends it.
  const slip = isNew
    ? { label: noNeed, data: action("undo_pause", pause.id) }
    : { label: menu, data: action("pause", null) };
  return {
    ...texts.pauses.saidInPassing({ name, untilOn: pause.untilOn }),
    buttons: [[{ label: longer, data: action("longer_pause", pause.id) }], [slip]],
  };
}

function offeringPause({ texts }: BotContext, said: RichText): Message {
  return {
    ...said,
    buttons: [
      [{ label: texts.pauses.begin, data: action("pause", null), tone: "primary" }],
      [{ label: texts.common.menu, data: action("menu") }],
    ],
  };
}

/** The earliest date of what is still to be done. */
async function dueAnswer(ctx: BotContext, menu: Button[][]): Promise<Message> {
  const { texts, world } = ctx;
  const open = (await ownPlans(ctx.world, ctx.actor)).filter(({ state }) => state !== "done");
  const [first] = open.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  if (first === undefined) return { ...texts.reports.card.nothingLeft(), buttons: menu };
  const today = dayIn(first.trainingClass.zone, world.clock.now());
  const answer = texts.smallTalk.due(first.dueOn, daysBetween(today, first.dueOn));
  return { ...answer, buttons: [[{ label: texts.reports.open, data: action("reports") }]] };
}

async function answerPicture(ctx: BotContext): Promise<boolean> {
  const buttons = await reportButtons(ctx);
  if (buttons.length === 0) return false;
  await send(ctx, { ...ctx.texts.smallTalk.picture(), buttons: [...buttons, menuButton(ctx)] });
  return true;
}

async function reportButtons(ctx: BotContext): Promise<Button[][]> {
  const plans = await ownPlans(ctx.world, ctx.actor);
  const { texts } = ctx;
  return plans.map((plan) => [
    { label: planLabel(texts, plans, plan, texts.reports.about(plan.type)), data: action("report", plan.id) },
  ]);
}

function planAndReport({ texts }: BotContext): Button[][] {
  return [
    [
      { label: texts.workPlans.open, data: action("plans") },
      { label: texts.reports.open, data: action("reports") },
    ],
  ];
}

function askButton({ texts }: BotContext): Button[] {
  return [{ label: texts.threads.menu, data: action("ask") }];
}

function menuButton({ texts }: BotContext): Button[] {
  return [{ label: texts.common.menu, data: action("menu") }];
}

/** When it was written, by the writer's own clock. */
function hourOf(ctx: BotContext, { person }: KnownActor): number {
  const at = ctx.message === undefined ? ctx.world.clock.now() : new Date(ctx.message.date * 1000);
  return Number(timeIn(zoneOf(person), at).slice(0, 2));
}
