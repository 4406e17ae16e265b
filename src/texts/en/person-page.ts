// One person's page, for those who look after them.
import type { TryWay } from "../../domain/caseload/with-province.js";
import type { PauseReason } from "../../domain/people/pause.js";
import { isOfAmount } from "../../domain/reports/questionnaire.js";
import { dayAndMonth, shortDay } from "../dates.js";
import type { personPage as Indonesian } from "../id/person-page.js";
import { personPage as layout, type PersonView, type PersonWords } from "../layouts/caseload/person-page.js";
import { shortened } from "../layouts/classes/session-words.js";
import { talked } from "./care-acts.js";
import { pauses } from "./pauses.js";
import { planWords } from "./plan-words.js";
import { questionnaire } from "./questionnaire.js";
import { reportWords } from "./report-words.js";

const because = (reason: PauseReason | null) => (reason === null ? "" : ` (${pauses.reasons[reason]})`);
const day = (on: Parameters<typeof dayAndMonth>[1]) => dayAndMonth("en", on);

const tryWays: Record<TryWay, string> = { ...talked, reminded: "reminded", contacted: "spoken to" };

const pleaseRemind = ({ wantsNoReminders }: PersonView) => (wantsNoReminders ? "" : " Please remind them.");

const QUESTION = 60;

const words: PersonWords = {
  inClass: (className, phone) => [className, phone === null ? "no number known" : `📞 ${phone}`].join(" · "),
  cause(view) {
    switch (view.standing) {
      case "not_joined":
        return "⚪ Not joined yet. Please send an invitation.";
      case "paused":
        return `⏸ Paused${view.pause === null ? "" : ` until ${day(view.pause.untilOn)}${because(view.pause.reason)}`}. No reminder needed yet.`;
      case "obstacle":
        return "⚠️ Has an obstacle. Please help.";
      case "awaiting_review":
        return "📥 Waits for a trainer's review.";
      case "stopped_midway":
        return view.stoppedAt === null
          ? `✍️ Left a form unfinished.${pleaseRemind(view)}`
          : `✍️ Stopped midway in ${view.stoppedAt.about}${view.stoppedAt.question === null ? ", only sending is left" : `: “${shortened(view.stoppedAt.question, QUESTION)}”`}`;
      case "silent":
        return `🔇 Silent.${pleaseRemind(view)}`;
      case "finished":
        return "🏁 All plans are done.";
      case "blocked":
      case "on_course":
        return false;
    }
  },
  unreachable: (cause, phone) =>
    `🚫 ${cause === "gone" ? "Their Telegram account is gone" : "Blocked the bot"}, so nothing written here arrives. ${
      phone === null ? "Please meet them." : "Please phone them or use WhatsApp."
    }`,
  noReminders: (phone) =>
    `🔕 Wants no reminders. ${phone === null ? "Please meet them." : "Please phone them or use WhatsApp."}`,
  help: (since) => `🆘 Asking for help since ${day(since)}`,
  asked: (since) => `💬 Waiting for an answer since ${day(since)}`,
  rests: (to) => `Followed up, back on ${day(to)}`,
  withProvince: (since, asks) =>
    `🏛 With the province since ${day(since)}${asks ? ". Please phone or visit them." : ""}`,
  tried: (tries) =>
    `Tried without a word since: ${tries
      .map(
        ({ way, times, on, by }) =>
          `${tryWays[way]} ${times}× (${times > 1 ? "last " : ""}${day(on)}${by === null ? "" : `, ${by}`})`,
      )
      .join(", ")}`,
  plan: ({ type, state, light, dueOn, daysLate, extendedBy }) =>
    `${planWords.lights[light]} ${planWords.types[type]}: ${planWords.states[state]}${
      daysLate > 0
        ? `, ${daysLate === 1 ? "1 day" : `${daysLate} days`} late`
        : state === "done"
          ? ""
          : `, due ${shortDay("en", dueOn)}`
    }${extendedBy === null ? "" : ` (extended by ${extendedBy})`}`,
  reported: ({ number, type, state, on, obstacle, files, onBehalf }) =>
    [
      `${onBehalf ? "✍️ By a trainer" : "Last report"} ${day(on)}: ${planWords.shortTypes[type]} ${planWords.states[state]}`,
      obstacle !== null && planWords.obstacle(obstacle),
      files > 0 && (files === 1 ? "1 photo/document" : `${files} photos/documents`),
      number,
    ]
      .filter((part) => part !== false)
      .join(" · "),
  numbers: (answers) =>
    answers.some(isOfAmount) &&
    answers
      .filter(isOfAmount)
      .map((answer) => `${questionnaire.short(answer.question)} ${reportWords.value(answer)}`)
      .join(" · "),
  lastHeard: (on) => (on === null ? "Nothing heard yet" : `Last heard of ${day(on)}`),
  talk: ({ on, way, note, by }) =>
    `📝 ${day(on)} ${way === null ? "contacted" : talked[way]}${by === null ? "" : ` by ${by}`}${note === null ? "" : `: ${note}`}`,
};

export const personPage: typeof Indonesian = {
  page: (view) => layout(words, view),
  whatsApp: "WhatsApp",
  invite: "Invite by WhatsApp",
  toWrite: (data) =>
    `Dear ${data.name}, this is ${data.writer}${data.isTrainer ? ", your trainer" : ", from the organisers of the training"}. How are the work plans of ${data.libraryName} going? If there is an obstacle, please tell me here.`,
  toInvite: (data) =>
    `Dear ${data.name}, this is ${data.writer}${data.isTrainer ? ", trainer" : ", from the organisers"} of ${data.className}. Please join the follow-up bot of the training${
      data.link === null ? "." : ` by this link: ${data.link}`
    }`,
  answer: "💬 Answer",
  review: "📥 Review reports",
  files: (count) => `🖼 Photos (${count})`,
  letters: "💬 Letters",
  report: (number) => `📄 ${number}`,
};
