// An announcement that is on its way or over: where it stands, who got it, sending again, the list to take along.
import { type AnnouncementPhase, APPROVAL_HOURS } from "../../domain/announcements/announcement.js";
import { clockTime, dayAndTime } from "../dates.js";
import type { announcementAfterwards as Indonesian } from "../id/announcement-afterwards.js";
import type { AnnouncementCard } from "../layouts/announcements/announcement-views.js";
import { listed } from "../lists.js";
import { bold, italic, lines, paragraphs, rich } from "../rich.js";
import { announcementDraft } from "./announcement-draft.js";
import { announcementWords } from "./announcement-words.js";
import { restore } from "./restore.js";

const { count, people, ledger } = announcementWords;

const phases: Record<AnnouncementPhase, string> = {
  scheduled: "scheduled",
  sending: "being sent",
  paused: "paused",
  cancelled: "stopped",
  finished: "finished",
  awaiting: "awaiting approval",
  expired: `not sent, because it was not approved within ${APPROVAL_HOURS} hours`,
};

const phaseOf = ({ phase, waitsUntil, sent }: AnnouncementCard) => {
  if (phase !== "sending" || waitsUntil === null) return phases[phase];
  return sent > 0 ? "partly sent" : "not sent yet";
};

const approvalWords = ({ requests, zone, localTime }: AnnouncementCard) =>
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
        localTime === null && "Once approved, it is sent in the recipients' working hours.",
      );

export const announcementAfterwards: typeof Indonesian = {
  card: (data) =>
    paragraphs(
      rich`📣 Announcement ${data.id}: ${bold(phaseOf(data))}`,
      data.emergency && rich`🚨 ${bold("Emergency")}`,
      italic(`“${data.opening}”`),
      rich`${data.authorName}, ${dayAndTime("en", data.zone, data.publishedAt)}`,
      data.localTime !== null &&
        data.phase !== "cancelled" &&
        data.phase !== "finished" &&
        lines(
          rich`🕗 ${bold(announcementDraft.whenAsk.words(data.localTime))}`,
          data.zonesLeft.length > 0 && rich`Has left for: ${listed("en", data.zonesLeft)}`,
          data.zonesToGo.length > 0 && rich`Still to leave for: ${listed("en", data.zonesToGo)}`,
          data.lateIn.length > 0 && rich`⚠️ Past already in ${listed("en", data.lateIn)}. Please choose a new time.`,
        ),
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
      data.phase === "sending" &&
        data.heldUntil !== null &&
        data.waiting > 0 &&
        rich`⏳ Telegram asks us to wait until ${clockTime("en", data.zone, data.heldUntil)}. Then it goes on by itself.`,
      data.phase === "paused" && data.afterRestore && restore.pausedByRestore(),
      data.phase === "paused" && rich`Whoever has not got it yet waits until you resume.`,
    ),
  pause: "⏸ Pause",
  resume: "▶️ Resume",
  stop: "⏹ Stop",
  refresh: "🔄 Refresh",
  edit: "✏️ Change",
  heldForProblem: (id, problem) =>
    paragraphs(
      rich`Announcement ${id} has not left and is paused, because its recipients have changed since it was scheduled.`,
      problem,
      "Please change it, choose its time again, then press Resume.",
    ),
  heldForApproval: (id, n) =>
    paragraphs(
      rich`⏳ Announcement ${id} has not left. Since it was scheduled its recipients have grown to ${people(n)}, so another admin has to approve it first.`,
      "They have been asked. As soon as one approves, it leaves at once.",
    ),
  heldForAge: ({ id, time, zones }) =>
    paragraphs(
      rich`⏸ Announcement ${id} has not left for ${listed("en", zones)}. Its time was ${time}, but the bot was off then, and that is more than a day ago.`,
      "Its words may no longer fit, so it is held for now. Send it now, change it, or stop it?",
    ),
  heldWithoutAuthor: ({ id, time, zones }) =>
    paragraphs(
      rich`⏸ Announcement ${id} is paused and has not left for ${listed("en", zones)}. Its time, ${time}, is past, and its author can no longer be reached.`,
      "Please decide in their place: send it now, change it, or stop it?",
    ),
  pausedWithoutAuthor: ({ id, waiting }) =>
    paragraphs(
      rich`⏸ Announcement ${id} is paused, and ${people(waiting)} ${waiting === 1 ? "has" : "have"} not got it yet. Its author can no longer be reached.`,
      "Please decide in their place: go on with it, or stop it?",
    ),
  awaitingWithoutAuthor: ({ id, isOverdue }) =>
    paragraphs(
      isOverdue
        ? rich`⏳ Nobody approved announcement ${id} within ${APPROVAL_HOURS} hours, and its author can no longer be reached.`
        : rich`⏳ Announcement ${id} waits for an approval, and its author can no longer be reached.`,
      isOverdue
        ? "Please decide in their place: change it and ask again, or withdraw it?"
        : "Please decide in their place: approve it, change it, or withdraw it?",
    ),
  sendLate: "▶️ Send now",
  details: "Details",
  back: "⬅️ Back",
  askStop: (waiting) =>
    paragraphs(
      waiting === null
        ? rich`Stop this announcement? What has not left yet will not be sent, and this cannot be undone.`
        : rich`Stop this announcement? ${people(waiting)} still waiting will not receive it, and this cannot be undone. What was sent stays.`,
      "It is paused meanwhile.",
    ),
  stopForGood: "Yes, stop",
  goOn: "No, go on",
  outOfReach: () => rich`There is no such announcement, or it lies outside your region.`,

  ledger,
  ledgerPage: ({ id, entries, audience, unknown, note, contacted, reading }) =>
    paragraphs(
      note ?? undefined,
      rich`Details of announcement ${id}`,
      lines(
        ...entries.map(({ entry, count: n }) => {
          const done = contacted[entry] ?? 0;
          return rich`• ${ledger[entry]}: ${count(n)}${done > 0 ? ` (${count(done)} told another way)` : ""}`;
        }),
        rich`Total: ${bold(people(audience))}`,
      ),
      entries.some(({ entry }) => entry === "unknown") &&
        rich`“Delivery uncertain” means that the connection broke while sending. Sent again, it may arrive twice.`,
      reading !== null && rich`Marked as read: ${bold(count(reading.read))}, not yet: ${count(reading.unread)}`,
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
