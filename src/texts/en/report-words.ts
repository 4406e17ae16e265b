// How a report and the standing of its plan are put into words, wherever they are shown.

import type { TypedAnswer } from "../../domain/reports/questionnaire.js";
import type { ReportChange } from "../../domain/reports/report-changes.js";
import { cutTo } from "../../domain/words/cut-to.js";
import { capital } from "../capital.js";
import { plainDay } from "../dates.js";
import { digits } from "../digits.js";
import type { PlanView } from "../id/work-plans.js";
import type { ReportView } from "../layouts/reports/report-view.js";
import { bold, lines, rich } from "../rich.js";
import { planWords } from "./plan-words.js";
import { questionnaire } from "./questionnaire.js";

const { states } = planWords;

function value(answer: TypedAnswer): string {
  if ("amount" in answer) return digits.en(answer.amount);
  if ("unknown" in answer) return "not known yet";
  if ("choices" in answer) return answer.choices.map((one) => questionnaire.choice(answer.question, one)).join(", ");
  return "day" in answer ? plainDay("en", answer.day) : answer.text;
}

function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}

function daysLeft(left: number): string {
  if (left > 0) return `${days(left)} left`;
  return left === 0 ? "due today" : `${days(-left)} late`;
}

/** How far it is and, until it is done, how long there is. */
function standing(plan: PlanView): string {
  return plan.state === "done" ? states.done : `${states[plan.state]}, ${daysLeft(plan.daysLeft)}`;
}

/** Beside a light nothing is said twice. */
function lightLine(plan: PlanView): string {
  const light = planWords.light(plan);
  if (plan.state === "done") return light;
  return plan.light === "red" && plan.daysLeft < 0
    ? `${light} by ${days(-plan.daysLeft)} · ${states[plan.state]}`
    : `${light} · ${standing(plan)}`;
}

function content(report: ReportView) {
  return lines(
    rich`Status: ${bold(report.state === "unchanged" ? "no change" : states[report.state])}`,
    report.obstacle !== null && rich`Obstacle: ${planWords.obstacle(report.obstacle)}`,
    ...report.answers.map((answer) => rich`${capital(questionnaire.label(answer.question))}: ${value(answer)}`),
    report.nextStep !== null && rich`Next step: ${report.nextStep}`,
    report.story !== null && rich`Story: ${report.story}`,
    report.files > 0 && rich`Photos/documents: ${files(report.files)}`,
  );
}

function files(count: number): string {
  return count === 1 ? "1 file" : `${count} files`;
}

/** Enough of a story to see which it was. */
const SHOWN = 60;

const shortened = (text: string) => cutTo(text, SHOWN);

function change(one: ReportChange): string {
  const or = (said: string | null) => (said === null ? "–" : shortened(said));
  switch (one.field) {
    case "state":
      return `status: ${states[one.before]} → ${states[one.after]}`;
    case "obstacle":
      return `obstacle: ${or(one.before && planWords.obstacle(one.before))} → ${or(one.after && planWords.obstacle(one.after))}`;
    case "nextStep":
      return `next step: ${or(one.before)} → ${or(one.after)}`;
    case "story":
      return `story: ${or(one.before)} → ${or(one.after)}`;
    case "answer":
      return `${questionnaire.label(one.question)}: ${or(one.before && value(one.before))} → ${or(one.after && value(one.after))}`;
    case "files":
      return `photos/documents: ${files(one.added)} added`;
  }
}

export const reportWords = { value, standing, lightLine, content, change, files };
