// /jadwal, the agenda of a day, and whether somebody will come.

import type { AttendanceAnswer } from "../../domain/classes/attendance.js";
import { classDays } from "../../domain/classes/schedule.js";
import { action, type Ids } from "../../domain/messages/action.js";
import type { Message, RichText } from "../../domain/messages/message.js";
import { pageOf } from "../../domain/paging.js";
import { isKnown, type KnownActor } from "../../domain/people/person.js";
import { type Day, dayIn } from "../../domain/time/calendar.js";
import type { TrainingClass, TrainingSession } from "../../ports/programme/classes.js";
import type { Texts } from "../../texts/index.js";
import { paragraphs } from "../../texts/rich.js";
import { agendaMessage, answerButtons, sessionButton } from "../../use-cases/classes/telling/schedule-messages.js";
import { answerAttendance } from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { listScreen } from "../kit/list-screen.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "../talk/menu.js";
import { showRunSession } from "./class-handlers.js";

/** What fits on a small phone with its places and buttons. */
const SESSIONS_A_PAGE = 5;

/** By pages, so that every day of the class is on one of them. */
export async function showSchedule(ctx: KnownContext, [wanted]: Ids<"schedule">, say = show): Promise<void> {
  const { actor, texts, world } = ctx;
  const classes = await classesOf(ctx, actor);
  const all = (await Promise.all(classes.map(({ id }) => world.store.classes.sessionsOf(id))))
    .flat()
    .filter(({ cancelledAt, endsAt }) => cancelledAt === null && endsAt > world.clock.now())
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.id - b.id);
  if (all.length === 0) {
    return send(ctx, { ...texts.schedule.nothingUpcoming(), buttons: menuButtons(actor, texts) });
  }
  const { shown: upcoming, page, last } = pageOf(all, SESSIONS_A_PAGE, wanted);
  const seen = [...new Set(upcoming.map(({ classId }) => classId))];
  await world.store.schedule.markSeen(actor.person.id, seen, world.clock.now());
  const answers = await world.store.schedule.answersOf(
    actor.person.id,
    upcoming.map(({ id }) => id),
  );
  const shown = await Promise.all(
    classes.map(async (one) => ({
      className: one.name,
      isTaught: one.isTaught,
      zone: actor.person.zone ?? one.zone,
      trainers: (await world.store.classes.trainersOf(one.id)).map(({ name }) => name),
      sessions: upcoming.filter(({ classId }) => classId === one.id),
    })),
  );
  const withSessions = shown.filter(({ sessions }) => sessions.length > 0);
  const pressSession = withSessions.every(({ isTaught }) => isTaught) ? "pressTaughtSession" : "pressSession";
  const buttons = withSessions.flatMap(({ zone, sessions }) =>
    sessions.map((session) => [sessionButton(texts, zone, session, answers, true)]),
  );
  const words = paragraphs(texts.schedule.upcoming(withSessions, answers), texts.schedule[pressSession]());
  const pages = { at: { page, last }, to: (at: number) => action("schedule", at) };
  const back = [{ label: texts.schedule.toCalendar, data: action("calendar") }];
  await say(ctx, listScreen(texts, words, { rows: buttons, pages, back }));
}

export async function showAgenda(ctx: KnownContext, [classId, day]: Ids<"agenda">): Promise<void> {
  const trainingClass = await classTakenPartIn(ctx, classId);
  const message = trainingClass === null ? null : await agenda(ctx, trainingClass, day);
  await show(ctx, message ?? refusal(ctx, "gone"));
}

/** A session's own page: to answer for those who take part, to run for those who teach. */
export async function showSession(ctx: KnownContext, [sessionId]: Ids<"session">): Promise<void> {
  const { actor, texts, world } = ctx;
  const session = await world.store.classes.findSession(sessionId);
  const trainingClass = session === null ? null : await classTakenPartIn(ctx, session.classId);
  if (session === null || trainingClass === null) return showRunSession(ctx, [sessionId]);
  if (session.cancelledAt !== null) return show(ctx, refusal(ctx, "gone"));
  if (session.endsAt <= world.clock.now()) return show(ctx, refusal(ctx, "ended"));
  const zone = actor.person?.zone ?? trainingClass.zone;
  const answer = (await world.store.schedule.answersOf(actor.person?.id ?? 0, [session.id])).get(session.id);
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
  const { actor, saidAt, world } = ctx;
  const outcome = await answerAttendance(world, actor, { sessionId, answer, saidAt });
  if (outcome.kind === "refused") return show(ctx, refusal(ctx, outcome.reason));
  await show(ctx, await answeredAgenda(ctx, outcome.session, answer));
}

/** The whole day again, so that the next session is answered where this one was. */
async function answeredAgenda(ctx: BotContext, session: TrainingSession, answer: AttendanceAnswer): Promise<Message> {
  const said = ctx.texts.schedule.answered(session.title, answer);
  const trainingClass = await classTakenPartIn(ctx, session.classId);
  if (trainingClass === null) return said;
  const day = dayIn(trainingClass.zone, session.startsAt);
  return (await agenda(ctx, trainingClass, day, said)) ?? said;
}

async function agenda(
  ctx: BotContext,
  trainingClass: TrainingClass,
  day: Day,
  said?: RichText,
): Promise<Message | null> {
  const { actor, texts, world } = ctx;
  const sessions = await world.store.classes.sessionsOf(trainingClass.id);
  const found = classDays(trainingClass.zone, sessions).find((one) => one.day === day);
  if (found === undefined) return null;
  const ids = found.sessions.map(({ id }) => id);
  const personId = actor.person?.id ?? 0;
  const answers = await world.store.schedule.answersOf(personId, ids);
  await world.store.schedule.markSeen(personId, [trainingClass.id], world.clock.now());
  const zone = actor.person?.zone ?? trainingClass.zone;
  const open = found.sessions.filter(({ endsAt }) => endsAt > world.clock.now());
  const message = agendaMessage(texts, zone, trainingClass, found.sessions, answers, open);
  return said === undefined ? message : { ...message, ...paragraphs(said, message) };
}

function refusal({ texts }: BotContext, reason: keyof Texts["schedule"]["refused"]): Message {
  const open = { label: texts.schedule.open, data: action("schedule") };
  return { ...texts.schedule.refused[reason](), buttons: [[open]] };
}

/** The classes somebody takes part in, and those they teach. */
export async function classesOf(
  { world }: BotContext,
  { person }: KnownActor,
): Promise<(TrainingClass & { isTaught: boolean })[]> {
  const taken = (await world.store.participants.ofPerson(person.id)).map(({ trainingClass }) => trainingClass);
  const taught = await world.store.schedule.taughtBy(person.id);
  return [
    ...taken.map((one) => ({ ...one, isTaught: false })),
    ...taught.filter(({ id }) => taken.every((one) => one.id !== id)).map((one) => ({ ...one, isTaught: true })),
  ];
}

async function classTakenPartIn({ actor, world }: BotContext, classId: number): Promise<TrainingClass | null> {
  if (!isKnown(actor)) return null;
  const participations = await world.store.participants.ofPerson(actor.person.id);
  return participations.find(({ trainingClass }) => trainingClass.id === classId)?.trainingClass ?? null;
}
