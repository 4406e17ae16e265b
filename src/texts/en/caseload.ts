// A trainer's participants: the list with its filters, and what is said around one person's page (person-page.ts).

import { DIAGNOSES, type Diagnosis } from "../../domain/caseload/diagnosis.js";
import type { UnreachableCause } from "../../domain/people/person.js";
import type { Day } from "../../domain/time/calendar.js";
import { capital, small } from "../capital.js";
import { dayAndMonth, plainDay } from "../dates.js";
import { digits } from "../digits.js";
import type { caseload as Indonesian } from "../id/caseload.js";
import {
  type LineWords,
  nearDay,
  type PersonLine,
  personLines,
  roomForPeople,
} from "../layouts/caseload/person-line.js";
import { bold, italic, lines, paragraphs, rich } from "../rich.js";
import { careActs } from "./care-acts.js";
import { planWords } from "./plan-words.js";

const filters = {
  all: "All",
  late: "Overdue",
  with_province: "With the province",
  done: "Done",
  not_joined: "Not joined",
  blocked: "Out of reach",
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

const near = { today: "today", yesterday: "yesterday" };

const dayWord = (day: Day, today: Day) => {
  const word = nearDay(day, today);
  return word === null ? dayAndMonth("en", day) : near[word];
};

const diagnoses: Record<Diagnosis, string> = {
  not_joined: "not joined",
  blocked: "blocked the bot, or account gone",
  paused: "paused",
  obstacle: "has an obstacle",
  awaiting_review: "awaiting review",
  stopped_midway: "stopped in a form",
  silent: "silent",
};

const unreachable: Record<UnreachableCause, string> = { blocked: "blocked the bot", gone: "Telegram account gone" };

const causeOf = ({ standing, unreachableCause }: PersonLine) => {
  if (standing === "on_course" || standing === "finished" || standing === "silent") return "";
  return standing === "blocked" ? unreachable[unreachableCause ?? "blocked"] : diagnoses[standing];
};

const lastWord = ({ lastHeardOn, joinedOn, today }: PersonLine) => {
  if (lastHeardOn !== null) return `heard of ${dayWord(lastHeardOn, today)}`;
  return joinedOn !== null && nearDay(joinedOn, today) !== null ? `joined ${dayWord(joinedOn, today)}` : "no news yet";
};

const nextSteps: Record<Diagnosis, string> = {
  not_joined: "send an invitation",
  blocked: "phone them",
  paused: "wait",
  obstacle: "help",
  awaiting_review: "review the report",
  stopped_midway: "remind",
  silent: "remind",
};

const personWords: LineWords = {
  lights: planWords.lights,
  withProvince: "with the province",
  standing(line) {
    const { standing, helpSince, askedOn, late, pausedUntilOn, today, plans } = line;
    if (helpSince !== null) return `asks for help since ${dayWord(helpSince, today)}`;
    if (askedOn !== null) return `asked ${dayWord(askedOn, today)}`;
    if (standing === "finished") return "done";
    if (standing === "not_joined") return late > 0 ? `${diagnoses.not_joined}, ${late} overdue` : diagnoses.not_joined;
    if (standing === "paused" && pausedUntilOn !== null) return `paused until ${dayAndMonth("en", pausedUntilOn)}`;
    const isYellow = plans.some(({ light }) => light === "yellow");
    const light = late > 0 ? `${late} late` : plans.length === 0 ? "" : isYellow ? "to be continued" : "on track";
    return [light, causeOf(line), plans.length === 0 ? "no work plans" : lastWord(line)]
      .filter((word) => word !== "")
      .join(", ");
  },
};

export const caseload: typeof Indonesian = {
  menu: "👥 Participants",
  overdueMenu: "⏰ Overdue",
  helpMenu: "🙋 Help wanted",
  filterName: (name) => filters[name],
  filterNames: filters,
  unreachable,
  standing: personWords.standing,
  filter: (name, count, isChosen) => `${isChosen ? "• " : ""}${filters[name]} (${digits.en(count)})`,
  causesMenu: (count) => `🔎 Why silent (${digits.en(count)})`,
  causes: (counts) =>
    paragraphs(
      rich`🔎 ${bold(`What is heard of ${counts.all === 1 ? "1 person" : `${counts.all} people`}`)}`,
      lines(
        counts.on_course > 0 && rich`Reporting, or not due yet: ${counts.on_course}`,
        counts.finished > 0 && rich`Done: ${counts.finished}`,
        ...DIAGNOSES.filter((cause) => counts[cause] > 0).map(
          (cause) => rich`${bold(capital(diagnoses[cause]))}: ${counts[cause]} · ${nextSteps[cause]}`,
        ),
      ),
      DIAGNOSES.some((cause) => counts[cause] > 0) && italic("Press a cause to see its people."),
    ),
  list: (data) =>
    paragraphs(
      data.search === ""
        ? rich`👥 ${bold(`Participants${data.areaName === null ? "" : ` in ${data.areaName}`}${data.practice ? " (practice)" : ""}: ${small(filters[data.filter])}`)} (${digits.en(data.total)})`
        : rich`👥 ${bold(`Participants with “${data.search}”`)} (${digits.en(data.total)})`,
      data.people.length === 0 ? rich`Nobody.` : personLines(personWords, data.people, data.from, roomForPeople(data)),
      data.isBeyondReach && careActs.beyondReach(),
      data.search !== "" && data.total > data.people.length && italic("Type more of the name to narrow it down."),
      data.filter === "with_province" &&
        italic(
          `Late by ${data.rule.lateDays} days or more; reached out to ${data.rule.tries === 1 ? "once" : `${data.rule.tries} times`} without a word.`,
        ),
      data.search === "" &&
        !data.practice &&
        !data.isBeyondReach &&
        data.filter !== "with_province" &&
        italic("Looking for somebody? Type /participants and a part of the name or village, as in /participants siti."),
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
  notYours: () => rich`Sorry, this person is not in your class or region. If that is a mistake, please ask an admin.`,
  gone: () => rich`That person is no longer on the list.`,
};
