// The review of reports: what trainers read and press, and what the people of the library hear of it.

import type { PlanType } from "../../domain/plans/work-plan.js";
import type { ReviewStanding } from "../../domain/reports/review.js";
import { capital } from "../capital.js";
import { dayAndTime, plainDay } from "../dates.js";
import { libraryAt } from "../layouts/library-at.js";
import { type ReviewedView, type ReviewView, reviewedOn } from "../layouts/reports/review-view.js";
import { listed } from "../lists.js";
import { bold, italic, lines, paragraphs, pressed, rich } from "../rich.js";
import { planWords } from "./plan-words.js";
import { questionnaire } from "./questionnaire.js";
import { reportWords } from "./report-words.js";
import { standIn } from "./stand-in.js";

const { types } = planWords;

const ownMarks: Record<string, string> = {
  state: "status",
  obstacle: "obstacle",
  files: "photos/documents",
  nextStep: "next step",
  story: "story",
};

/** What a correction asks for, in the middle of a sentence. */
const mark = (name: string): string => ownMarks[name] ?? questionnaire.label(name.slice("q.".length));
const marks = (names: readonly string[]) => listed("en", names.map(mark));

const standings: Record<ReviewStanding["standing"], string> = {
  waiting: "⏳ waiting for review",
  accepted: "✅ accepted",
  correction: "✏️ to be corrected",
};

const by = (name: string) => (name === "" ? "" : ` by ${name}`);

/** On a report's page and above what changed: what was found of it. */
const finding = (review: ReviewedView) =>
  review.verdict === "accepted"
    ? rich`✅ Accepted${by(review.byName)}, ${plainDay("en", reviewedOn(review))}`
    : lines(
        rich`✏️ Correction asked for${by(review.byName)}, ${plainDay("en", reviewedOn(review))}: ${marks(review.marked)}`,
        review.note !== null && rich`“${review.note}”`,
      );

const fix = "✏️ Correct it now";

export const review = {
  menu: "📋 Review",
  accept: "✅ Accept",
  askCorrection: "✏️ Ask to correct",
  skip: "⏭ Skip",
  next: "▶️ Next report",
  again: "🔁 From the start",
  whole: "📄 Whole report",
  files: (n: number) => `🖼 Photos/documents (${n})`,
  see: "📄 See the report",
  mark: (name: string) => capital(mark(name)),
  standing: ({ standing }: Pick<ReviewStanding, "standing">) => standings[standing],
  finding,
  notReviewed: () => rich`⏳ Waiting for a trainer’s review`,

  page: (data: ReviewView) =>
    paragraphs(
      lines(
        data.place !== null && italic(`Report ${data.place.place} of ${data.place.total} waiting for review`),
        rich`Report ${bold(data.number)}${data.version === 1 ? "" : ` (change ${data.version - 1})`}`,
        rich`${types[data.type]} · ${libraryAt(data.libraryName, data.village)}`,
        rich`${data.author}, ${dayAndTime("en", data.zone, data.at)}${standIn.behind(data)}`,
      ),
      data.before === null ? reportWords.content(data) : finding(data.before),
      (data.before !== null || data.changes.length > 0) &&
        lines(
          rich`${bold(data.before === null ? "What was changed" : "What changed since")}`,
          ...data.changes.map((one) => rich`${capital(reportWords.change(one))}`),
          data.changes.length === 0 && rich`No answer has changed.`,
        ),
      data.lost > 0 && rich`${data.lost} of the photos/documents cannot be shown any more.`,
      !data.isLatest && rich`There is a newer report about this plan.`,
    ),
  nothing: () => rich`No report waits for a review. Thank you 🙏`,
  end: (left: number) => rich`That was the last one. Skipped and still waiting for a review: ${bold(String(left))}.`,
  /** Above the next one. */
  wasAccepted: (number: string) => rich`✅ Report ${bold(number)} accepted. Its sender is told.`,
  reviewedAlready: ({ number, ...one }: ReviewedView & { number: string }) =>
    lines(rich`Report ${bold(number)} has been reviewed:`, finding(one)),
  changedMeanwhile: (number: string) =>
    rich`The sender has just changed report ${bold(number)}. Please look at it again before you decide.`,
  tooLate: () => rich`There is a newer report about that plan, so the old one cannot be corrected any more.`,
  gone: () => rich`That report is gone, or not from a class of yours.`,
  /** With each of its pictures. */
  fileOf: (number: string) => rich`📎 From report ${bold(number)}`,
  noFiles: () => rich`This report has no photos or documents.`,
  filesAbove: ({ shown, lost }: { shown: number; lost: number }) =>
    lines(
      shown > 0 && rich`The photos and documents of this report are above: ${bold(String(shown))}.`,
      lost > 0 && rich`${bold(String(lost))} cannot be shown any more: Telegram has them no longer.`,
    ),

  about: (number: string) => `the request to correct report ${number}`,
  marksLabel: "answers",
  askMarks: (number: string) => rich`Which answers of report ${bold(number)} should be corrected?`,
  noteLabel: "note",
  askNote: () => rich`What should be corrected? A few words will do; the sender reads them.`,
  noteExample: "The photo is not clear, please send it again",
  asked: ({ told, unreachable }: { told: string[]; unreachable: string[] }) =>
    lines(
      told.length > 0 && rich`✏️ The request was sent to ${listed("en", told)}.`,
      unreachable.length > 0 &&
        rich`${listed("en", unreachable)} cannot be reached by Telegram now. The request is shown under /report.`,
      told.length + unreachable.length === 0 && rich`✏️ The request is kept.`,
    ),

  accepted: ({ number, type, by: name }: { number: string; type: PlanType; by: string }) =>
    rich`✅ Your report on ${bold(types[type])} (${number}) was accepted${by(name)}. Thank you 🙏`,
  toCorrect: (data: { number: string; type: PlanType; by: string; marked: readonly string[]; note: string | null }) =>
    paragraphs(
      rich`✏️ Please correct your report on ${bold(types[data.type])} (${data.number}): ${bold(marks(data.marked))}.`,
      data.note !== null && rich`${data.by === "" ? "Note" : data.by}: “${data.note}”`,
      rich`Only that is asked anew; all else stays. Press ${pressed(fix)}.`,
    ),
  fix,
  fixOf: (type: PlanType) => `✏️ Correct ${planWords.shortTypes[type]}`,
  fixAbout: (number: string) => `the correction of report ${number}`,
  /** Below a question that is asked anew. */
  noteOf: ({ byName, note }: { byName: string; note: string }) =>
    italic(`${byName === "" ? "Note" : byName}: “${note}”`),
  nothingToFix: () => rich`That report needs no correction any more.`,
  /** Below the receipt of what was corrected. */
  willBeReviewed: () => rich`Your correction will be reviewed again.`,
};
