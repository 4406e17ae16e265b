// What trainers do for one or for many at once: what is shown before, what their people read, the receipt, and taking it back. More time for plans
// is in extensions.ts; what a trainer writes to somebody reaches them as a question does: threads.ts.

import { MOST_AT_ONCE } from "../../domain/caseload/care-act.js";
import { capital } from "../capital.js";
import { plainDay } from "../dates.js";
import { digits } from "../digits.js";
import {
  type Fates,
  type FateWord,
  type careActs as Indonesian,
  MOST_REASONS,
  type ScopeName,
} from "../id/care-acts.js";
import { firstOf } from "../lists.js";
import { bold, bullets, italic, lines, paragraphs, pressed, rich } from "../rich.js";
import { people } from "./how-many.js";
import { planWords } from "./plan-words.js";

const why: Record<Exclude<FateWord, "now" | "hours" | "budget" | "after_pause"> | "not_joined", string> = {
  already_today: "reminded today already",
  nothing_open: "nothing to remind of",
  paused: "on pause",
  opted_out: "asked for no such messages",
  blocked: "blocked the bot",
  gone: "account not active",
  no_account: "not using the bot",
  erased: "just had their data erased",
  not_joined: "not joined yet",
};

const skipped = (counts: Fates) => {
  const found = (Object.keys(why) as (keyof typeof why)[])
    .map((one) => ({ one, count: Number(counts[one] ?? 0) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const total = found.reduce((sum, { count }) => sum + count, 0);
  const listed = found.slice(0, MOST_REASONS);
  const rest = total - listed.reduce((sum, { count }) => sum + count, 0);
  const reasons = listed.map(({ one, count }) => `${why[one]} (${digits.en(count)})`);
  return total === 0
    ? undefined
    : rich`🚫 ${digits.en(total)} left out: ${[...reasons, ...(rest > 0 ? [`other reasons (${digits.en(rest)})`] : [])].join(", ")}`;
};

const sending = ({ now = 0, hours = 0, budget = 0, after_pause: later = 0 }: Fates) =>
  [
    now > 0 && `✅ ${now} now`,
    hours > 0 && `🕗 ${hours} in working hours`,
    budget > 0 && `📆 ${budget} on a later day (enough messages today)`,
    later > 0 && `⏸ ${later} after their pause`,
  ]
    .filter((word) => word !== false)
    .join(" · ");

const sent = (counts: Fates, verb: string) => {
  const { now = 0, hours = 0, budget = 0, after_pause: later = 0 } = counts;
  return lines(
    now > 0 && rich`✅ ${people(now)} will ${verb} in a minute.`,
    hours > 0 && rich`🕗 ${people(hours)} will ${verb} in working hours.`,
    budget > 0 && rich`📆 ${people(budget)} will ${verb} on a later day, having had enough messages today.`,
    later > 0 && rich`⏸ ${people(later)} will ${verb} once their pause is over.`,
    now + hours + budget + later === 0 && rich`Nobody will ${verb}.`,
    skipped(counts),
  );
};

const one: Record<FateWord, string> = {
  now: "will get it in a minute.",
  hours: "will get it in working hours.",
  budget: "will get it on a later working day, having had enough messages today.",
  already_today: "was reminded today already.",
  nothing_open: "has no plan to be reminded of.",
  after_pause: "is on pause and gets it once they are back.",
  paused: "is on pause and is not reminded for now.",
  opted_out: "asked for no such messages. Please contact them yourself.",
  blocked: "has blocked this bot. Please contact them yourself.",
  gone: "has no active Telegram account. Please contact them yourself.",
  no_account: "does not use this bot yet. Please contact them yourself.",
  erased: "just had their data erased.",
};

const of = (scope: { of?: string }) => (scope.of === undefined || scope.of === "" ? "" : `, ${scope.of}`);

const about = (scope: ScopeName) => {
  switch (scope.kind) {
    case "one":
      return scope.name;
    case "late":
      return `everybody late${of(scope)}`;
    case "class":
      return `class ${scope.name}`;
    case "regency":
      return scope.name;
    case "filter":
      return `participants: ${scope.name.toLowerCase()}${of(scope)}`;
  }
};

const few = (names: string[]) =>
  firstOf(
    names,
    (more) => `${more} more`,
    (name) => name,
  ).join(", ");

const ways = { telephoned: "📞 Telephoned", visited: "🚶 Visited", wrote: "💬 WhatsApp" };
export const talked = { telephoned: "telephoned", visited: "visited", wrote: "messaged on WhatsApp" };

const send = "✅ Send";
const pickLabel = "people";

export const careActs: typeof Indonesian = {
  about,
  remindMenu: (count) => `🔔 Remind all (${digits.en(count)})`,
  beyondReach: () =>
    rich`🚫 No reminder gets through: bot blocked, account gone, or reminders stopped. Press a number for WhatsApp, or to note a talk.`,
  writeMenu: "✉️ Write",
  writeToAll: "✉️ Write to all",
  talkMenu: "✅ We talked",
  extendMenu: "📅 Extend",
  remindAsk: (data) =>
    paragraphs(
      rich`🔔 ${bold(`Reminder for ${people(data.total)}`)} (${about(data.scope)})`,
      data.sample === null ? undefined : lines(italic("For example:"), data.sample),
      data.total > 0 && lines(sending(data.counts), skipped(data.counts)),
    ),
  /** What they read. */
  nudge: (data) =>
    paragraphs(
      rich`${bold(data.name)}, your trainer ${data.trainer} asks how these work plans are going:`,
      bullets(data.plans.map(({ type, dueOn }) => rich`${bold(planWords.types[type])}, due ${plainDay("en", dueOn)}`)),
      data.line !== null && rich`“${data.line}” – ${data.trainer}`,
      rich`Please tell us. Two buttons will do.`,
    ),
  report: "Report now",
  doneAlready: () => rich`This plan is done. No need to remind anybody 🎉`,
  writeAsk: (data) =>
    paragraphs(
      rich`✉️ ${bold(`Message for ${people(data.total)}`)} (${about(data.scope)}). Each gets it alone and can answer.`,
      rich`“${data.sample}”`,
      data.total > 0 && lines(sending(data.counts), skipped(data.counts)),
    ),
  nobodyToTell: () => rich`Nobody can be written to now. Press ${pressed(`✏️ ${capital(pickLabel)}`)} or go back.`,
  changed: (data) =>
    lines(
      rich`The list has changed since. Please look once more, then press ${pressed(send)}.`,
      data.added.length > 0 && rich`Added: ${few(data.added)}`,
      data.removed.length > 0 && rich`Removed: ${few(data.removed)}`,
    ),
  send,
  lineLabel: "text",
  lineAsk: () =>
    rich`Write a line of your own for below the reminder. I put each one's name in place of ${bold("{nama}")}.`,
  lineExample: "I am in the office until four, do come by",
  noLine: "No line",
  pickLabel,
  pickAsk: (data) =>
    rich`Who gets it? Press a name to choose or to leave out. Chosen: ${bold(`${digits.en(data.chosen)} of ${digits.en(data.total)}`)}.`,
  pick: (name, isChosen) => `${isChosen ? "☑️" : "⬜"} ${name}`,
  pickAll: "Everybody",
  pickNone: "Nobody",
  pickDone: "✅ Done",
  textLabel: "text",
  textAsk: (data) =>
    data.isOne
      ? rich`Write a message to ${bold(about(data.scope))}. They can answer, and the answer comes here.`
      : rich`Write a message to ${bold(about(data.scope))}. I put each one's name in place of ${bold("{nama}")}.`,
  textExample: "I will be at the village office at nine tomorrow",
  reminded: (counts) => sent(counts, "be reminded"),
  written: (counts) => sent(counts, "get this message"),
  toOne: (results) =>
    results.length === 0
      ? rich`Nobody from this library has joined yet, so there is nobody to write to.`
      : lines(...results.map(({ name, fate }) => rich`${bold(name)} ${one[fate]}`)),
  tooMany: (total) =>
    rich`This is about ${bold(`${digits.en(total)} people`)}, and ${digits.en(MOST_AT_ONCE)} at once are the most. Which part comes first? You can choose the next one after it.`,
  tooManyAtAll: (total) =>
    rich`This is about ${bold(`${digits.en(total)} people`)}, and ${digits.en(MOST_AT_ONCE)} at once are the most. For so many there are announcements.`,
  part: (name, people) => `${name} (${digits.en(people)})`,
  byClass: "🏫 By class",
  byPlace: "🗺 By place",
  nobody: () => rich`There is nobody there now whom you look after.`,
  noPlans: () => rich`This person is not asked for work plans, so there is nothing to follow up.`,

  aboutReminder: (scope) => `a reminder for ${about(scope)}`,
  aboutMessage: (scope) => `a message to ${about(scope)}`,

  ways,
  askWay: (name) => rich`How did you talk with ${bold(name)}?`,
  talked: (data) =>
    rich`Noted that ${bold(data.names.join(", "))} ${data.names.length > 1 ? "were" : "was"} ${talked[data.way]}. Not in the list of late plans until ${bold(plainDay("en", data.restUntil))}, unless there is news.`,
  addNote: "📝 Add a note",
  noteAsk: () => rich`Write a short note about what was said.`,
  noteLabel: "note",
  noteExample: "Waits for the village budget next month",
  aboutNote: "a note about a talk",
  noted: () => rich`The note is saved.`,
  noteGone: () => rich`That talk was undone, so the note was not kept.`,

  undo: "↩️ Undo",
  undone: (data) =>
    data.of === "talk"
      ? rich`The talk is no longer noted. The list of late plans is as it was.`
      : lines(
          data.left === 0 ? rich`All of it is undone.` : rich`Undone as far as it had not left.`,
          data.takenBack > 0 &&
            rich`${data.takenBack === 1 ? "1 message was" : `${data.takenBack} messages were`} taken back before leaving.`,
          data.left > 0 &&
            (data.of === "extend"
              ? rich`${people(data.left)} had been told, so their plans keep the later day.`
              : rich`${data.left === 1 ? "1 message has" : `${data.left} messages have`} left and cannot be taken back.`),
        ),
  undoneAlready: () => rich`This was undone before.`,
  undoTooLate: () => rich`More than ten minutes have passed, so it can no longer be undone.`,
  notYours: () => rich`Sorry, that is not yours, so nothing was changed. If that is a mistake, please ask an admin.`,
};
