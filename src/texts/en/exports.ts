// Files that leave the system: what they are for, and what they are.

import { monthAndYear } from "../dates.js";
import { digits } from "../digits.js";
import type { exports as words } from "../id/exports.js";
import { bold, paragraphs, rich } from "../rich.js";

export const exports: typeof words = {
  about: "the download",
  whatLabel: "file",
  askWhat: () => rich`Which file do you want to download?`,
  files: {
    people: {
      button: "👥 Participants",
      name: "the list of participants",
      caption: "Participants",
      fileName: "participants",
    },
    reports: {
      button: "📝 Reports",
      name: "reports of libraries",
      caption: "Reports of libraries",
      fileName: "reports",
    },
    sim: {
      button: "🏛 For SIM TPBIS",
      name: "reports for SIM TPBIS",
      caption: "Reports for SIM TPBIS",
      fileName: "sim-tpbis",
    },
  },
  placeLabel: "region",
  askPlace: () => rich`For which region?`,
  everywhere: "All my regions",
  askRegency: () => rich`Which regency or city?`,
  wholeProvince: "The whole province",
  filterLabel: "participants",
  askFilter: () => rich`Which participants?`,
  monthsLabel: "months",
  askMonths: () => rich`Which months?`,
  month: (first) => monthAndYear("en", first),
  lastMonths: (count) => `The last ${count} months`,
  gathering: (done, total) => rich`⏳ Preparing the file… ${digits.en(done)} of ${digits.en(total)}`,
  file: (caption, rows) =>
    rich`${caption}: ${digits.en(rows)} ${rows === 1 ? "row" : "rows"}. Please keep it safe: it holds personal data.`,
  tooLarge: (most) =>
    rich`That file has more than ${digits.en(most)} rows, which is too large to prepare. Please choose one place, or fewer months.`,
  another: "📄 Another file",
  aboutSheet: "About",
  sheets: { people: "Participants", reports: "Reports" },
  zonesNote: "Days by the time zone of the class.",
  simNotes: (version, accountsUnknown) => [
    `Columns of version ${version}. A row is a library and a month; an empty cell means that it is not known.`,
    ...(accountsUnknown ? ["The list of SIM accounts is missing, so no library's account is known."] : []),
  ],
  account: { yes: "yes", no: "NONE YET", unknown: "not known" },
  yes: "yes",
  unknown: "not known yet",
  onCourse: "Under way",
  peopleColumns: {
    name: "Name",
    phone: "Phone",
    kind: "Kind",
    library: "Organisation",
    place: "Village",
    class: "Class",
    joined: "Joined",
    standing: "Standing",
    late: "Late",
    heard: "Last heard",
  },
  reportColumns: {
    number: "Number",
    day: "Day",
    plan: "Plan",
    library: "Library",
    place: "Village",
    regency: "Regency or city",
    class: "Class",
    by: "Reported by",
    onBehalf: "By a trainer",
    state: "State",
    obstacle: "Obstacle",
    answers: "Answers",
    nextStep: "Next step",
    story: "Story",
  },
  purpose: {
    label: "purpose",
    ask: (file) =>
      paragraphs(
        rich`This file holds personal data: ${bold(file)}.`,
        "What do you need it for? Choose one, or write your own words. Your answer is recorded.",
      ),
    example: "Calling participants who were not reached",
    choices: {
      contact: "Contacting the people in it",
      follow_up: "Following up the programme",
      report_up: "A report to my superiors",
      check: "Checking that data is right",
    },
  },
};
