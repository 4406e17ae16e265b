// The page of a draft announcement: what it says, to whom, when, how urgent; and the questions behind its buttons.
import type { AnnouncementWeight } from "../../domain/announcements/announcement.js";
import type { LinkProblem } from "../../domain/announcements/link-button.js";
import { type LocalTime, type LocalTimeProblem, partsOf } from "../../domain/announcements/local-time.js";
import type { Hours } from "../../domain/time/day-plan.js";
import { bareTime, clockTime, longDay, shortDay, shortDayAndTime } from "../dates.js";
import type { announcementDraft as Indonesian } from "../id/announcement-draft.js";
import { bold, italic, lines, paragraphs, pressed, rich } from "../rich.js";
import { announcementWords } from "./announcement-words.js";

const { count, people } = announcementWords;

const weights: Record<AnnouncementWeight, string> = { ordinary: "Ordinary", emergency: "🚨 Emergency" };

const timeWords = (at: LocalTime) => {
  const { day, time } = partsOf(at);
  return `${longDay("en", day)} at ${bareTime("en", time)} local time`;
};

const files = ({ kind, count: n }: { kind: "photo" | "document"; count: number }) => {
  const one = kind === "photo" ? "photo" : "file";
  return `📎 ${n} ${n === 1 ? one : `${one}s`}`;
};

const linkProblems: Record<LinkProblem, string> = {
  not_a_link: "That is not the address of a page yet.",
  not_https: "The address has to begin with https://, so that it is safe to open.",
  with_password: "That address holds a user name or password. Please send it without.",
  too_long: "The address is too long.",
};

const timeProblem = (problem: LocalTimeProblem, { from, until }: Hours["workingHours"]): string =>
  ({
    past: "That time is past.",
    rest_day: "That is a Sunday or a public holiday, when nobody is written to.",
    at_night: `Messages leave between ${bareTime("en", from)} and ${bareTime("en", until)} only.`,
  })[problem];

export const announcementDraft: typeof Indonesian = {
  page: (data) =>
    paragraphs(
      lines(
        rich`📣 ${bold(data.changing === null ? "Draft announcement" : `Changing announcement ${data.changing}`)} · saved ${(data.isOld ? shortDayAndTime : clockTime)("en", data.zone, data.keptAt)}`,
        italic(`“${data.opening}”`),
        data.files !== null && files(data.files),
        data.link !== null && rich`🔗 ${data.link.label} → ${data.link.host}`,
      ),
      lines(
        data.audience === null
          ? rich`To: ${bold("not chosen yet")}`
          : rich`To: ${bold(data.audience)} · ${bold(people(data.reachable))}`,
        rich`Send: ${bold(data.localTime === null ? "now" : timeWords(data.localTime))}${data.localTime === null ? ", in the recipients' working hours" : ""}`,
        data.emergency && rich`🚨 ${bold("Emergency")}`,
        data.asksRead && "👍 Recipients are asked to mark it as read",
        rich`Length: ${count(data.length.written)} of ${count(data.length.most)} characters${
          data.length.longest > data.length.written ? ` (${count(data.length.longest)} with the longest name)` : ""
        }`,
      ),
      data.problem === null
        ? data.audience === null && rich`Press ${pressed(announcementDraft.audience)} to choose who it is for.`
        : rich`⚠️ ${data.problem}`,
    ),
  sample: "👀 Example",
  samples: (n) => `👀 ${n} examples`,
  content: "✏️ Text",
  audience: "👥 Recipients",
  when: "🕗 Time",
  link: "🔗 Button",
  weight: "🚨 Emergency",
  read: (isAsked) => `${isAsked ? "☑️" : "⬜"} Read it?`,
  send: (n) => `✅ Send to ${people(n)}`,
  schedule: (n) => `✅ Schedule: ${people(n)}`,
  propose: (n) => `✅ Submit for ${people(n)}`,
  change: "✅ Save the change",
  reallySend: (n) => `✅ Yes, send to ${people(n)}`,
  reallyGo: "✅ Yes",
  editedMessage: () =>
    rich`I cannot read changes to an old message, so the draft stays as it is. Press ${pressed(announcementDraft.content)}, then send the new text.`,
  toPage: "⬅️ Back",
  later: "💾 Later",
  discard: "🗑 Discard",
  entry: (opening, age) => `📝 ${age} · ${opening}`,

  ask: {
    label: "text",
    content: () =>
      paragraphs(
        rich`Please send the announcement: text, a photo, a file or an album with a caption. Bold, italics and links stay.`,
        rich`To make it personal you can use {nama} (name), {perpustakaan} (library) and {kelas} (class). For example: ${italic("Dear {nama}, please report by Friday.")}`,
      ),
    wordsFor: (alone) =>
      rich`${files(alone)}: kept. Now write the announcement, please: some people read without pictures.`,
    other: (hasFile) =>
      paragraphs(
        hasFile
          ? rich`Send new text; its photo or file stays. Send another photo or file to replace it.`
          : rich`Send new text, or a photo or file to go along.`,
        rich`You can use {nama} (name), {perpustakaan} (library) and {kelas} (class).`,
      ),
    withoutFile: "🗑 Without the file",
    onlyTextOrFile: () => rich`Please send text, a photo or a file.`,
    notTaken: (kind) =>
      rich`That ${kind === "photo" ? "photo" : "file"} is not part of it yet. To send it along: press ${pressed(announcementDraft.content)}, then send it together with its text as one message.`,
    taken: (kind) => rich`📎 The ${kind === "photo" ? "photo" : "file"} has been added.`,
  },
  whenAsk: {
    label: "time",
    ask: (time: string) =>
      paragraphs(
        rich`When should it leave? Write the day and the time, for example ${bold(`Monday ${bareTime("en", time)}`)}.`,
        rich`That is ${bold("local time")}: at ${bareTime("en", time)} in WIT, WITA and WIB each.`,
      ),
    now: "⚡ Now",
    preset: (day, time) => `${shortDay("en", day)} ${bareTime("en", time)}`,
    time: (day) => rich`At what time on ${bold(longDay("en", day))}? Local time.`,
    whichDay: () => rich`Which day?`,
    unread: (time: string) =>
      rich`I could not read that time. For example: ${bold(`Monday ${bareTime("en", time)}`)} or ${bold("8 July at 9")}`,
    problem: (problem, hours) => rich`${timeProblem(problem, hours)} Please choose another time.`,
    words: (at) => (at === null ? "now" : timeWords(at)),
  },
  linkAsk: {
    label: "button",
    url: () =>
      paragraphs(
        rich`A button below the announcement opens one page. Send its address, for example ${bold("https://perpusnas.go.id/jadwal")}.`,
      ),
    none: "No button",
    nameLabel: "words on the button",
    name: (host) =>
      rich`What should the button to ${host} say? Keep it short, for example ${bold("See the schedule")}.`,
    example: "See the schedule",
    problem: (problem) => rich`${linkProblems[problem]} For example: ${bold("https://perpusnas.go.id/jadwal")}`,
  },
  weightAsk: {
    label: "urgency",
    ask: () =>
      paragraphs(
        rich`Is this announcement ordinary or an emergency?`,
        rich`An ${bold("emergency")} also reaches, today, participants who have already had a message, still within working hours. Please choose it only when tomorrow is too late.`,
      ),
    options: weights,
  },
  changedMeanwhile: (by) =>
    rich`${bold(by)} has just changed this announcement, so your version is not saved yet. If the one below is the right one, press save once more.`,
  tooLate: () =>
    rich`That announcement has left for every zone or was stopped, so it cannot be changed any more. What you entered here stays.`,
  unchanged: () => rich`Nothing has been changed yet.`,
};
