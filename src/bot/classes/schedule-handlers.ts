// /jadwal, the agenda of a day, and whether somebody will come.

import { action, type Ids } from "../../domain/messages/action.js";
import type { Message, RichText } from "../../domain/messages/message.js";
import { type Day, dayIn } from "../../domain/time/calendar.js";
import type { Texts } from "../../texts/index.js";
import { paragraphs } from "../../texts/rich.js";
import { agendaMessage, answerButtons, sessionButton } from "../../use-cases/classes/telling/schedule-messages.js";
import { answerAttendance, ownAgenda, ownSchedule, ownSession } from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { listScreen } from "../kit/list-screen.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";
import { showRunSession } from "./class-handlers.js";

/** By pages, so that every day of the class is on one of them. */
export async function showSchedule(ctx: KnownContext, [wanted]: Ids<"schedule">, say = show): Promise<void> {
  const { actor, texts, world } = ctx;
  const found = await ownSchedule(world, actor, wanted);
  if (found === null) {
    return send(ctx, { ...texts.schedule.nothingUpcoming(), buttons: menuButtons(actor, texts) });
  }
  const { answers, page, last } = found;
  const shown = found.classes.map(({ name, isTaught, zone, trainers, sessions }) => ({
    ...{ className: name, isTaught, trainers, sessions },
    zone: actor.person.zone ?? zone,
  }));
  const pressSession = shown.every(({ isTaught }) => isTaught) ? "pressTaughtSession" : "pressSession";
  const buttons = shown.flatMap(({ zone, sessions }) =>
    sessions.map((session) => [sessionButton(texts, zone, session, answers, true)]),
  );
  const words = paragraphs(texts.schedule.upcoming(shown, answers), texts.schedule[pressSession]());
  const pages = { at: { page, last }, to: (at: number) => action("schedule", at) };
  const back = [{ label: texts.schedule.toCalendar, data: action("calendar") }];
  await say(ctx, listScreen(texts, words, { rows: buttons, pages, back }));
}

export async function showAgenda(ctx: KnownContext, [classId, day]: Ids<"agenda">): Promise<void> {
  await show(ctx, (await agenda(ctx, classId, day)) ?? refusal(ctx, "gone"));
}

/** A session's own page: to answer for those who take part, to run for those who teach. */
export async function showSession(ctx: KnownContext, [sessionId]: Ids<"session">): Promise<void> {
  const { actor, texts, world } = ctx;
  const found = await ownSession(world, actor, sessionId);
  if (found.kind !== "found") return showRunSession(ctx, [sessionId]);
  const { answer, session, trainingClass } = found;
  if (session.cancelledAt !== null) return show(ctx, refusal(ctx, "gone"));
  if (session.endsAt <= world.clock.now()) return show(ctx, refusal(ctx, "ended"));
  const zone = actor.person.zone ?? trainingClass.zone;
  const day = dayIn(trainingClass.zone, session.startsAt);
  await show(ctx, {
    ...texts.schedule.session({ zone, className: trainingClass.name, session, answer }),
    buttons: [
      ...answerButtons(texts, session.id, answer),
      [{ label: texts.schedule.wholeDay, data: action("agenda", trainingClass.id, day) }],
    ],
  });
}

export async function attend(ctx: KnownContext, [sessionId, answer]: Ids<"attend">): Promise<void> {
  const { actor, saidAt, texts, world } = ctx;
  const outcome = await answerAttendance(world, actor, { sessionId, answer, saidAt });
  if (outcome.kind === "refused") return show(ctx, refusal(ctx, outcome.reason));
  const { classId, startsAt, title } = outcome.session;
  const said = texts.schedule.answered(title, answer);
  // The whole day again, so that the next session is answered where this one was.
  await show(ctx, (await agenda(ctx, classId, startsAt, said)) ?? said);
}

/** `when`: a day, or an instant on it. Null where they take no part, or the class does not meet then. */
async function agenda(ctx: KnownContext, classId: number, when: Day | Date, said?: RichText): Promise<Message | null> {
  const { actor, texts, world } = ctx;
  const found = await ownAgenda(world, actor, { classId, when });
  if (found.kind !== "found") return null;
  const { answers, sessions, trainingClass } = found;
  const zone = actor.person.zone ?? trainingClass.zone;
  const open = sessions.filter(({ endsAt }) => endsAt > world.clock.now());
  const message = agendaMessage(texts, zone, trainingClass, sessions, answers, open);
  return said === undefined ? message : { ...message, ...paragraphs(said, message) };
}

function refusal({ texts }: BotContext, reason: keyof Texts["schedule"]["refused"]): Message {
  const open = { label: texts.schedule.open, data: action("schedule") };
  return { ...texts.schedule.refused[reason](), buttons: [[open]] };
}
