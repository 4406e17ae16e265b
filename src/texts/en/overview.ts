// Where the programme stands: one page an area, its parts, what each number means, and the files.

import { SETTLING_DAYS } from "../../domain/caseload/diagnosis.js";
import { SILENT_DAYS } from "../../domain/caseload/silence.js";
import { NEW_DAYS } from "../../domain/caseload/with-province.js";
import { OWN_REGIONS, readAreaName } from "../../domain/overview/area.js";
import { GREEN_FROM, YELLOW_FROM } from "../../domain/overview/numbers.js";
import { dayAndMonth, dayAndTime } from "../dates.js";
import { digits } from "../digits.js";
import type { overview as Indonesian } from "../id/overview.js";
import { type Counted, type OverviewWords, overviewText } from "../layouts/overview-page.js";
import { bold, lines, paragraphs, rich } from "../rich.js";
import { people } from "./how-many.js";
import { planWords } from "./plan-words.js";

const number = digits.en;

const lightWords = { green: "On course", yellow: "Needs attention", red: "Behind" } as const;

const causes: typeof Indonesian.causes = {
  not_joined: "not joined",
  blocked: "out of reach",
  paused: "paused",
  obstacle: "stuck",
  awaiting_review: "awaiting review",
  stopped_midway: "stopped midway",
  silent: "silent",
};

const nameOf = (written: string | null) => {
  if (written === null || written === OWN_REGIONS) return written === null ? "All of Indonesia" : "Your regions";
  const { name, isOwnPart } = readAreaName(written);
  return isOwnPart ? `${name} (your regions)` : name;
};
/** On a button, which has no room for more. */
const shortNameOf = (written: string | null) =>
  written === null || written === OWN_REGIONS ? nameOf(written) : readAreaName(written).name;
const partNames = {
  province: { one: "province", many: "provinces" },
  regency: { one: "regency or city", many: "regencies and cities" },
  class: { one: "class", many: "classes" },
};
const counted = ({ countedAt, zone }: Counted) => `As of ${dayAndTime("en", zone, countedAt)}`;

const words: OverviewWords = {
  number,
  title: (name, cohort) => `📊 ${nameOf(name)} · ${cohort}`,
  counted: (when, count) => `${counted(when)} · ${people(count)}`,
  joined: "Joined",
  plans: "Work plans",
  shares: ({ written, reported, reviewed, done }) =>
    `written ${written} · reported ${reported} · reviewed ${reviewed} · done ${done}`,
  types: planWords.shortTypes,
  late: (plans) => `🔴 ${number(plans)} ${plans === 1 ? "plan" : "plans"} overdue`,
  causes,
  silent: "In need of help:",
  worst: "Furthest behind:",
  light: (light) => `${planWords.lights[light]} ${lightWords[light]}`,
  since: (on, { joined, reported, done }) =>
    `Since ${dayAndMonth("en", on as `${number}-${number}-${number}`)}: joined ${joined}, reported ${reported}, done ${done}.`,
  nobody: "There is nobody here yet.",
  awaiting: (count) => `⏳ ${people(count)} awaiting a trainer's review`,
  withProvince: (count, fresh) =>
    `🏛 ${people(count)} with the province${fresh > 0 ? `, ${number(fresh)} new this week` : ""}`,
  nothingKept: "There are no numbers of the week's beginning to compare with yet.",
};

export const overview: typeof Indonesian = {
  number,
  light: words.light,
  causes,
  page: (view) => overviewText(view, words),
  week: (view) => paragraphs(rich`Where things stand this week:`, overviewText(view, words, true)),
  noCohort: () =>
    rich`There is no cohort with classes in your region yet, so there is nothing to count. Cohorts and classes are made with /manage.`,
  notYours: () => rich`That region is outside of yours.`,
  gone: () => rich`That region or class is not there any more.`,
  menu: "📊 Statistics",
  open: "📊 See all of it",
  parts: { province: "🗺 By province", regency: "🗺 By regency", class: "🏫 By class" },
  list: ({ name, part, total, ...when }) =>
    paragraphs(
      lines(bold(nameOf(name)), counted(when)),
      total === 0
        ? rich`There are no ${partNames[part].many} here yet.`
        : rich`${total === 1 ? `1 ${partNames[part].one}` : `${number(total)} ${partNames[part].many}`}, those most in need of help first. The number: how many per cent of the people are on course.`,
    ),
  ofProvinceItself: "Province level",
  people: (count) => `👥 The people (${number(count)})`,
  withProvince: (count) => `🏛 With the province (${number(count)})`,
  around: (name) => `⬅️ ${shortNameOf(name)}`,
  cohort: (name) => `Cohort: ${name}`,
  meaningOpen: "❓ What does it mean?",
  meaning: {
    numbers: {
      open: "❓ What each number means",
      say: ({ lateDays, tries }) =>
        paragraphs(
          lines(
            rich`${bold("People")}: everybody on the list of those invited or in a class.`,
            rich`${bold("Joined")}: registered with the bot.`,
            rich`${bold("Plans")}: three a library.`,
            rich`${bold("Written")}: filled in or photographed.`,
            rich`${bold("Reported")}: there is a report. ${bold("Reviewed")}: a trainer has judged the latest one.`,
            rich`${bold("Done")}: reported as done. ${bold("Overdue")}: not done, and its day is past.`,
            rich`${bold("With the province")}: ${lateDays} days late or more, reached out to on ${tries} ${tries === 1 ? "day" : "days"}, nothing heard. ${bold("New")}: within ${NEW_DAYS} days.`,
          ),
          rich`${planWords.lights.green} ${GREEN_FROM} % of the people or more on course · ${planWords.lights.yellow} ${YELLOW_FROM} % or more · ${planWords.lights.red} fewer. On course: finished, under way, paused or awaiting review. ${bold("Furthest behind")}: the lowest per cent on course.`,
          rich`${bold("Since Monday")}: compared with Monday morning. Practice data is left out.`,
        ),
    },
    standings: {
      open: "❓ What each cause means",
      say: () =>
        paragraphs(
          "Everybody is counted once, in the first line that fits:",
          lines(
            rich`${bold("Not joined")}: invited, not registered.`,
            rich`${bold("Finished")}: all their plans are done.`,
            rich`${bold("Out of reach")}: blocked the bot, or account gone; call them.`,
            rich`${bold("Paused")}: asked not to be reminded for now.`,
            rich`${bold("Stuck")}: a plan does not move, or they asked for help.`,
            rich`${bold("Under way")}: heard of within ${SILENT_DAYS} days, less than ${SETTLING_DAYS} days after the class, or asked for no plans.`,
            rich`${bold("Awaiting review")}: no trainer has looked at the report.`,
            rich`${bold("Stopped midway")}: a plan or report was begun and not sent.`,
            rich`${bold("Silent")}: everybody else.`,
          ),
          "Heard of: a report, a call for help, or a message to the trainers.",
        ),
    },
  },
  back: "⬅️ Back",
  files: { open: "📁 Download", picture: "🖼 Picture", xlsx: "📊 Excel", pdf: "📄 PDF" },
  sheet: {
    title: (name, cohort) => `${nameOf(name)}, ${cohort}`,
    counted: (when) => counted(when),
    noPractice: "Without practice data. What each number means: the button “What does it mean?” in the bot.",
    about: "About",
    all: "Total",
    columns: {
      part: { province: "Province", regency: "Regency or city", class: "Class" },
      people: "People",
      joined: "Joined",
      well: "On course",
      light: "State",
      finished: "All done",
      on_course: "Under way",
      plans: "Plans",
      written: "Written",
      reported: "Reported",
      reviewed: "Reviewed",
      done: "Done",
      late: "Overdue",
      withProvince: "With the province",
      newWithProvince: "New with the province",
    },
    fileName: (name) => `statistics-${nameOf(name)}`,
  },
  fileCaption: (name, when) => rich`📊 ${nameOf(name)}. ${counted(when)}.`,
  places: {
    ask: ({ name, people: count, filter, ...when }) =>
      paragraphs(
        lines(
          rich`👥 ${bold(nameOf(name))}${filter === null ? "" : `, ${filter.toLowerCase()}`}: ${people(count)}.`,
          counted(when),
        ),
        rich`Choose the place, or type /participants and the name of a person, a library or a village.`,
      ),
    wholeProvince: (count) => `Everybody on this list (${number(count)})`,
    button: (name, count) => `${name} (${number(count)})`,
  },
};
