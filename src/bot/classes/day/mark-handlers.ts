// Marking who is there: a press marks somebody, another takes the mark back; all at once, and that taken back too.
import type { Attendee } from "../../../domain/classes/attendance.js";
import { action, type Ids } from "../../../domain/messages/action.js";
import { fitLabel } from "../../../domain/messages/button-label.js";
import type { Message, RichText } from "../../../domain/messages/message.js";
import { pageOf, ROWS_A_PAGE } from "../../../domain/paging.js";
import { dayIn } from "../../../domain/time/calendar.js";
import { paragraphs } from "../../../texts/rich.js";
import { type MarkAttendanceInput, markAttendance, viewAttendance } from "../../../use-cases/index.js";
import type { BotContext, KnownContext } from "../../context.js";
import { pageRow } from "../../kit/page-row.js";
import { refuse } from "../../kit/refuse.js";
import { show } from "../../kit/show.js";

export async function showMarking(ctx: KnownContext, [sessionId, page]: Ids<"mark">): Promise<void> {
  await showPage(ctx, sessionId, page);
}

export async function markOne(
  ctx: KnownContext,
  [sessionId, participantId, rosterRowId, word, page]: Ids<"mark_one">,
): Promise<void> {
  const who = attendeeOf(participantId, rosterRowId);
  if (who === null) return refuse(ctx);
  const done = await mark(ctx, { sessionId, mark: { who, isPresent: word === "present" } });
  if (done !== null) await showPage(ctx, sessionId, page);
}

export async function markAll(ctx: KnownContext, [sessionId]: Ids<"mark_all">): Promise<void> {
  const done = await mark(ctx, { sessionId, mark: "all" });
  if (done === null) return;
  // An old button, and nobody was left to mark: the page says so.
  await showPage(ctx, sessionId, 0, done.count > 0 ? ctx.texts.classDay.allMarked(done.count) : undefined);
}

export async function unmarkAll(ctx: KnownContext, [sessionId, at]: Ids<"unmark_all">): Promise<void> {
  const done = await mark(ctx, { sessionId, mark: { takeBackOf: at } });
  if (done !== null) await showPage(ctx, sessionId, 0, ctx.texts.classDay.takenBack(done.count));
}

function attendeeOf(participantId: number | null, rosterRowId: number | null): Attendee | null {
  if (participantId !== null) return { participantId };
  return rosterRowId === null ? null : { rosterRowId };
}

/** Null when it was not done, which then was said. */
async function mark(ctx: KnownContext, input: MarkAttendanceInput) {
  const { actor, texts, world } = ctx;
  const outcome = await markAttendance(world, actor, input);
  if (outcome.kind === "marked") return outcome;
  if (outcome.kind === "not_allowed") await refuse(ctx);
  else await show(ctx, refusal(ctx, texts.classDay.refused[outcome.reason](), input.sessionId));
  return null;
}

async function showPage(ctx: KnownContext, sessionId: number, wanted: number, said?: RichText): Promise<void> {
  const { texts, world } = ctx;
  const { classDay } = texts;
  const found = await viewAttendance(world, ctx.actor, sessionId);
  if (found.kind === "not_allowed") return refuse(ctx);
  if (found.kind === "gone") return show(ctx, refusal(ctx, classDay.refused.gone(), sessionId));
  const { session, trainingClass, expected, markedAt } = found;
  // Whom somebody marked stays on the list, so that a slip can be put right where it was made.
  const people = expected.filter(({ answer, isMarked }) => answer === null || isMarked);
  const silent = people.filter(({ answer }) => answer === null).length;
  const page = pageOf(people, ROWS_A_PAGE, wanted);
  const words = { session, zone: ctx.actor.person.zone ?? trainingClass.zone, silent, marked: people.length - silent };
  const day = dayIn(trainingClass.zone, session.startsAt);
  const text = classDay.marking(words);
  await show(ctx, {
    ...(said === undefined ? text : paragraphs(said, text)),
    buttons: [
      ...page.shown.map(({ attendee, name, isMarked }) => [
        {
          label: fitLabel(name, undefined, { before: isMarked ? "✅ " : "▫️ " }),
          data: markButton(sessionId, attendee, isMarked ? "none" : "present", page.page),
        },
      ]),
      ...pageRow(texts, page, (to) => action("mark", sessionId, to)),
      // On every page of it: a slip is often seen only there.
      ...(markedAt === null ? [] : [[{ label: classDay.takeBack, data: action("unmark_all", sessionId, markedAt) }]]),
      ...(silent > 0 ? [[{ label: classDay.markAll(silent), data: action("mark_all", sessionId) }]] : []),
      [{ label: classDay.back, data: action("board", trainingClass.id, day) }],
    ],
  });
}

function markButton(sessionId: number, who: Attendee, word: "present" | "none", page: number): string {
  return "participantId" in who
    ? action("mark_one", sessionId, who.participantId, null, word, page)
    : action("mark_one", sessionId, null, who.rosterRowId, word, page);
}

function refusal({ texts }: BotContext, said: RichText, sessionId: number): Message {
  return { ...said, buttons: [[{ label: texts.classDay.toSession, data: action("run_session", sessionId) }]] };
}
