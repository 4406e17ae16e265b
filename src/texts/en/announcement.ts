// Announcements: composing one, what it will come to, its approval.

import type {
  AnnouncementVariable,
  AnnouncementWeight,
  AudienceRole,
  PlanFilter,
  SkipCause,
} from "../../domain/announcements/announcement.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import type { RichText } from "../../domain/messages/message.js";
import { dayAndTime } from "../dates.js";
import type { announcement as Indonesian } from "../id/announcement.js";
import type { AnnouncementSummary } from "../layouts/announcement-views.js";
import { listed } from "../lists.js";
import { bold, bullets, italic, lines, paragraphs, pressed, rich } from "../rich.js";
import { announcementAfterwards } from "./announcement-afterwards.js";
import { announcementWords } from "./announcement-words.js";
import { common } from "./common.js";

const { count, people, ledger } = announcementWords;

const longestWords: Record<AnnouncementVariable, string> = {
  nama: "the longest name",
  perpustakaan: "the longest name of a library",
  kelas: "the longest name of a class",
};

const roles: Record<AudienceRole, string> = {
  participants: "Participants",
  trainers: "Trainers",
  everyone: "Participants and trainers",
};

const plans: Record<PlanFilter, string> = {
  any: "All participants",
  overdue: "With an overdue plan",
  unwritten: "With a plan not written yet",
};

const weights: Record<AnnouncementWeight, string> = { ordinary: "Ordinary", emergency: "🚨 Emergency" };

const questions: Record<AnnouncementSummary["decision"], RichText> = {
  send: rich`Send this announcement?`,
  propose: rich`It is for very many people, so another admin has to approve the text first. Submit this announcement?`,
  approve: rich`Approve and send this announcement?`,
};

export const announcement: typeof Indonesian = {
  about: "the announcement",
  aboutFile: "the list of receivers",
  menu: "📣 Announcements",
  list: () => rich`The latest announcements. Press one to see how it is going, or write a new one.`,
  create: "✍️ New announcement",
  listEntry: (day, opening) => fitLabel(opening, undefined, { before: `${day} · ` }),

  content: {
    label: "text",
    ask: () =>
      paragraphs(
        rich`Please send the announcement: text, or one photo or file with a caption. Bold, italics and links stay.`,
        rich`To make it personal you can use {nama} (name), {perpustakaan} (library) and {kelas} (class). For example: ${italic("Dear {nama}, please report by Friday.")}`,
      ),
    onlyTextOrFile: () => rich`Please send text, or one photo or file with a caption.`,
    noAlbum: () => rich`Only one photo can go along for now. Please send a single photo with its caption.`,
    notTaken: (kind) =>
      rich`That ${kind === "photo" ? "photo" : "file"} is not part of it yet. To send it along: after this question and before sending, press ${pressed(common.change(announcement.content.label))}, then send it together with its text as one message.`,
  },
  scope: {
    label: "region",
    ask: () => rich`For which region?`,
    country: "All of Indonesia",
    all: (regions) => `Everywhere in ${regions}`,
    province: "One province",
    trainingClass: "One class",
  },
  province: { label: "province", ask: () => rich`Which province?` },
  trainingClass: {
    label: "class",
    ask: () => rich`Which class?`,
    option: (name, day) => fitLabel(name, undefined, { behind: ` · ${day}` }),
  },
  role: { label: "recipients", ask: () => rich`Who is it for?`, options: roles },
  plans: { label: "participants", ask: () => rich`Which participants?`, options: plans },
  weight: {
    label: "urgency",
    ask: () =>
      paragraphs(
        rich`Is this announcement ordinary or an emergency?`,
        rich`An ${bold("emergency")} also reaches, today, participants who have already had a message, still within working hours. Please choose it only when tomorrow is too late.`,
      ),
    options: weights,
  },
  audience: (role, place, filter) =>
    filter === "any" ? `${roles[role]} · ${place}` : `${roles[role]} · ${place} · ${plans[filter].toLowerCase()}`,

  problems: {
    empty: () => rich`There is no text yet. Please write the announcement.`,
    wordless: () =>
      rich`Please send it again with a caption that says what it holds: some people read without pictures.`,
    too_long: ({ most, over }) =>
      rich`${bold(`${count(over)} characters too long`)}: at most ${count(most)} characters. Please shorten the text.`,
    too_long_filled: ({ most, over, variable, longest }) =>
      rich`${bold(`${count(over)} characters too long`)}: ${longestWords[variable]} has ${count(longest)} characters, and all of it may have ${count(most)}. Please shorten the text.`,
    unknown_variable: (written) =>
      rich`I do not know ${bold(written)}. You can use {nama}, {perpustakaan} and {kelas}. Please send the text again.`,
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

  duration: (seconds) => (seconds < 60 ? "less than a minute" : `about ${Math.ceil(seconds / 60)} minutes`),
  summary: (data) => {
    const unreached = (Object.entries(data.skipped) as [SkipCause, number][]).filter(([, n]) => n > 0);
    const total = unreached.reduce((sum, [, n]) => sum + n, 0);
    return paragraphs(
      data.problem ??
        (data.samples > 1
          ? rich`Above: ${data.samples} examples, exactly as they will be received, the longest name first.`
          : rich`Above: the message, exactly as it will be received.`),
      rich`For: ${bold(data.audience)}`,
      lines(
        rich`Will receive it: ${bold(people(data.reachable))}`,
        ...data.zones.map(({ label, zone, count: n, waitsUntil }) =>
          waitsUntil === null
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
  confirm: (n) => `✅ Send to ${people(n)}`,

  propose: (n) => `✅ Submit for ${people(n)}`,
  approval: {
    request: (author, n, emergency) =>
      rich`${bold(author)} submits ${emergency ? "an emergency announcement" : "an announcement"} for ${people(n)}. Please check it: it is sent only once it is approved, within 24 hours.`,
    review: "Check it",
    approve: "✅ Approve and send",
    reject: "Reject",
    open: "See the announcement",
    withdraw: "Withdraw it",
    approved: (id, by, from) =>
      from === null
        ? rich`Announcement ${id} was approved by ${by} and is being sent.`
        : rich`Announcement ${id} was approved by ${by}. Sending starts ${dayAndTime("en", from.zone, from.at)}, in the recipients' working hours.`,
    refused: (id, by) =>
      rich`Announcement ${id} was rejected by ${by}, so it is not sent. Write a new one if you need to.`,
    rejected: () => rich`All right, that announcement is not sent. Its author has been told.`,
    own: () => rich`Your own announcement has to be approved by another admin.`,
    decidedBefore: () => rich`That announcement was decided before.`,
    expired: () =>
      rich`That was submitted more than 24 hours ago and is no longer valid. Please have it submitted again.`,
  },

  ...announcementAfterwards,
};
