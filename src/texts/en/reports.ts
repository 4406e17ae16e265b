// Progress reports: the question how it goes, its details, the receipt, the report behind a number, the card of three lights.

import { isGrief } from "../../domain/people/pause.js";
import { capital } from "../capital.js";
import { dayAndTime, plainDay, shortDay } from "../dates.js";
import { digits } from "../digits.js";
import type { reports as Indonesian } from "../id/reports.js";
import type { PlanView } from "../id/work-plans.js";
import { libraryAt } from "../layouts/library-at.js";
import { hasSeveralLibraries, plansByLibrary } from "../layouts/plans-by-library.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";
import { common } from "./common.js";
import { planWords } from "./plan-words.js";
import { addFiles, reportFiles } from "./report-files.js";
import { reportMeanwhile } from "./report-meanwhile.js";
import { reportWords } from "./report-words.js";
import { review } from "./review.js";
import { standIn } from "./stand-in.js";

const { types, states } = planWords;
const { value, standing, lightLine, content, change, files } = reportWords;

const askHelp = "🙋 Ask my trainer to help";

const kindWords = rich`We are sorry to hear that. Please look after your family and yourself first. This plan can wait, and I will not remind you of it for a week.`;

/** Behind the standing of a plan that was reported on. */
const reviewed = ({ reviewStanding }: PlanView) =>
  reviewStanding === undefined ? "" : ` · ${review.standing({ standing: reviewStanding })}`;

export const reports: typeof Indonesian = {
  changes: (changes) => changes.map(change),
  open: "📝 Report",
  value,
  amount: (amount) => digits.en(amount),
  list: (plans) =>
    paragraphs(
      rich`Which plan would you like to report on?`,
      plansByLibrary(
        plans,
        (plan) => rich`${planWords.lights[plan.light]} ${bold(types[plan.type])}: ${standing(plan)}${reviewed(plan)}`,
      ),
    ),
  /** In the middle of a sentence. */
  reportOn: (type) => `the ${types[type]} report`,
  changeOf: (number) => `the change of report ${number}`,
  about: (type) => `📝 ${types[type]}`,
  state: {
    label: "status",
    ask: (plan) =>
      paragraphs(
        lines(
          rich`${bold(types[plan.type])}${plan.activity === null ? "" : `: ${plan.activity}`}`,
          rich`Last time: ${states[plan.state]}`,
        ),
        rich`How is it going?`,
      ),
    unchanged: "No change",
    buttons: { not_started: "Not started", in_progress: "🔄 In progress", stuck: "⚠️ Stuck", done: "✅ Done" },
  },
  obstacle: {
    label: "obstacle",
    ask: () => rich`What is the main obstacle? Choose, or write it in your own words.`,
  },
  details: {
    label: "details",
    ask: (state) => rich`Status: ${bold(states[state])}. Send it now, or add numbers, photos and a story first?`,
    send: "✅ Send now",
    add: "➕ Add details",
  },
  same: (previous) => `Still: ${previous}`,
  asPlanned: "As planned",
  planned: (planned) => rich`You planned: ${planned}`,
  amountUnread: (fault, example) =>
    ({
      empty: rich`Please write the number. For example: ${bold(example)}`,
      "not a number": rich`Sorry, I could not read that number. For example: ${bold(example)}`,
      negative: rich`The number cannot be below zero. For example: ${bold(example)}`,
      fraction: rich`Please write a whole number. For example: ${bold(example)}`,
      several: rich`There is more than one number. Please write just one. For example: ${bold(example)}`,
      "too large": rich`That number is too large. Please check it. For example: ${bold(example)}`,
    })[fault],
  unsureOf: (amount) =>
    rich`What I read is ${bold(digits.en(amount))}. If that is right, press the button below. If not, write just the number.`,
  exceeds: (parts, sum, whole, all) =>
    rich`${capital(parts.join(" and "))} ${bold(digits.en(sum))}, more than ${whole} ${bold(digits.en(all))}. If that is right, press the button; if not, type the right number.`,
  sureOf: (amount) =>
    rich`${bold(digits.en(amount))} is rather large. If it is right, press the button below. If not, type the right number.`,
  sure: (amount) => `Yes, ${digits.en(amount)}`,
  notKnown: "Not known yet",
  chooseSeveral: () => rich`More than one is fine. Then press ${pressed(common.done)}.`,
  chooseOne: () => rich`Choose at least one, then press ${pressed(common.done)}.`,
  /** The day is named: pressed a day later, the button still means it. */
  today: (day) => `Today (${shortDay("en", day)})`,
  yesterday: (day) => `Yesterday (${shortDay("en", day)})`,
  dayAhead: () => rich`That day is still to come. Please write the date of something that has taken place.`,
  files: reportFiles,
  addFiles,
  nextStep: {
    label: "next step",
    ask: () => rich`What is the next step?`,
    example: "Meet the village head next week",
  },
  story: {
    label: "story",
    ask: () => rich`Is there a story of change to share: who was helped, and how?`,
    example: "A mother now sells crisps every week",
  },
  summary: (report) => paragraphs(rich`${bold(types[report.type])} report`, content(report), common.isRight()),
  confirm: "✅ Send the report",
  confirmChange: "✅ Save the changes",
  receipt: (data) =>
    paragraphs(
      isGrief(data) && kindWords,
      data.version === 1
        ? isGrief(data)
          ? rich`We have received the ${bold(types[data.type])} report.`
          : rich`Thank you, we have received the ${bold(types[data.type])} report ✅`
        : rich`The changes to the ${bold(types[data.type])} report are saved${isGrief(data) ? "." : " ✅"}`,
      lines(
        rich`Report number: ${bold(data.number)}${data.version === 1 ? "" : ` (change ${data.version - 1})`}`,
        rich`Status: ${states[data.state]}`,
        data.files > 0 && rich`Photos/documents: ${files(data.files)}`,
        data.state !== "done" && rich`Due: ${plainDay("en", data.dueOn)}`,
      ),
      data.isCorrection && review.willBeReviewed(),
      data.state === "stuck" && rich`Your trainer will see the obstacle. Do you need help? Press ${pressed(askHelp)}.`,
      data.state === "done" &&
        (data.isQuiet
          ? rich`One plan is done. Thank you for your hard work.`
          : rich`Congratulations, one plan is done! Thank you for your hard work 🎉`),
    ),
  correct: "✏️ Change",
  changeLast: "✏️ Change my last report",
  addDetails: "➕ Add details",
  another: "📝 New report",
  askHelp,
  helpText: ({ type, obstacle }) =>
    `Please help with the ${types[type]} plan.${obstacle === null ? "" : ` Obstacle: ${planWords.obstacle(obstacle)}.`}`,
  helpNoted: () => rich`All right, I have noted for the trainer that you would like help.`,
  helpAskedAlready: () => rich`You have asked your trainers for help today already. The answer will appear here.`,
  meanwhile: reportMeanwhile,
  tooLate: () =>
    rich`There is a newer report about that plan, so the old one can no longer be changed. The button below lets you change the newest.`,
  page: (report) =>
    paragraphs(
      lines(
        rich`Report ${bold(report.number)}${report.version === 1 ? "" : ` (change ${report.version - 1})`}`,
        rich`${types[report.type]} · ${libraryAt(report.libraryName, report.village)}`,
        rich`${report.author}, ${dayAndTime("en", report.zone, report.at)}${standIn.behind(report)}`,
      ),
      content(report),
      report.changes.length > 0 &&
        lines(rich`✏️ ${bold("What changed")}`, ...report.changes.map((one) => rich`${capital(change(one))}`)),
      report.review === null ? review.notReviewed() : review.finding(report.review),
    ),
  notFound: (typed) =>
    rich`I cannot find a report ${bold(typed)}. Please check the number, for example: ${bold("LP-241-0007")}`,
  card: {
    open: "🚦 Progress",
    say: (plans) =>
      paragraphs(
        hasSeveralLibraries(plans)
          ? rich`Your progress, library by library`
          : rich`Progress of ${bold(plans[0]?.libraryName ?? "")}`,
        plansByLibrary(plans, (plan) => lines(bold(types[plan.type]), rich`${lightLine(plan)}${reviewed(plan)}`), {
          together: paragraphs,
        }),
      ),
    nothingLeft: () => rich`There is nothing to do right now. Thank you 🙏`,
    next: ({ kind, type }) =>
      kind === "write" ? `➡️ Write plan: ${planWords.shortTypes[type]}` : `➡️ Report on: ${planWords.shortTypes[type]}`,
    noPlans: () => rich`To see a report, type /progress and its number, for example: ${bold("/progress LP-241-0007")}`,
  },
};
