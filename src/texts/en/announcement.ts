// Announcements: their list, what must be changed before one may leave (problems), what it will come to, its
// approval. The page of a draft: announcement-draft.ts.

import { type AnnouncementVariable, APPROVAL_HOURS, type SkipCause } from "../../domain/announcements/announcement.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import type { RichText } from "../../domain/messages/message.js";
import { zoneLabels } from "../../domain/time/zone.js";
import { dayAndTime } from "../dates.js";
import type { announcement as Indonesian } from "../id/announcement.js";
import type { AnnouncementSummary } from "../layouts/announcements/announcement-views.js";
import { listed } from "../lists.js";
import { bold, bullets, lines, paragraphs, rich } from "../rich.js";
import { announcementAfterwards } from "./announcement-afterwards.js";
import { announcementAudience } from "./announcement-audience.js";
import { announcementCorrections } from "./announcement-corrections.js";
import { announcementDraft } from "./announcement-draft.js";
import { announcementRead } from "./announcement-read.js";
import { announcementCalls, announcementReceivers } from "./announcement-receivers.js";
import { announcementWords } from "./announcement-words.js";
import { howMany } from "./how-many.js";

const { count, people, ledger } = announcementWords;

const longestWords: Record<AnnouncementVariable, string> = {
  nama: "the longest name",
  perpustakaan: "the longest name of a library",
  kelas: "the longest name of a class",
};

const questions: Record<AnnouncementSummary["decision"], RichText> = {
  send: rich`Send this announcement?`,
  schedule: rich`Schedule this announcement? Its text and time can still be changed until it has left for the last zone.`,
  change: rich`Save this change?`,
  propose: rich`It is for very many people, so another admin has to approve the text first. Submit this announcement?`,
  approve: rich`Approve and send this announcement?`,
};

export const announcement: typeof Indonesian = {
  about: "the announcement",
  aboutFile: "the list of receivers",
  menu: "📣 Announcements",
  list: () => rich`The latest announcements. Press one to see how it is going, or write a new one.`,
  create: "✍️ New announcement",
  draftList: (n, days) =>
    n === 0
      ? rich`There are no drafts.`
      : rich`Draft announcements. Press one to go on with it. Drafts are kept for ${days} days after their last change.`,
  drafts: (n) => `📂 All drafts (${n})`,
  listEntry: (day, opening) => fitLabel(opening, undefined, { before: `${day} · ` }),

  draft: announcementDraft,
  for: announcementAudience,

  problems: {
    empty: () => rich`There is no text yet. Please write the announcement.`,
    wordless: () => rich`There are no words yet. Please write them too: some people read without pictures.`,
    too_long: ({ most, over }) =>
      rich`${bold(`${count(over)} characters too long`)}: at most ${count(most)} characters. Please shorten the text.`,
    too_long_filled: ({ most, over, variable, longest }) =>
      rich`${bold(`${count(over)} characters too long`)}: ${longestWords[variable]} has ${count(longest)} characters, and all of it may have ${count(most)}. Please shorten the text.`,
    unknown_variable: (written) =>
      rich`I do not know ${bold(written)}. You can use {nama}, {perpustakaan} and {kelas}. Please send the text again.`,
    album_with_button: () =>
      rich`An album cannot carry a button, nor ${bold("Read it?")} Please take it off, or send a single photo.`,
    too_late: (time, zones) => rich`${bold(time)} is past in ${listed("en", zones)}. Please choose another time.`,
    bad_time: (problem, hours) => announcementDraft.whenAsk.problem(problem, hours),
    missing_words: (variable, n, example) =>
      example === null
        ? rich`${people(n)} without ${bold(`{${variable}}`)}. Please remove it from the text, or change the recipients.`
        : rich`${people(n)} without ${bold(`{${variable}}`)}, for example ${example}. Please remove it from the text, or change the recipients.`,
    no_approver: (above) =>
      rich`For more than ${people(above)}, another admin of the same region has to approve, and there is none yet. Please narrow the audience, or ask for another admin.`,
    approvers_unreachable: (above, names) =>
      rich`For more than ${people(above)}, another admin has to approve, but ${listed("en", names)} cannot be reached through this bot at the moment. Please contact them directly so that they open the bot again, or narrow the audience.`,
    nobody: () => rich`There is nobody yet who could receive this. Please change the recipients.`,
    same_just_published: (author) =>
      rich`${author} has just sent exactly the same announcement, so this one was not sent again. See /announce.`,
  },

  duration: (seconds) =>
    seconds < 60 ? "less than a minute" : `about ${howMany(Math.ceil(seconds / 60), "minute", "minutes")}`,
  summary: (data) => {
    const unreached = (Object.entries(data.skipped) as [SkipCause, number][]).filter(([, n]) => n > 0);
    const total = unreached.reduce((sum, [, n]) => sum + n, 0);
    return paragraphs(
      data.problem ??
        (data.samples > 1
          ? rich`Above: ${data.samples} examples, exactly as they will be received, the longest name first.`
          : data.samples === 1 && rich`Above: the message, exactly as it will be received.`),
      rich`For: ${bold(data.audience)}`,
      lines(
        rich`Will receive it: ${bold(people(data.reachable))}`,
        ...data.zones.map(({ label, zone, count: n, waitsUntil, hasLeft }) =>
          hasLeft
            ? rich`• ${label}: ${people(n)}, has left`
            : waitsUntil === null
              ? rich`• ${label}: ${people(n)}, at once`
              : rich`• ${label}: ${people(n)}, from ${dayAndTime("en", zone, waitsUntil)}`,
        ),
      ),
      total > 0 &&
        lines(
          rich`Cannot be reached: ${people(total)}`,
          bullets(unreached.map(([cause, n]) => `${ledger[cause]}: ${count(n)}`)),
        ),
      data.reachable > 0 && rich`Sending takes ${announcement.duration(data.seconds)}.`,
      data.emergency &&
        rich`🚨 ${bold("Emergency")}: also reaches those who have had enough messages today or this week.`,
      data.withoutRoom !== null &&
        data.withoutRoom > 0 &&
        rich`Those who have had enough messages today or this week (${people(data.withoutRoom)}) will get it on a later working day.`,
      data.problem === null && questions[data.decision],
    );
  },
  approval: {
    request: (author, n, emergency) =>
      rich`${bold(author)} submits ${emergency ? "an emergency announcement" : "an announcement"} for ${people(n)}. Please check it: it is sent only once it is approved, within ${APPROVAL_HOURS} hours.`,
    review: "Check it",
    approve: "✅ Approve and send",
    reject: "Reject",
    open: "See the announcement",
    withdraw: "Withdraw it",
    approved: (id, by, from, localTime) =>
      localTime !== null
        ? rich`Announcement ${id} was approved by ${by}. It leaves ${announcementDraft.whenAsk.words(localTime)}.`
        : from === null
          ? rich`Announcement ${id} was approved by ${by} and is being sent.`
          : rich`Announcement ${id} was approved by ${by}. Sending starts ${dayAndTime("en", from.zone, from.at)}, in the recipients' working hours.`,
    refused: (id, by) =>
      rich`Announcement ${id} was rejected by ${by}, so it is not sent. Write a new one if you need to.`,
    rejected: () => rich`All right, that announcement is not sent. Its author has been told.`,
    late: ({ localTime, zones, isAuthorAsked }) =>
      rich`Its time, ${bold(announcementDraft.whenAsk.words(localTime))}, is past in ${listed("en", zoneLabels(zones))}. The announcement is not approved; ${isAuthorAsked ? "its author has been asked for a new time" : "its author can no longer be asked, so please choose a new time"}.`,
    lateForAuthor: (id, by, { localTime, zones }) =>
      rich`${by} approves announcement ${id}, but its time, ${bold(announcementDraft.whenAsk.words(localTime))}, is past in ${listed("en", zoneLabels(zones))}. Nothing was sent. Please choose a new time.`,
    newTime: "🕗 Choose a new time",
    problem: (problem, isAuthorAsked) =>
      paragraphs(
        "The announcement is not approved, because it does not fit all of its recipients yet.",
        problem,
        isAuthorAsked
          ? "Its author has been asked to change it."
          : "Its author can no longer be asked, so please change it.",
      ),
    problemForAuthor: (id, by, problem) =>
      paragraphs(
        rich`${by} approves announcement ${id}, but its recipients have changed since it was submitted, so it was not sent.`,
        problem,
        "Please change it. Another admin is then asked to check it again.",
      ),
    own: () => rich`Your own announcement has to be approved by another admin.`,
    decidedBefore: () => rich`That announcement was decided, or changed after you opened it.`,
    expired: () =>
      rich`That was submitted more than ${APPROVAL_HOURS} hours ago and is no longer valid. Please have it submitted again.`,
  },

  ...announcementAfterwards,
  corrections: announcementCorrections,
  read: announcementRead,
  receivers: announcementReceivers,
  calls: announcementCalls,
};
