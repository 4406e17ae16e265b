// Judges a lived month by what Telegram took, and by what the people did: the bot's tables are asked for one thing only, the reason
// why somebody did not get what they were owed.

import { DEFAULT_BUDGET } from "../../src/domain/messages/message-budget.js";
import { addDays, type Day, dayIn, daysBetween, instantAt, minutesOf, timeIn } from "../../src/domain/time/calendar.js";
import { isRestDay, type RestDays } from "../../src/domain/time/working-hours.js";
import type { LedgerEntry } from "../../src/sandbox/shapes.js";
import { FIRST_DAY, LAST_DAY, type Month, type Someone } from "./live.js";

const PLANS = ["Layanan Informasi", "Pelibatan Masyarakat", "Advokasi"];

/** What a message is, by the words that people read. */
const KINDS: [kind: string, words: RegExp][] = [
  [
    "plan reminder",
    /^Bapak\/Ibu, (batas waktu|tinggal \d+ hari lagi untuk|(besok|hari ini) hari terakhir untuk) rencana kerja|^Terima kasih sudah mengikuti pelatihan/,
  ],
  ["snoozed", /^Sesuai permintaan Bapak\/Ibu/],
  ["nudge", /menanyakan kabar rencana kerja/],
  ["draft", /belum selesai\. Yang sudah diisi tersimpan/],
  ["agenda", /^🗓 Jadwal/],
  ["before class", /kelas .* dimulai/],
  ["link", /sesi daring dimulai pukul/],
  ["change", /^🔁 Jadwal berubah|^🚫 Sesi dibatalkan/],
  ["announcement", /^Pengumuman \d+:/],
  ["offer", /^Senang bertemu lagi/],
];
const EXEMPT = ["snoozed", "link", "change", "offer"];

interface Heard {
  at: Date;
  day: Day;
  parts: { kind: string; text: string }[];
}

export interface Verdict {
  messages: number;
  merged: number;
  byKind: Record<string, number>;
  /** Each must be empty. */
  outOfHours: string[];
  overBudget: string[];
  withoutNeed: string[];
  unwanted: string[];
  twice: string[];
  unexplained: string[];
  notUnderstood: string[];
  owed: { reminders: number; agendas: number };
  excused: Record<string, number>;
}

/** Why a post about this subject did not reach this person; undefined: nobody knows of one. */
export type ReasonOf = (personId: number, subject: string) => string | undefined;

export function judge(month: Month, rest: RestDays, reasonOf: ReasonOf): Verdict {
  const verdict: Verdict = {
    ...{ messages: month.unasked.length, merged: 0, byKind: {}, owed: { reminders: 0, agendas: 0 }, excused: {} },
    ...{ outOfHours: [], overBudget: [], withoutNeed: [], unwanted: [], twice: [], unexplained: [], notUnderstood: [] },
  };
  const byChat = new Map<number, LedgerEntry[]>();
  for (const entry of month.unasked) byChat.set(entry.chatId, [...(byChat.get(entry.chatId) ?? []), entry]);
  for (const one of month.people) {
    const heard = (byChat.get(one.phone.id) ?? []).map((entry) => readEntry(one, entry));
    judgeHours(one, heard, rest, verdict);
    judgeBudget(one, heard, verdict);
    judgeNeed(one, heard, verdict);
    judgeTwice(one, heard, verdict);
    judgeOwed(one, heard, rest, reasonOf, verdict);
    for (const { parts } of heard) {
      if (parts.length > 1) verdict.merged += 1;
      for (const { kind, text } of parts) {
        verdict.byKind[kind] = (verdict.byKind[kind] ?? 0) + 1;
        if (kind === "unknown") verdict.notUnderstood.push(text);
      }
    }
  }
  return verdict;
}

function readEntry({ zone }: Someone, { text, at }: LedgerEntry): Heard {
  const parts = text.split("\n\n➖➖➖\n\n").map((part) => ({
    kind: KINDS.find(([, words]) => words.test(part))?.[0] ?? "unknown",
    text: part,
  }));
  return { at, day: dayIn(zone, at), parts };
}

const say = (one: Someone, { at, parts }: Heard) =>
  `${one.id} ${dayIn(one.zone, at)} ${timeIn(one.zone, at)} ${parts.map(({ kind }) => kind).join(" + ")}`;

function judgeHours(one: Someone, heard: Heard[], rest: RestDays, { outOfHours }: Verdict): void {
  for (const message of heard) {
    const minutes = minutesOf(timeIn(one.zone, message.at));
    // An offer answers whoever comes back, at whatever hour.
    if (message.parts.every(({ kind }) => kind === "offer")) continue;
    const isDay = minutes >= minutesOf("07:30") && minutes < minutesOf("20:00");
    if (!isDay || isRestDay(message.day, rest)) outOfHours.push(say(one, message));
  }
}

function judgeBudget(one: Someone, heard: Heard[], { overBudget }: Verdict): void {
  const spending = heard.filter(({ parts }) => !parts.every(({ kind }) => EXEMPT.includes(kind)));
  for (const message of spending) {
    const sameDay = spending.filter(({ day }) => day === message.day).length;
    // The class's week begins on the working day before it.
    const isClassWeek = message.day >= addDays(FIRST_DAY, -2) && message.day <= LAST_DAY;
    const week = spending.filter(({ day }) => {
      const ago = daysBetween(day, message.day);
      return ago >= 0 && ago < 7;
    }).length;
    if (sameDay > DEFAULT_BUDGET.perDay) overBudget.push(`${say(one, message)}: ${sameDay} that day`);
    if (!isClassWeek && week > DEFAULT_BUDGET.perWeek) overBudget.push(`${say(one, message)}: ${week} in seven days`);
  }
}

function judgeNeed(one: Someone, heard: Heard[], { withoutNeed, unwanted }: Verdict): void {
  for (const message of heard) {
    for (const { kind, text } of message.parts) {
      const isReminder = !["announcement", "change", "offer"].includes(kind);
      const stopped = isReminder ? one.optedOutAt.reminders : one.optedOutAt.announcements;
      if (kind !== "change" && kind !== "offer" && stopped !== undefined && stopped < message.at) {
        unwanted.push(say(one, message));
      }
      if (!["plan reminder", "snoozed", "nudge"].includes(kind)) continue;
      const since = kind === "plan reminder" ? rungBefore(one, message.day) : undefined;
      for (const [plan, name] of PLANS.entries()) {
        if (!text.includes(name)) continue;
        const told = one.reports.filter((report) => report.plan === plan && report.at < message.at);
        const isAnswered = told.at(-1)?.done === true || (since !== undefined && told.some(({ at }) => at >= since));
        if (isAnswered) withoutNeed.push(`${say(one, message)}: ${name}`);
      }
    }
  }
}

function judgeTwice(one: Someone, heard: Heard[], { twice }: Verdict): void {
  const known = new Set<string>();
  for (const message of heard) {
    for (const { kind, text } of message.parts) {
      // A reminder may come again with the same words on another day, and on the same one where its receiver put it off to the
      // afternoon; an announcement or an agenda never.
      const when = kind === "snoozed" ? message.at.toISOString() : message.day;
      const what = kind === "announcement" || kind === "agenda" ? text.split("\n")[0]! : `${when} ${text}`;
      if (known.has(what)) twice.push(say(one, message));
      known.add(what);
    }
  }
}

/** The ladder to the due day, 7 July: open from … until … */
const RUNGS = [
  ["2024-06-23", "2024-06-30"],
  ["2024-06-30", "2024-07-06"],
  ["2024-07-06", "2024-07-08"],
  ["2024-07-08", "2024-07-15"],
] as const;

function rungBefore({ zone }: Someone, day: Day): Date {
  const rung = RUNGS.findLast(([on]) => on <= day)?.[0] ?? addDays(LAST_DAY, 1);
  return instantAt(zone, rung, "00:00");
}

function judgeOwed(one: Someone, heard: Heard[], rest: RestDays, reasonOf: ReasonOf, verdict: Verdict): void {
  const isAbsent = (until: Date) =>
    (one.optedOutAt.reminders !== undefined && one.optedOutAt.reminders < until) ||
    one.away.some(({ from }) => from < until);
  const excuse = (reason: string) => {
    verdict.excused[reason] = (verdict.excused[reason] ?? 0) + 1;
  };
  for (const [on, closes] of RUNGS) {
    const [from, until] = [instantAt(one.zone, on, "00:00"), instantAt(one.zone, closes, "00:00")];
    if (isAbsent(until)) continue;
    for (const [plan, name] of PLANS.entries()) {
      const reports = one.reports.filter((report) => report.plan === plan && report.at < until);
      if (reports.some(({ at, done }) => done || at >= from)) continue;
      verdict.owed.reminders += 1;
      const isTold = heard.some(
        ({ at, parts }) =>
          at >= from &&
          at < until &&
          parts.some(({ kind, text }) => /reminder|snoozed/.test(kind) && text.includes(name)),
      );
      if (isTold) continue;
      if (one.snoozedAt.some((at) => at < until)) excuse("snoozed");
      else {
        const reason = reasonOf(one.id, `rung:${one.planIds[plan]}:${on}`);
        if (reason === undefined) verdict.unexplained.push(`${one.id} ${on} ${name}`);
        else excuse(reason);
      }
    }
  }
  for (let day: Day = FIRST_DAY; day <= LAST_DAY; day = addDays(day, 1)) {
    if (isAbsent(instantAt(one.zone, addDays(day, 1), "00:00")) || isRestDay(day, rest)) continue;
    verdict.owed.agendas += 1;
    if (heard.some((message) => message.day === day && message.parts.some(({ kind }) => kind === "agenda"))) continue;
    const reason = reasonOf(one.id, `class:${one.classId}:day:${day}`);
    if (reason === undefined) verdict.unexplained.push(`${one.id} ${day} agenda`);
    else excuse(reason);
  }
}
