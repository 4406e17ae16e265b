// Files and pictures of people: the screen where they are chosen, their captions, and what stands on the sheets.
import type { PeopleFilter } from "../../domain/caseload/people-filter.js";
import { small } from "../capital.js";
import { dayAndMonth, dayAndTime, daySpan, shortDay } from "../dates.js";
import { digits } from "../digits.js";
import { lightLine, type SheetWords } from "../files/sheets/care-sheets.js";
import type { peopleFiles as Indonesian } from "../id/people-files.js";
import { bold, lines, paragraphs, rich } from "../rich.js";
import { caseload } from "./caseload.js";
import { people } from "./how-many.js";
import { planWords } from "./plan-words.js";

const words: SheetWords = {
  columns: {
    number: "No.",
    name: "Name",
    phone: "Phone",
    kind: "Kind",
    library: "Institution",
    place: "Village/area",
    className: "Class",
    standing: "How they are doing",
    state: "state",
    due: "deadline",
    late: "Late plans",
    heardOn: "Last heard of",
    joinedOn: "Joined",
    helpSince: "Asked for help",
    askedOn: "Has a question since",
    libraryAndPlace: "Institution, village",
    lastWord: "Last word",
    notes: "Notes",
    filter: "Filter of the list of participants",
    count: "People",
  },
  types: planWords.shortTypes,
  states: planWords.states,
  lights: { green: "On track", yellow: "Go on", red: "Late", paused: "Paused", done: "Done" },
  kinds: {
    desa: caseload.filterName("desa"),
    kelurahan: caseload.filterName("kelurahan"),
    tbm: caseload.filterName("tbm"),
    regency_office: caseload.filterName("regency_office"),
    province_office: caseload.filterName("province_office"),
  },
  filters: { ...caseload.filterNames, on_course: "Reporting, or not due yet" },
  countsTitle: "Numbers of people",
  standing: caseload.standing,
  lastWord: (line, obstacles) =>
    [
      line.helpSince !== null && `asked for help ${dayAndMonth("en", line.helpSince)}`,
      line.askedOn !== null && `asked a question ${dayAndMonth("en", line.askedOn)}`,
      line.standing === "not_joined" && "not joined",
      line.standing === "blocked" && caseload.unreachable[line.unreachableCause ?? "blocked"],
      line.lastHeardOn !== null && `heard of ${dayAndMonth("en", line.lastHeardOn)}`,
      line.lastHeardOn === null && line.standing !== "not_joined" && "no news yet",
      ...obstacles,
    ]
      .filter((part) => typeof part === "string")
      .join(", "),
  obstacle: planWords.obstacle,
  noPlans: ({ standing }) => (standing === "not_joined" ? "Not joined" : "No plans"),
  toldFor: "° not joined, filled in by a trainer",
};

const scopeName = (className: string | null, filter: PeopleFilter) =>
  [className ?? "everybody in your care", filter === "all" ? "" : small(caseload.filterName(filter))]
    .filter((part) => part !== "")
    .join(", ");

export const peopleFiles: typeof Indonesian = {
  words,
  attendance: {
    number: "No.",
    name: "Name",
    library: "Institution, village",
    day: (day) => shortDay("en", day),
  },
  menu: "📁 Files",
  ofClass: (name) =>
    paragraphs(
      rich`📁 ${bold("Files of the class")} ${name}`,
      lines(
        rich`${bold("Picture")}: everybody with their three lights, to look at on a phone.`,
        rich`${bold("Excel")}: everybody with phone, plans and deadlines.`,
        rich`${bold("Visit sheet")}: whom to telephone or visit, with lines for notes. A4.`,
        rich`${bold("Attendance list")}: names, and a column to sign for each day. A4.`,
      ),
      "Which one would you like?",
    ),
  ofPeople: (filter, count) =>
    paragraphs(
      rich`📁 ${bold("Files of participants")}: ${scopeName(null, filter)} (${digits.en(count)})`,
      lines(
        rich`${bold("Excel")}: ${filter === "all" ? "everybody" : "the people of this list"} with phone, plans and deadlines.`,
        rich`${bold("Call sheet")}: ${filter === "all" ? "whom to telephone or visit" : "the people of this list"}, with lines for notes. A4.`,
      ),
      "Which one would you like?",
    ),
  picture: "🖼 Class picture",
  workbook: "📊 Excel",
  visits: "🚗 Visit sheet",
  calls: "📄 Call sheet",
  attendanceButton: "✍️ Attendance list",
  toFiles: "⬅️ Files",
  whichPicture: () => rich`🖼 The picture of which class?`,
  nobody: () => rich`Nobody is on this list yet, so there is nothing to make a file of.`,
  nobodyToVisit: () => rich`Nobody needs a call or a visit at the moment. All report, or nothing is due yet.`,
  aboutFile: {
    workbook: (className, filter) => `Excel of participants (${scopeName(className, filter)})`,
    visits: (className, filter) => `visit and call sheet (${scopeName(className, filter)})`,
    attendance: (className) => `attendance list of ${className}`,
  },
  sheetTitle: {
    workbook: (className, filter) => `Participants: ${scopeName(className, filter)}`,
    visits: (className, filter) => `Visit sheet: ${scopeName(className, filter)}`,
    picture: (className) => className,
    attendance: (className) => `Attendance list ${className}`,
  },
  counted: (zone, at) => `Counted ${dayAndTime("en", zone, at)}`,
  withoutPractice: "Without practice classes",
  keep: "Holds personal data: please keep it safe, and destroy it when it is no longer needed.",
  aboutSheet: "About",
  some: (shown, total) => `The first ${shown} of ${digits.en(total)} people`,
  held: (venue, from, to) => [venue, daySpan("en", from, to)].filter((part) => part !== "").join(", "),
  lightsOf: (counts) => `Plans: ${lightLine(words, counts)}`,
  pictureCaption: (data) =>
    paragraphs(
      rich`🖼 ${bold(data.className)}: ${people(data.people)}`,
      lines(
        rich`Plans: ${lightLine(words, data.lights)}`,
        rich`People with a late plan: ${digits.en(data.late)}`,
        rich`Not joined: ${data.notJoined}`,
        data.shown < data.people && rich`In the picture: the first ${data.shown}; Excel has all of them.`,
      ),
      rich`Counted ${dayAndTime("en", data.zone, data.at)}.`,
    ),
  fileCaption: {
    workbook: (rows) => rich`📊 Participants as Excel: ${people(rows)}.`,
    visits: (rows, total) =>
      rows < total
        ? rich`📄 Visit and call sheet: the first ${rows} of ${digits.en(total)} people. To print on A4.`
        : rich`📄 Visit and call sheet: ${people(rows)}. To print on A4.`,
    attendance: (rows) => rich`✍️ Attendance list: ${people(rows)}. To print on A4.`,
  },
  fileName: { workbook: "participants", visits: "visits", attendance: "attendance", picture: "class" },
};
