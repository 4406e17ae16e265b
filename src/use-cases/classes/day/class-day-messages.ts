// What trainers read of a class day, with its buttons: the same as a post, as a page, and each time that it is changed.
import { countAnswers } from "../../../domain/classes/attendance.js";
import { action } from "../../../domain/messages/action.js";
import { fitLabel, rowsThatFit } from "../../../domain/messages/button-label.js";
import type { Button, Message } from "../../../domain/messages/message.js";
import type { Person } from "../../../domain/people/person.js";
import { timeIn } from "../../../domain/time/calendar.js";
import type { Zone } from "../../../domain/time/zone.js";
import type { Texts } from "../../../texts/index.js";
import type { ClassDayView } from "./view-class-day.js";

/** `now`: since when it has been so; it stands there, so that nobody takes a board of yesterday for today's. */
export function boardMessage(texts: Texts, reader: Pick<Person, "zone">, view: ClassDayView, now: Date): Message {
  const { trainingClass, day, number, atHand, expected } = view;
  const { classDay, classPages } = texts;
  return {
    ...classDay.board({
      ...{ zone: zoneFor(reader, view), className: trainingClass.name, day, number, session: atHand, seenAt: now },
      ...joining(view),
      counts: countAnswers(expected),
    }),
    buttons: [
      ...rowsThatFit(
        [
          { label: classDay.mark, data: action("mark", atHand.id) },
          { label: classDay.notHere, data: action("not_here", trainingClass.id, day) },
          { label: classPages.qr, data: action("qr", trainingClass.id) },
          { label: texts.posters.pageButton, data: action("poster", trainingClass.id, "pdf") },
          { label: texts.peopleFiles.menu, data: action("class_files", trainingClass.id) },
          { label: classDay.write, data: action("write", { kind: "class", classId: trainingClass.id }) },
        ],
        2,
      ),
      ...rowsThatFit(sessionButtons(texts, reader, view, now), 3),
      ...rowsThatFit(
        [
          { label: classDay.sessions, data: action("class_day", trainingClass.id, day) },
          { label: classPages.toClass, data: action("class", trainingClass.id) },
        ],
        2,
      ),
    ],
  };
}

/** To the sessions that can still be moved or given another room, by their time: two rows of them at the most. */
const MOST_SESSIONS = 6;

function sessionButtons(texts: Texts, reader: Pick<Person, "zone">, view: ClassDayView, now: Date): Button[] {
  const zone = zoneFor(reader, view);
  return view.sessions
    .filter(({ endsAt }) => endsAt > now)
    .slice(0, MOST_SESSIONS)
    .map(({ id, startsAt }) => ({
      label: texts.classDay.sessionAt(timeIn(zone, startsAt)),
      data: action("run_session", id),
    }));
}

/** The day's sessions in all classes that somebody teaches on it. */
export function previewMessage(
  texts: Texts,
  reader: Pick<Person, "zone">,
  views: readonly [ClassDayView, ...ClassDayView[]],
): Message {
  const { classDay, classPages } = texts;
  const isOne = views.length === 1;
  return {
    ...classDay.preview(
      views.map((view) => ({
        ...{ zone: zoneFor(reader, view), className: view.trainingClass.name, day: view.day },
        ...{ sessions: view.sessions, ...joining(view) },
      })),
    ),
    buttons: views.flatMap(({ trainingClass: { id, name }, day }) => [
      [
        {
          label: isOne ? classDay.toBoard : fitLabel(name, undefined, { before: "📋 " }),
          data: action("board", id, day),
        },
      ],
      ...(isOne ? [[{ label: classPages.qr, data: action("qr", id) }]] : []),
    ]),
  };
}

function joining({ expected }: ClassDayView) {
  return {
    expected: expected.length,
    joined: expected.filter(({ hasJoined }) => hasJoined).length,
    missing: expected.filter(({ hasJoined }) => !hasJoined).map(({ name }) => name),
  };
}

function zoneFor(reader: Pick<Person, "zone">, { trainingClass }: ClassDayView): Zone {
  return reader.zone ?? trainingClass.zone;
}
