// Judges a lived month by what Telegram took, and by what the people did: the bot's tables are asked for one thing only, the reason
// why somebody did not get what they were owed.

import { DEFAULT_BUDGET } from "../../src/domain/messages/message-budget.js";
import { addDays, type Day, dayIn, daysBetween, instantAt, minutesOf, timeIn } from "../../src/domain/time/calendar.js";
import { isRestDay, type RestDays } from "../../src/domain/time/working-hours.js";
import type { LedgerEntry } from "../../src/sandbox/shapes.js";
import { FIRST_DAY, LAST_DAY, LIVED_LAST, type Month, type Someone } from "./live.js";

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
  ["moved", /^Akun program Bapak\/Ibu baru saja dipindahkan/],
  ["offer", /^Senang bertemu lagi/],
  ["feedback", /^Terima kasih sudah mengikuti .*, Bapak\/Ibu\.\n\nBagaimana menurut/],
  ["story", /^📖 Cerita dari perpustakaan lain/],
  ["story told", /mengirim cerita perubahan\.$/],
  ["welcome", /^Selamat datang kembali, Bapak\/Ibu.*\. Masa jeda sudah selesai\./],
];
const EXEMPT = ["snoozed", "link", "change", "offer", "moved"];

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
  whilePaused: string[];
  welcomes: string[];
  unexplained: string[];
  /** To a phone that was theirs before; the one word that it is so left out. */
  toOldPhones: string[];
  notToldOfMove: string[];
  notUnderstood: string[];
  /** Nobody asked for it, its author, one that was taken back, or the second in a week. */
  wrongStories: string[];
  owed: { reminders: number; agendas: number; welcomes: number };
  excused: Record<string, number>;
}

/** Why a post about this subject did not reach this person; undefined: nobody knows of one. */
export type ReasonOf = (personId: number, subject: string) => string | undefined;

export function judge(month: Month, rest: RestDays, reasonOf: ReasonOf): Verdict {
  const verdict: Verdict = {
    ...{ messages: month.unasked.length, merged: 0, byKind: {}, excused: {} },
    owed: { reminders: 0, agendas: 0, welcomes: 0 },
    ...{ outOfHours: [], overBudget: [], withoutNeed: [], unwanted: [], twice: [], unexplained: [], notUnderstood: [] },
    ...{ whilePaused: [], welcomes: [], toOldPhones: [], notToldOfMove: [], wrongStories: [] },
  };
  const byChat = new Map<number, LedgerEntry[]>();
  for (const entry of month.unasked) byChat.set(entry.chatId, [...(byChat.get(entry.chatId) ?? []), entry]);
  for (const one of month.people) {
    const phones = [...one.formerPhones.map(({ phone }) => phone), one.phone];
    const heard = phones.flatMap(({ id }) => byChat.get(id) ?? []).map((entry) => readEntry(one, entry));
    judgePhones(one, byChat, verdict);
    judgeHours(one, heard, rest, verdict);
    judgeBudget(one, heard, verdict);
    judgeNeed(one, heard, verdict);
    judgeTwice(one, heard, verdict);
    judgePause(one, heard, verdict);
    judgeStories(one, heard, month, verdict);
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

/** The old phone is told once that it is none any more, and nothing else from then on. */
function judgePhones(one: Someone, byChat: Map<number, LedgerEntry[]>, verdict: Verdict): void {
  for (const { phone, until } of one.formerPhones) {
    const after = (byChat.get(phone.id) ?? []).filter(({ at }) => at >= until).map((entry) => readEntry(one, entry));
    const isWord = ({ parts }: Heard) => parts.every(({ kind }) => kind === "moved");
    verdict.toOldPhones.push(...after.filter((heard) => !isWord(heard)).map((heard) => say(one, heard)));
    if (after.filter(isWord).length !== 1) verdict.notToldOfMove.push(String(one.id));
  }
}

function judgeHours(one: Someone, heard: Heard[], rest: RestDays, { outOfHours }: Verdict): void {
  for (const message of heard) {
    const minutes = minutesOf(timeIn(one.zone, message.at));
    // An offer answers whoever comes back, at whatever hour.
    if (message.parts.every(({ kind }) => kind === "offer" || kind === "moved")) continue;
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

/** What nobody can stop. */
const ALWAYS = ["change", "offer", "moved", "welcome"];

function judgeNeed(one: Someone, heard: Heard[], { withoutNeed, unwanted }: Verdict): void {
  for (const message of heard) {
    for (const { kind, text } of message.parts) {
      const isReminder = !["announcement", "story", ...ALWAYS].includes(kind);
      const stopped = isReminder ? one.optedOutAt.reminders : one.optedOutAt.announcements;
      if (!ALWAYS.includes(kind) && stopped !== undefined && stopped < message.at) {
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

/** Days between two stories of others, at least: the job's hour is due again after half a day less than a week. */
const BETWEEN_STORIES = 6;

function judgeStories(one: Someone, heard: Heard[], { stories }: Month, { wrongStories }: Verdict): void {
  let [before, known]: [Day | null, Set<number>] = [null, new Set()];
  for (const message of heard) {
    for (const { kind, text } of message.parts) {
      if (kind !== "story") continue;
      const story = stories.find(({ words }) => text.includes(words));
      const isOld = story !== undefined && story.takenBackAt !== null && story.takenBackAt < message.at;
      const isOwn = story === undefined || story.authorId === one.id || known.has(story.id);
      const isSoon = before !== null && daysBetween(before, message.day) < BETWEEN_STORIES;
      if (!one.wantsStories || isOld || isOwn || isSoon) wrongStories.push(say(one, message));
      before = message.day;
      if (story !== undefined) known = new Set([...known, story.id]);
    }
  }
}

/** The due day of all plans, as long as nobody pauses. */
const DUE_ON: Day = "2024-07-07";
/** Last days of a pause that leave time for the welcome, whatever else waits to be said. */
const WELCOMED_BEFORE: Day = "2024-07-08";

/** Nothing unasked while it lasts, and one welcome after it. Whoever comes back from away has asked for the offer. */
function judgePause(one: Someone, heard: Heard[], verdict: Verdict): void {
  const welcomes = heard.filter(({ parts }) => parts.some(({ kind }) => kind === "welcome"));
  if (one.pause === null) {
    if (welcomes.length > 0) verdict.welcomes.push(`${one.id}: ${welcomes.length} without a pause`);
    return;
  }
  const { from, untilOn } = one.pause;
  const over = instantAt(one.zone, addDays(untilOn, 1), "08:00");
  const meanwhile = heard.filter(
    ({ at, parts }) => at > from && at < over && !parts.every(({ kind }) => kind === "offer"),
  );
  verdict.whilePaused.push(...meanwhile.map((message) => say(one, message)));
  const isOwed = untilOn < WELCOMED_BEFORE && one.away.length === 0;
  if (isOwed) verdict.owed.welcomes += 1;
  if (welcomes.length > 1 || (isOwed && welcomes.length === 0)) verdict.welcomes.push(`${one.id}: ${welcomes.length}`);
}

interface LivedRung {
  on: Day;
  /** Open from … until … */
  from: Day;
  closes: Day;
}

/** The ladder to a due day. */
const ladderTo = (dueOn: Day): LivedRung[] =>
  [
    [-14, -7],
    [-7, -1],
    [-1, 1],
    [1, 8],
  ].map(([on = 0, closes = 0]) => ({
    on: addDays(dueOn, on),
    from: addDays(dueOn, on),
    closes: addDays(dueOn, closes),
  }));

/** By the ladder of a pause that moves the due day what closed before it is owed, and what is open when they are back or opens then. */
function rungsOf({ pause }: Someone): LivedRung[] {
  if (pause === null) return ladderTo(DUE_ON);
  const { fromOn, untilOn } = pause;
  const moved = fromOn > DUE_ON ? DUE_ON : addDays(DUE_ON, daysBetween(fromOn, untilOn) + 1);
  // Nobody is late before the third day after their return.
  const least = addDays(untilOn, 3);
  const backOn = addDays(untilOn, 1);
  const after = ladderTo(moved > least ? moved : least).filter(({ closes }) => closes > backOn);
  return [
    ...ladderTo(DUE_ON).filter(({ closes }) => closes <= fromOn),
    ...after.map((rung) => ({ ...rung, from: rung.on > backOn ? rung.on : backOn })),
  ];
}

function rungBefore(one: Someone, day: Day): Date {
  const isBefore = one.pause === null || day <= one.pause.fromOn;
  const rung = (isBefore ? ladderTo(DUE_ON) : rungsOf(one)).findLast(({ on }) => on <= day)?.on ?? addDays(LAST_DAY, 1);
  return instantAt(one.zone, rung, "00:00");
}

function judgeOwed(one: Someone, heard: Heard[], rest: RestDays, reasonOf: ReasonOf, verdict: Verdict): void {
  const isAbsent = (until: Date) =>
    (one.optedOutAt.reminders !== undefined && one.optedOutAt.reminders < until) ||
    one.away.some(({ from }) => from < until);
  const excuse = (reason: string) => {
    verdict.excused[reason] = (verdict.excused[reason] ?? 0) + 1;
  };
  for (const { on, from: opens, closes } of rungsOf(one)) {
    const [from, until] = [instantAt(one.zone, opens, "00:00"), instantAt(one.zone, closes, "00:00")];
    // What closes after the last day that is lived can still be said.
    if (isAbsent(until) || closes > LIVED_LAST) continue;
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
