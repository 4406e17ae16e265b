// The pages of a class for those who run it.

import { minutesLater, SESSION_MOVES } from "../../domain/classes/session-move.js";
import { action } from "../../domain/messages/action.js";
import { rowsThatFit } from "../../domain/messages/button-label.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { pageOf } from "../../domain/paging.js";
import { isOwnPractice, maySetUpClass } from "../../domain/people/permissions.js";
import { isKnown, isTrainer } from "../../domain/people/person.js";
import { startLink } from "../../domain/registration/start-link.js";
import { type Day, dayIn } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import type { TrainingClass, TrainingSession } from "../../ports/programme/classes.js";
import { dayAndTime } from "../../texts/dates.js";
import type { Audience } from "../../texts/id/session-changes.js";
import type { Texts } from "../../texts/index.js";
import { paragraphs } from "../../texts/rich.js";
import { attendanceAt, type ClassList, sessionsOfDay, viewClass } from "../../use-cases/index.js";
import { awayLines } from "../caseload/cover/away-lines.js";
import type { BotContext } from "../context.js";
import { confirmScreen } from "../kit/confirm.js";
import { listScreen } from "../kit/list-screen.js";
import { pageRow } from "../kit/page-row.js";
import { qrPicture } from "../kit/qr-picture.js";
import type { BotWorld } from "../world.js";

/** As many names as a small phone shows without scrolling. */
const NAMES_A_PAGE = 12;

export function classList({ texts }: BotContext, list: ClassList): Message {
  const entries = list.shown.map(({ id, name, startsOn }) => [
    { label: texts.classPages.entry(name, startsOn), data: action("class", id) },
  ]);
  const pages = { at: list, to: (page: number) => action("classes", page) };
  const back = [{ label: texts.common.menu, data: action("menu") }];
  return listScreen(texts, texts.classPages.list(), { rows: entries, pages, back });
}

/** `isOnly`: there is no list to go back to. `wanted`: the page of the names of those who have not joined. */
export async function classPage(
  { actor, texts, world }: BotContext,
  trainingClass: TrainingClass,
  { isOnly, wanted = 0 }: { isOnly: boolean; wanted?: number },
): Promise<Message> {
  const { id, joinToken, zone } = trainingClass;
  const { board, asked, days, away } = await viewClass(world, actor, { trainingClass, page: wanted });
  const missing = pageOf(board.missing, NAMES_A_PAGE, wanted);
  const link = joinLink(world, joinToken);
  const today = dayIn(zone, world.clock.now());
  const toDays = days.map((day) => ({ label: texts.classPages.dayButton(day), data: action("class_day", id, day) }));
  return {
    ...paragraphs(
      isKnown(actor) ? awayLines(texts, actor, away) : undefined,
      texts.classPages.page({
        ...{ ...trainingClass, ...board, link, isClosed: trainingClass.joinClosedAt !== null },
        ...{ missing: missing.shown, from: missing.from, days: days.length },
      }),
    ),
    buttons: [
      ...pageRow(texts, missing, (to) => action("class", id, to)),
      ...(days.includes(today) ? [[{ label: texts.classDay.toBoard, data: action("board", id, today) }]] : []),
      ...rowsThatFit(toDays, 3),
      ...(asked.all === 0
        ? []
        : [
            [
              {
                label: asked.waiting > 0 ? texts.admission.menu(asked.waiting) : texts.admission.toList,
                data: action("admissions", id),
              },
            ],
          ]),
      ...rowsThatFit(isTrainer(actor) ? actButtons(texts, id) : [], 2),
      [
        { label: texts.classPages.qr, data: action("qr", id) },
        { label: texts.admission.link.menu, data: action("link", id) },
      ],
      [
        { label: texts.posters.pageButton, data: action("poster", id, "pdf") },
        { label: texts.posters.pictureButton, data: action("poster", id, "picture") },
      ],
      ...rowsThatFit(
        [
          { label: texts.posters.textButton, data: action("joining_text", id) },
          { label: texts.peopleFiles.menu, data: action("class_files", id) },
          // Who came from the settings goes back there.
          ...(maySetUpClass(actor, trainingClass)
            ? [{ label: texts.programme.setUp, data: action("set_up_class", id) }]
            : []),
        ],
        2,
      ),
      [
        { label: texts.classPages.refresh, data: action("class", id) },
        ...(isOwnPractice(actor, trainingClass.cohortId)
          ? [{ label: texts.practice.toPractice, data: action("practice") }]
          : isOnly
            ? []
            : [{ label: texts.classPages.toList, data: action("classes", 0) }]),
      ],
    ],
  };
}

/** What its trainer can do for all of it at once. */
function actButtons({ careActs, followUp }: Texts, classId: number): Button[] {
  const scope = { kind: "class", classId } as const;
  return [
    { label: careActs.writeToAll, data: action("write", scope) },
    { label: followUp.remind, data: action("remind", scope) },
    { label: followUp.extend, data: action("extend_for", scope) },
  ];
}

/** The code to show or print, with the same link in words: some phones cannot scan what is on their own screen. */
export function qrMessage({ texts, world }: BotContext, trainingClass: TrainingClass): Message {
  const { id, name, joinToken, joinTokenExpiresAt, zone } = trainingClass;
  const link = joinLink(world, joinToken);
  const isOver = joinTokenExpiresAt <= world.clock.now();
  const lastDay = dayIn(zone, new Date(joinTokenExpiresAt.getTime() - 1));
  return {
    ...texts.classPages.qrCaption({ name, link, lastDay, isOver }),
    attachment: { kind: "photo", name: `kode-qr-${id}.png`, base64: qrPicture(link).toString("base64") },
    buttons: [[{ label: texts.classPages.toClass, data: action("class", id) }]],
  };
}

export function joinLink({ settings }: BotWorld, token: string): string {
  return startLink(settings.botUsername, token);
}

/** Null when the class has no session on that day any more. */
export async function classDayPage(
  { actor, texts, world }: BotContext,
  trainingClass: TrainingClass,
  day: Day,
): Promise<Message | null> {
  const { id, name } = trainingClass;
  const sessions = await sessionsOfDay(world, trainingClass, day);
  if (sessions.length === 0) return null;
  const zone = zoneFor(actor.person, trainingClass);
  const entries = sessions.map((one) => ({ ...one, zone, isCancelled: one.session.cancelledAt !== null }));
  return {
    ...texts.classPages.day(name, day, entries),
    buttons: [
      ...sessions.map(({ session }) => [
        { label: texts.classPages.sessionButton(zone, session), data: action("run_session", session.id) },
      ]),
      [{ label: texts.classDay.toBoard, data: action("board", id, day) }],
      [
        { label: texts.classPages.refresh, data: action("class_day", id, day) },
        { label: texts.classPages.toClass, data: action("class", id) },
      ],
    ],
  };
}

export async function runSessionPage(
  { actor, texts, world }: BotContext,
  trainingClass: TrainingClass,
  session: TrainingSession,
): Promise<Message> {
  const counts = await attendanceAt(world, session);
  const isCancelled = session.cancelledAt !== null;
  const zone = zoneFor(actor.person, trainingClass);
  const day = dayIn(trainingClass.zone, session.startsAt);
  const now = world.clock.now();
  return {
    ...texts.classPages.session({ zone, className: trainingClass.name, session, counts, isCancelled }),
    buttons: [
      ...(isCancelled || session.endsAt <= now ? [] : rowsThatFit(changeButtons(texts, session, now), 2)),
      [
        { label: texts.classPages.refresh, data: action("run_session", session.id) },
        { label: texts.classPages.toDay, data: action("class_day", trainingClass.id, day) },
      ],
    ],
  };
}

/** On the day itself a session is mostly late by half an hour or one: that is one press and its yes. */
function changeButtons({ classPages }: Texts, { id, mode, startsAt }: TrainingSession, now: Date): Button[] {
  const { lengthening, moving, placing } = classPages;
  const moves = SESSION_MOVES.flatMap((move): Button[] => {
    const minutes = minutesLater(move);
    if (minutes === null) {
      return [{ label: move === "time" ? moving.otherTime : moving.otherDay, data: action("move_session", id, move) }];
    }
    const isAhead = startsAt.getTime() + minutes * 60_000 > now.getTime();
    return isAhead ? [{ label: moving.by(minutes), data: action("move_session", id, move) }] : [];
  });
  return [
    ...moves,
    { label: mode === "online" ? placing.link : placing.room, data: action("place_session", id) },
    { label: lengthening.open, data: action("length_session", id) },
    { label: classPages.cancel, data: action("ask_cancel_session", id), tone: "danger" },
  ];
}

export function cancelQuestion(
  { actor, texts }: BotContext,
  trainingClass: TrainingClass,
  session: TrainingSession,
  audience: Audience,
): Message {
  const when = dayAndTime(texts.language, zoneFor(actor.person, trainingClass), session.startsAt);
  const yes = { label: texts.classPages.confirmCancel, data: action("cancel_session", session.id, session.revision) };
  const no = { label: texts.classPages.keep, data: action("run_session", session.id) };
  return confirmScreen(texts.classPages.askCancel(session.title, when, audience), { yes, no });
}

function zoneFor(person: { zone: Zone | null } | null, trainingClass: TrainingClass): Zone {
  return person?.zone ?? trainingClass.zone;
}
