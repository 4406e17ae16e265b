// A trainer's page of the day.

import type { Waiting } from "../../domain/caseload/summary.js";
import { lightOf } from "../../domain/plans/work-plan.js";
import type { ReportChange } from "../../domain/reports/report-changes.js";
import { REVIEW_WITHIN_WORKING_DAYS } from "../../domain/reports/review.js";
import { dayIn } from "../../domain/time/calendar.js";
import { clockTime, dayAndMonth, dayAndTime, longDay } from "../dates.js";
import { digits } from "../digits.js";
import type { summary as Indonesian, NewsLine, SummaryPage } from "../id/summary.js";
import { whoAt } from "../layouts/library-at.js";
import { bold, italic, lines, paragraphs, rich } from "../rich.js";
import { followUp } from "./follow-up.js";
import { planWords } from "./plan-words.js";
import { reports } from "./reports.js";
import { standIn } from "./stand-in.js";

const MOST_CHANGES = 1;

const changesOf = ({ changes }: { changes: readonly ReportChange[] }) =>
  changes.length === 0
    ? ""
    : `: ${reports.changes(changes.slice(0, MOST_CHANGES)).join(", ")}${changes.length > MOST_CHANGES ? ` and ${changes.length - MOST_CHANGES} more` : ""}`;

const newsLine = (one: NewsLine) => {
  switch (one.kind) {
    case "report":
      return rich`${planWords.lights[lightOf(one, dayIn(one.zone, one.at))]} ${one.name} reported: ${planWords.types[one.planType]} ${planWords.states[one.state]}${standIn.behind(one)}`;
    case "changed":
      return rich`✏️ ${one.name} changed the ${planWords.types[one.planType]} report (${one.number})${changesOf(one)}${standIn.behind(one)}`;
    case "joined":
      return rich`👋 ${one.name} joined${one.libraryName === "" ? "" : ` (${one.libraryName})`}`;
    case "story":
      return rich`📖 ${one.name} told a story of change at their library`;
    case "help":
      return rich`🙋 ${one.name} asks for help: ${planWords.types[one.planType]}`;
  }
};

const waitingLine = (what: string, { count, since }: Pick<Waiting["help"], "count" | "since">) =>
  count > 0 &&
  rich`${what}: ${bold(String(count))}${since === null ? "" : `, ${count === 1 ? "since" : "the oldest since"} ${dayAndMonth("en", since)}`}`;

const ripe = (count = 0) => (count > 0 ? ` (${digits.en(count)} new)` : "");

const lateLine = ({ late: { owed, asked, resting }, newlyOverdue, briefly }: SummaryPage) => {
  const total = owed + asked + resting;
  const parts = [
    owed > 0 && `${owed} waiting for you`,
    asked > 0 && `${asked} late just now, I ask them first`,
    resting > 0 && `${resting} followed up`,
  ].filter((part) => part !== false);
  return (
    total > 0 &&
    lines(
      rich`⏰ ${bold("Overdue:")} ${total === 1 ? "1 person" : `${digits.en(total)} people`}${newlyOverdue > 0 ? ` (${digits.en(newlyOverdue)} new)` : ""}`,
      !briefly && italic(parts.join(" · ")),
    )
  );
};

export const summary: typeof Indonesian = {
  daily: (page) =>
    paragraphs(
      rich`📋 ${bold("Summary")} of ${longDay("en", page.day)}, ${clockTime("en", page.zone, page.span.toAt)}`,
      summary.body(page),
    ),
  now: (page) =>
    paragraphs(rich`📋 ${bold("Summary")} since ${dayAndTime("en", page.zone, page.span.fromAt)}`, summary.body(page)),
  body: (page) =>
    paragraphs(
      page.newsTotal === 0
        ? page.newlyOverdue === 0 && (page.newlyUnreviewed ?? 0) === 0 && rich`No news yet.`
        : lines(
            bold(`News (${page.newsTotal})`),
            ...page.news.map(newsLine),
            page.news.length < page.newsTotal && italic(`and ${page.newsTotal - page.news.length} more`),
          ),
      waitingLine("🙋 Asking for help", page.waiting.help),
      waitingLine("💬 Unanswered questions", page.waiting.questions),
      page.unreviewed !== undefined &&
        page.unreviewed > 0 &&
        rich`📋 Reports waiting for review for more than ${REVIEW_WITHIN_WORKING_DAYS} working days: ${bold(String(page.unreviewed))}${ripe(page.newlyUnreviewed)}`,
      waitingLine("⏳ Waiting to be let in", page.waiting.admissions),
      page.inNeed.length > 0 &&
        lines(
          bold("Who needs you most"),
          ...page.inNeed.map(({ plan, urgency }, index) =>
            lines(
              rich`${index + 1}. ${whoAt(plan)}`,
              rich`    ${planWords.shortTypes[plan.type]} · ${followUp.reason(urgency)}${followUp.putOff(plan)}`,
            ),
          ),
          page.inNeed.length < page.inNeedTotal && italic(`and ${page.inNeedTotal - page.inNeed.length} more`),
        ),
      lateLine(page),
    ),
  newsLine,
  newsPage: (news, from, total) =>
    paragraphs(bold(`News ${from + 1}–${from + news.length} of ${digits.en(total)}`), lines(...news.map(newsLine))),
  allNeeds: (total) => `Who needs you (${digits.en(total)})`,
  allNews: "All news",
  allOverdue: "⏰ Show the overdue",
  allQuestions: (count) => `💬 Questions (${digits.en(count)})`,
  menu: "📋 Summary",
};
