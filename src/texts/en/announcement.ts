// Announcements: composing one, what it will come to, where it stands, who got it.

import type {
  AnnouncementPhase,
  AnnouncementVariable,
  AnnouncementWeight,
  AudienceRole,
  LedgerEntry,
  PlanFilter,
  SkipCause,
} from "../../domain/announcements/announcement.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import type { RichText } from "../../domain/messages/message.js";
import { dayAndTime } from "../dates.js";
import type { AnnouncementCard, AnnouncementSummary, announcement as Indonesian } from "../id/announcement.js";
import { listed } from "../lists.js";
import { bold, bullets, italic, lines, paragraphs, pressed, rich } from "../rich.js";
import { common } from "./common.js";

const count = (n: number) => new Intl.NumberFormat("en-GB").format(n);
const longestWords: Record<AnnouncementVariable, string> = {
  nama: "the longest name",
  perpustakaan: "the longest name of a library",
  kelas: "the longest name of a class",
};

const people = (n: number) => (n === 1 ? "1 person" : `${count(n)} people`);

const ledger: Record<LedgerEntry, string> = {
  sent: "sent",
  waiting: "waiting",
  unknown: "delivery uncertain",
  failed: "failed",
  blocked: "blocked the bot",
  gone: "Telegram account gone",
  not_joined: "not joined yet",
  opted_out: "unsubscribed from announcements",
  stopped: "not sent after all",
};

const phases: Record<AnnouncementPhase, string> = {
  sending: "being sent",
  paused: "paused",
  cancelled: "stopped",
  finished: "finished",
  awaiting: "awaiting approval",
  expired: "not sent, because it was not approved within 24 hours",
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

const approvalWords = ({ requests, zone }: AnnouncementCard) =>
  requests.length === 0
    ? rich`No admin can be asked to check it through this bot at the moment. Please contact another admin directly; it waits under their /announce.`
    : paragraphs(
        lines(
          ...requests.map(({ name, at }) =>
            at === null
              ? rich`${bold(name)} has been asked to check it.`
              : rich`${bold(name)} will be asked to check it on ${dayAndTime("en", zone, at)}.`,
          ),
        ),
        "Once approved, it is sent at once.",
      );

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
    answer: (id, verb, by) =>
      verb === "approve"
        ? rich`Announcement ${id} was approved by ${by} and is being sent.`
        : rich`Announcement ${id} was rejected by ${by}, so it is not sent. Write a new one if you need to.`,
    rejected: () => rich`All right, that announcement is not sent. Its author has been told.`,
    own: () => rich`Your own announcement has to be approved by another admin.`,
    decidedBefore: () => rich`That announcement was decided before.`,
    expired: () =>
      rich`That was submitted more than 24 hours ago and is no longer valid. Please have it submitted again.`,
  },

  card: (data) =>
    paragraphs(
      rich`📣 Announcement ${data.id}: ${bold(phases[data.phase])}`,
      data.emergency && rich`🚨 ${bold("Emergency")}`,
      italic(`“${data.opening}”`),
      rich`${data.authorName}, ${dayAndTime("en", data.zone, data.publishedAt)}`,
      data.phase === "awaiting" && approvalWords(data),
      data.audience > 0 &&
        lines(
          rich`Sent: ${bold(count(data.sent))} of ${count(data.audience)}`,
          data.waiting > 0 && rich`Waiting: ${count(data.waiting)}`,
          data.unknown > 0 && rich`Delivery uncertain: ${count(data.unknown)} – please decide under Details`,
          data.unreached > 0 && rich`Not receiving it: ${count(data.unreached)}`,
        ),
      data.phase === "sending" &&
        data.waitsUntil !== null &&
        rich`${data.sent > 0 ? "The rest is sent from" : "Sending starts"} ${dayAndTime("en", data.zone, data.waitsUntil)}, in the recipients' working hours.`,
      data.phase === "paused" && rich`Whoever has not got it yet waits until you resume.`,
    ),
  pause: "⏸ Pause",
  resume: "▶️ Resume",
  stop: "⏹ Stop",
  refresh: "🔄 Refresh",
  details: "Details",
  back: "⬅️ Back",
  askStop: (waiting) =>
    rich`Stop this announcement? ${people(waiting)} still waiting will not receive it, and this cannot be undone. What was sent stays.`,
  stopForGood: "Yes, stop",
  goOn: "No, go on",
  outOfReach: () => rich`There is no such announcement, or it lies outside your region.`,

  ledger,
  ledgerPage: ({ id, entries, audience, unknown, note }) =>
    paragraphs(
      note ?? undefined,
      rich`Details of announcement ${id}`,
      lines(
        ...entries.map(({ entry, count: n }) => rich`• ${ledger[entry]}: ${count(n)}`),
        rich`Total: ${bold(people(audience))}`,
      ),
      entries.some(({ entry }) => entry === "unknown") &&
        rich`“Delivery uncertain” means that the connection broke while sending. Sent again, it may arrive twice.`,
      unknown.length > 0 && lines(...unknown.map((name, index) => rich`${index + 1}. ${name || "–"}`)),
    ),
  resend: (n) => `🔁 Send again to ${people(n)}`,
  resent: (n) =>
    n === 0
      ? rich`Nobody can be tried again: those who failed still cannot be reached.`
      : rich`All right, sent once more to ${people(n)}.`,
  resendCancelled: () => rich`This announcement was stopped, so nothing is sent again.`,
  decided: (decision) =>
    decision === "send_again" ? rich`All right, sent once more.` : rich`All right, taken as arrived.`,
  decidedBefore: () => rich`That was decided before.`,

  download: "📄 Download the list",
  purpose: {
    label: "purpose",
    ask: () => rich`The list holds names and phone numbers. What do you need it for? Your answer is recorded.`,
    example: "Calling participants who were not reached",
  },
  file: (id, rows) =>
    rich`Recipients of announcement ${id}: ${people(rows)}. Please keep it safe: it holds personal data.`,
  fileName: (id) => `announcement-${id}.csv`,
  columns: {
    name: "Name",
    phone: "Phone",
    library: "Organisation",
    trainingClass: "Class",
    entry: "State",
    cause: "Remark",
    at: "Time",
  },
};
