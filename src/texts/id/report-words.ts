// How a report and the standing of its plan are put into words, wherever they are shown.

import type { TypedAnswer } from "../../domain/reports/questionnaire.js";
import type { ReportChange } from "../../domain/reports/report-changes.js";
import { cutTo } from "../../domain/words/cut-to.js";
import { capital } from "../capital.js";
import { plainDay } from "../dates.js";
import { digits } from "../digits.js";
import type { ReportView } from "../layouts/reports/report-view.js";
import { bold, lines, rich } from "../rich.js";
import { planWords } from "./plan-words.js";
import { questionnaire } from "./questionnaire.js";
import type { PlanView } from "./work-plans.js";

const { states } = planWords;

function value(answer: TypedAnswer): string {
  if ("amount" in answer) return digits.id(answer.amount);
  if ("unknown" in answer) return "belum tahu";
  if ("choices" in answer) return answer.choices.map((one) => questionnaire.choice(answer.question, one)).join(", ");
  return "day" in answer ? plainDay("id", answer.day) : answer.text;
}

function daysLeft(days: number): string {
  if (days > 0) return `sisa ${days} hari`;
  return days === 0 ? "batas waktunya hari ini" : `terlambat ${-days} hari`;
}

/** How far it is and, until it is done, how long there is. */
function standing(plan: PlanView): string {
  return plan.state === "done" ? states.done : `${states[plan.state]}, ${daysLeft(plan.daysLeft)}`;
}

/** Beside a light nothing is said twice: "Terlambat 3 hari", "Selesai". */
function lightLine(plan: PlanView): string {
  const light = planWords.light(plan);
  if (plan.state === "done") return light;
  return plan.light === "red" && plan.daysLeft < 0
    ? `${light} ${-plan.daysLeft} hari · ${states[plan.state]}`
    : `${light} · ${standing(plan)}`;
}

function content(report: ReportView) {
  return lines(
    rich`Status: ${bold(report.state === "unchanged" ? "tidak ada perubahan" : states[report.state])}`,
    report.obstacle !== null && rich`Kendala: ${planWords.obstacle(report.obstacle)}`,
    ...report.answers.map((answer) => rich`${capital(questionnaire.label(answer.question))}: ${value(answer)}`),
    report.nextStep !== null && rich`Langkah berikutnya: ${report.nextStep}`,
    report.story !== null && rich`Cerita: ${report.story}`,
    report.files > 0 && rich`Foto/dokumen: ${report.files} berkas`,
  );
}

/** Enough of a story to see which it was. */
const SHOWN = 60;

const shortened = (text: string) => cutTo(text, SHOWN);

/** "peserta anak: 5 → 6" */
function change(one: ReportChange): string {
  const or = (said: string | null) => (said === null ? "–" : shortened(said));
  switch (one.field) {
    case "state":
      return `status: ${states[one.before]} → ${states[one.after]}`;
    case "obstacle":
      return `kendala: ${or(one.before && planWords.obstacle(one.before))} → ${or(one.after && planWords.obstacle(one.after))}`;
    case "nextStep":
      return `langkah berikutnya: ${or(one.before)} → ${or(one.after)}`;
    case "story":
      return `cerita: ${or(one.before)} → ${or(one.after)}`;
    case "answer":
      return `${questionnaire.label(one.question)}: ${or(one.before && value(one.before))} → ${or(one.after && value(one.after))}`;
    case "files":
      return `foto/dokumen: ${one.added} berkas ditambah`;
  }
}

export const reportWords = { value, standing, lightLine, content, change };
