// The pages of a class for those who run it.

import type { AttendanceCounts } from "../../domain/classes/attendance.js";
import { action } from "../../domain/messages/action.js";
import { rowsThatFit } from "../../domain/messages/button-label.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { pageOf } from "../../domain/paging.js";
import { isOwnPractice, maySetUpClass } from "../../domain/people/permissions.js";
import { isTrainer } from "../../domain/people/person.js";
import { startLink } from "../../domain/registration/start-link.js";
import { type Day, dayIn } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import type { TrainingClass, TrainingSession } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";
import { dayAndTime } from "../../texts/dates.js";
import type { Audience } from "../../texts/id/class-pages.js";
import type { Texts } from "../../texts/index.js";
import { type ClassList, viewJoinBoard } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { confirmScreen } from "../kit/confirm.js";
import { listScreen } from "../kit/list-screen.js";
import { pageRow } from "../kit/page-row.js";
import { qrPicture } from "../kit/qr-picture.js";

/** As many names as a small phone shows without scrolling. */
const NAMES_A_PAGE = 12;
const NOBODY: AttendanceCounts = { present: 0, late: 0, absent: 0, open: 0 };

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
  const board = await viewJoinBoard(world, actor, { classId: id, page: wanted });
  const missing = pageOf(board.missing, NAMES_A_PAGE, wanted);
  const asked = await world.store.admissions.countOf(id);
  const sessions = await world.store.classes.sessionsOf(id);
  const days = [...new Set(sessions.map(({ startsAt }) => dayIn(zone, startsAt)))];
  const link = joinLink(world, joinToken);
  const today = dayIn(zone, world.clock.now());
  const toDays = days.map((day) => ({ label: texts.classPages.dayButton(day), data: action("class_day", id, day) }));
  return {
    ...texts.classPages.page({
      ...{ ...trainingClass, ...board, link, isClosed: trainingClass.joinClosedAt !== null },
      ...{ missing: missing.shown, from: missing.from, days: days.length },
    }),
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

export function joinLink({ settings }: World, token: string): string {
  return startLink(settings.botUsername, token);
}

/** Null when the class has no session on that day any more. */
export async function classDayPage(
  { actor, texts, world }: BotContext,
  trainingClass: TrainingClass,
  day: Day,
): Promise<Message | null> {
  const { id, name } = trainingClass;
  const sessions = (await world.store.classes.sessionsOf(id)).filter(
    ({ startsAt }) => dayIn(trainingClass.zone, startsAt) === day,
  );
  if (sessions.length === 0) return null;
  const counts = await world.store.schedule.attendanceOf(sessions.map((session) => session.id));
  const zone = zoneFor(actor.person, trainingClass);
  const entries = sessions.map((session) => ({
    zone,
    session,
    counts: counts.get(session.id) ?? NOBODY,
    isCancelled: session.cancelledAt !== null,
  }));
  return {
    ...texts.classPages.day(name, day, entries),
    buttons: [
      ...sessions.map((session) => [
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
  const counts = (await world.store.schedule.attendanceOf([session.id])).get(session.id) ?? NOBODY;
  const isCancelled = session.cancelledAt !== null;
  const zone = zoneFor(actor.person, trainingClass);
  const move: Button = { label: texts.classPages.move, data: action("move_session", session.id) };
  const cancel: Button = {
    ...{ label: texts.classPages.cancel, data: action("ask_cancel_session", session.id) },
    tone: "danger",
  };
  const isOnline = session.mode === "online";
  const place: Button = {
    label: isOnline ? texts.classPages.placing.link : texts.classPages.placing.room,
    data: action("place_session", session.id),
  };
  const day = dayIn(trainingClass.zone, session.startsAt);
  return {
    ...texts.classPages.session({ zone, className: trainingClass.name, session, counts, isCancelled }),
    buttons: [
      ...(isCancelled || session.endsAt <= world.clock.now() ? [] : rowsThatFit([move, place, cancel], 2)),
      [
        { label: texts.classPages.refresh, data: action("run_session", session.id) },
        { label: texts.classPages.toDay, data: action("class_day", trainingClass.id, day) },
      ],
    ],
  };
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
