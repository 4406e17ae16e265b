// A training session in words, the same in reminders, in /jadwal and on a trainer's page; always in the reader's zone.

import type { AttendanceAnswer } from "../../../domain/classes/attendance.js";
import { fitLabel } from "../../../domain/messages/button-label.js";
import type { RichText } from "../../../domain/messages/message.js";
import type { Language } from "../../../domain/people/person.js";
import { dayIn, timeIn } from "../../../domain/time/calendar.js";
import type { Zone } from "../../../domain/time/zone.js";
import { cutTo } from "../../../domain/words/cut-to.js";
import { bareTime, clockTime, longDay, shortDay, timeSpan } from "../../dates.js";
import { bold, lines, paragraphs, rich } from "../../rich.js";

/** What is said of a session. */
export interface SessionWords {
  id: number;
  title: string;
  startsAt: Date;
  endsAt: Date;
  mode: "in_person" | "online";
  place: string;
}

export type Given = ReadonlyMap<number, AttendanceAnswer>;

export const ANSWER_MARKS: Record<AttendanceAnswer, string> = { present: "✅", late: "⏰", absent: "❌" };

/** In a list of five a title longer than this pushes the others off a small phone's screen. */
const LONGEST_TITLE = 60;

const LINK_TO_COME: Record<Language, string> = { id: "tautan menyusul", en: "link to follow" };

/** The link of an online session may not be known yet. */
export function whereOf(language: Language, { mode, place }: Pick<SessionWords, "mode" | "place">): RichText {
  return mode === "online" ? rich`🔗 ${place === "" ? LINK_TO_COME[language] : place}` : rich`📍 ${place}`;
}

/** Whether rooms are named without the house they are in. */
export function isElsewhere(venue: string, sessions: SessionWords[]): boolean {
  const house = venue.split(",")[0] ?? venue;
  return sessions.every(({ mode, place }) => mode === "in_person" && !place.startsWith(house));
}

/** "Senin, 3 Juni 2024" */
export function dayOfSession(language: Language, zone: Zone, { startsAt }: Pick<SessionWords, "startsAt">): string {
  return longDay(language, dayIn(zone, startsAt));
}

/** "08.30–10.00 WIB" */
export function timesOf(language: Language, zone: Zone, { startsAt, endsAt }: SessionWords): string {
  return timeSpan(language, zone, startsAt, endsAt);
}

/** "08.30–10.00 WIB Pembukaan", with the day before it when they are on several. */
export function sessionLine(language: Language, zone: Zone, session: SessionWords, withDay = false): RichText {
  const times = timesOf(language, zone, session);
  const when = withDay ? `${shortDay(language, dayIn(zone, session.startsAt))}, ${times}` : times;
  return rich`${bold(when)} ${shortened(session.title, LONGEST_TITLE)}`;
}

/** With what was answered, and the place said once for those in a row that meet there. */
export function sessionList(
  language: Language,
  zone: Zone,
  sessions: SessionWords[],
  options: { given?: Given; names?: Record<AttendanceAnswer, string>; withDay?: boolean } = {},
): RichText {
  const { given, names, withDay } = options;
  const groups: [SessionWords, ...SessionWords[]][] = [];
  for (const session of sessions) {
    const last = groups.at(-1);
    if (last?.[0].place === session.place) last.push(session);
    else groups.push([session]);
  }
  const entry = (session: SessionWords) => {
    const answer = given?.get(session.id);
    return lines(
      sessionLine(language, zone, session, withDay),
      answer !== undefined && names !== undefined && rich`${ANSWER_MARKS[answer]} ${names[answer]}`,
    );
  };
  return paragraphs(...groups.map((group) => lines(...group.map(entry), whereOf(language, group[0]))));
}

export interface SessionLabel {
  zone: Zone;
  session: SessionWords;
  answer: AttendanceAnswer | undefined;
  withDay: boolean;
}

/** "✅ Sen 3 Jun 08.30 · Pembukaan", or of one day "08.30 WIB · Pembukaan" */
export function sessionLabel(language: Language, { zone, session, answer, withDay }: SessionLabel): string {
  // Beside the day the zone finds no room: it stands in the list above.
  const time = withDay
    ? `${shortDay(language, dayIn(zone, session.startsAt))} ${bareTime(language, timeIn(zone, session.startsAt))}`
    : clockTime(language, zone, session.startsAt);
  const mark = answer === undefined ? "" : `${ANSWER_MARKS[answer]} `;
  // The time is what tells sessions apart, so that the title may be cut.
  return fitLabel(session.title, undefined, {
    before: `${mark}${time} · `,
  });
}

export const shortened = cutTo;
