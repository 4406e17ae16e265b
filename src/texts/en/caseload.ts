// A trainer's participants: the list with its filters, and one person's page.

import type { Diagnosis } from "../../domain/caseload/diagnosis.js";
import type { Light } from "../../domain/plans/work-plan.js";
import type { Day } from "../../domain/time/calendar.js";
import { plainDay, shortDay } from "../dates.js";
import type { caseload as Indonesian, PersonLine } from "../id/caseload.js";
import { libraryAt } from "../layouts/library-at.js";
import { bold, code, italic, lines, paragraphs, rich } from "../rich.js";
import { lastNews } from "./follow-up.js";
import { planWords } from "./plan-words.js";

const filters = {
  all: "All",
  late: "Overdue",
  done: "Done",
  not_joined: "Not joined",
  blocked: "Blocked",
  paused: "Paused",
  obstacle: "Obstacle",
  awaiting_review: "Awaiting review",
  stopped_midway: "Form unfinished",
  silent: "Silent",
  desa: "Village (desa)",
  kelurahan: "Village (kelurahan)",
  tbm: "Reading room",
  regency_office: "Regency office",
  province_office: "Province office",
};

const diagnoses: Record<Exclude<Diagnosis, "silent">, string> = {
  not_joined: "not joined",
  blocked: "blocked the bot",
  paused: "paused",
  obstacle: "has an obstacle",
  awaiting_review: "awaiting review",
  stopped_midway: "form not finished",
};

const diagnosisWords = (diagnosis: Diagnosis, lastHeardOn: Day | null) =>
  diagnosis === "silent" ? lastNews(lastHeardOn) : diagnoses[diagnosis];

const standing = ({ diagnosis, isLate, isDone, lastHeardOn }: PersonLine) => {
  if (isDone) return "done";
  return [isLate && "overdue", diagnosis !== null && diagnosisWords(diagnosis, lastHeardOn)]
    .filter((word) => word !== false)
    .join(", ");
};

const mark = (light: Light | null) => (light === null ? "⚪" : planWords.lights[light]);

export const caseload: typeof Indonesian = {
  menu: "👥 Participants",
  overdueMenu: "⏰ Overdue",
  helpMenu: "🙋 Help wanted",
  filter: (name, count, isChosen) => `${isChosen ? "• " : ""}${filters[name]} (${count})`,
  list: (data) =>
    paragraphs(
      data.search === ""
        ? rich`👥 ${bold(`Participants${data.practice ? " (practice)" : ""}: ${filters[data.filter].toLowerCase()}`)} (${data.total})`
        : rich`👥 ${bold(`Participants with “${data.search}”`)} (${data.total})`,
      data.people.length === 0
        ? rich`Nobody.`
        : lines(
            ...data.people.map((one, index) => {
              const words = standing(one);
              return rich`${data.from + index + 1}. ${mark(one.light)} ${one.name}${one.place === "" ? "" : `, ${one.place}`}${words === "" ? "" : ` – ${words}`}`;
            }),
          ),
      data.search !== "" && data.total > data.people.length && italic("Type more of the name to narrow it down."),
      data.search === "" &&
        !data.practice &&
        italic("Looking for somebody? Type /participants and a part of the name or village, as in /participants siti."),
    ),
  card: (data) =>
    paragraphs(
      lines(
        bold(data.name),
        libraryAt(data.libraryName, data.place),
        rich`Class: ${data.className}`,
        data.phone !== null && rich`Phone: ${code(data.phone)}`,
      ),
      data.plans.length > 0 &&
        lines(
          ...data.plans.map(
            (plan) =>
              rich`${planWords.lights[plan.light]} ${planWords.types[plan.type]}: ${planWords.states[plan.state]}, due ${shortDay("en", plan.dueOn)}`,
          ),
        ),
      lines(
        standing(data) !== "" && rich`Status: ${bold(standing(data))}`,
        data.diagnosis !== "not_joined" &&
          (data.lastReportOn === null ? rich`Never reported` : rich`Last report: ${plainDay("en", data.lastReportOn)}`),
        data.helpSince !== null && rich`🙋 Asking for help since ${plainDay("en", data.helpSince)}`,
        data.restsTo !== null &&
          rich`Followed up: back on the list of overdue plans on ${plainDay("en", data.restsTo)}`,
        data.lastContactOn !== null && rich`Last contacted: ${plainDay("en", data.lastContactOn)}`,
      ),
    ),
  askForPlans: "✍️ Ask for plans",
  plansAsked: (data) =>
    paragraphs(
      rich`All right, ${bold(data.name)} is asked to write the three work plans of ${data.libraryName}. They are due on ${bold(plainDay("en", data.dueOn))}.`,
      data.isReachable
        ? rich`I will tell them in working hours.`
        : rich`My messages do not reach them, so please tell them yourself.`,
    ),
  unaskPlans: "↩️ Withdraw the request",
  askUnaskPlans: (data) =>
    paragraphs(
      rich`Withdraw the request for the work plans of ${data.libraryName} from ${bold(data.name)}? I no longer ask them to write or report, and no longer remind them.`,
      data.hasEntries && rich`Everything that was written and reported stays saved.`,
      data.hasColleagues && rich`Their colleagues go on with these plans.`,
    ),
  confirmUnask: "Yes, withdraw it",
  keepAsking: "Keep it",
  plansUnasked: (data) =>
    paragraphs(
      rich`All right, ${bold(data.name)} is no longer asked for the work plans of ${data.libraryName}.`,
      data.isReachable
        ? rich`If the request has reached them, I will tell them in working hours.`
        : rich`My messages do not reach them, so please tell them yourself.`,
    ),
  tooLateForPlans: (dueOn) =>
    rich`The plans of this class were due on ${plainDay("en", dueOn)}, so nobody else is asked for them any more.`,
  backToPerson: "⬅️ The participant",
  backToList: "⬅️ Participants",
  notYours: () => rich`Sorry, this person is not in your class or region.`,
  gone: () => rich`That person is no longer on the list.`,
};
