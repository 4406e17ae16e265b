// A workbook on its way into the programme: classes, sessions, trainers and participants of one file.
import { LONGEST_CLASS_DAYS } from "../../domain/programme/new-class.js";
import { daySpan, plainDay } from "../dates.js";
import { digits } from "../digits.js";
import type { workbook as indonesian, Renames, StrangeWords } from "../id/workbook.js";
import { firstOf, withinLetters } from "../lists.js";
import { bold, lines, paragraphs, rich } from "../rich.js";
import { howMany, people } from "./how-many.js";

const more = (count: number) => `and ${digits.en(count)} more`;

const sheets = { classes: "Classes", sessions: "Sessions", trainers: "Trainers", people: "Participants" };

/** The file has them all. */
const LETTERS_OF_RENAMES = 300;
const LETTERS_OF_TITLES = 80;

function renamesIn(renamed: Renames): string {
  const all = renamed.map(([from, to]) => `${from} → ${to}`);
  const shown = withinLetters(all, LETTERS_OF_RENAMES);
  if (shown.length === all.length) return shown.join("; ");
  const left = all.length - shown.length;
  return [...shown, shown.length === 0 ? `${left}, see this file` : `${left} more in this file`].join("; ");
}

const reasons: (typeof indonesian)["reasons"] = {
  "missing-name": "without a name",
  "too-long": "with a name or place that is too long",
  "missing-class": "without a class",
  "missing-province": "without a province",
  "unknown-province": "with an unknown province",
  "missing-days": "without dates",
  "bad-day": "with a date that cannot be read",
  "ends-first": "ending before they begin",
  "class-too-long": `longer than ${LONGEST_CLASS_DAYS} days`,
  "too-far": "too far from today",
  "due-before-end": "with plans due before the last day",
  "bad-wave": "with a year or wave that cannot be read",
  "bad-time": "with a time that cannot be read",
  "bad-link": "with a link that does not begin with https://",
  "link-for-room": "in person, with a link for a room",
  "bad-mode": "with an unknown way of meeting",
  "bad-phone": "with a wrong mobile number",
  twice: "written twice",
  "not-yours": "outside your region",
  begun: "of a class that has begun",
  past: "in the past",
  ended: "of a session that is over",
  "has-participants": "with a deadline that people were told already",
  "which-wave": "without a wave",
  "unknown-class": "of an unknown class",
  "ambiguous-class": "naming several classes: add a code",
  "class-has-error": "of a class whose own line has a problem",
  "unknown-code": "unknown code",
  "other-code": "the code is of another class",
  "name-taken": "another class has that name",
  "missing-link": "online now, without a link",
  "missing-room": "in person now, without a room",
};

const fields = {
  name: "Name",
  days: "Dates",
  plansDueOn: "Plans due",
  venue: "Venue",
  time: "Time",
  mode: "Way of meeting",
  place: "Place",
  classes: "Classes",
};

const strangeLine = ({ atOnce, outside, titles }: StrangeWords) => {
  const what = [
    atOnce > 0 && `${atOnce} at the time of another session`,
    outside > 0 && `${outside} not on a day of the class`,
  ].filter((part) => part !== false);
  const named = withinLetters(titles, LETTERS_OF_TITLES);
  const left = titles.length - named.length;
  const all = [...named, ...(left > 0 ? [`${left} more in this file`] : [])];
  return rich`⚠️ Please check these sessions: ${what.join(", ")} (${all.join("; ")}).`;
};

export const workbook: typeof indonesian = {
  sheets,
  reasons,
  fields,
  days: (from, to) => daySpan("en", from, to),
  day: (day) => plainDay("en", day),
  confirm: (count) => `✅ Save ${digits.en(count)} ${count === 1 ? "line" : "lines"}`,
  summary: ({ fileName, sheets: counted, reasons: wrong, told, missing, abroad, strange = 0 }) =>
    paragraphs(
      rich`📄 ${bold(fileName)}`,
      lines(
        ...counted.map(([sheet, { added, changed, same, wrong: faulty }]) =>
          faulty > 0
            ? rich`${bold(sheets[sheet])}: ✅ ${added} new · ✏️ ${changed} changed · ➖ ${same} the same · ⚠️ ${faulty} wrong`
            : rich`${bold(sheets[sheet])}: ✅ ${added} new · ✏️ ${changed} changed · ➖ ${same} the same`,
        ),
      ),
      wrong.length > 0 &&
        rich`The problems: ${wrong.map(([reason, count]) => `${digits.en(count)} ${reasons[reason]}`).join(", ")}.`,
      strange > 0 &&
        rich`⚠️ ${strange === 1 ? "1 session" : `${strange} sessions`} at a strange time, please see the details.`,
      abroad > 0 && rich`With ${people(abroad)} from other provinces.`,
      told > 0 && rich`${people(told)} will be told of the changes.`,
      missing > 0 &&
        rich`${people(missing)} on the old rosters ${missing === 1 ? "is" : "are"} not in this file and stay there.`,
      "Nothing is saved yet.",
    ),
  nothing: () => rich`No line of that file is filled in. Please fill it in and send it again.`,
  done: (saved, joined = []) =>
    paragraphs(
      bold("✅ Saved"),
      lines(...saved.map(([sheet, { added, changed }]) => rich`${sheets[sheet]}: ${added} new, ${changed} changed`)),
      joined.length > 0 &&
        rich`The day for the plans of ${firstOf(joined, more, String).join(", ")} stays, because somebody has just joined.`,
      saved.some(([, { wrong }]) => wrong > 0) &&
        "Some lines did not go in. Mend them and send the file again: nothing counts twice.",
      saved.some(([sheet, { added }]) => sheet === "trainers" && added > 0) &&
        "The trainers' invitations are ready to be forwarded from the list of trainers.",
    ),
  details: { file: "details-of-file.xlsx", wrong: "Problems", changes: "Changes", strange: "Please check" },
  strange: { atOnce: (titles) => `at the time of ${titles.join("; ")}`, outside: "not on a day of the class" },
  detailsCaption: (wrong, changed, renamed, strange) =>
    paragraphs(
      rich`Details of the file: ${howMany(wrong, "line", "lines")} with a problem, ${changed} changed.`,
      strange.titles.length > 0 && strangeLine(strange),
      renamed.length > 0 && rich`✏️ Renamed: ${renamesIn(renamed)}.`,
    ),
  columns: {
    sheet: "Sheet",
    line: "Line",
    name: "Content",
    reason: "Reason",
    field: "What changes",
    from: "Before",
    to: "After",
  },
  undone: ({ removed, classes, sessions, trainers, changed }) =>
    paragraphs(
      rich`↩️ ${howMany(removed, "thing that the file had made is", "things that the file had made are")} gone again.`,
      classes.length + sessions.length + trainers.length > 0 &&
        lines(
          "Still there, because they are in use or were changed since:",
          classes.length > 0 && rich`Classes: ${firstOf(classes, more, String).join(", ")}`,
          sessions.length > 0 && rich`Sessions: ${firstOf(sessions, more, String).join(", ")}`,
          trainers.length > 0 && rich`Trainers: ${firstOf(trainers, more, String).join(", ")}`,
        ),
      changed > 0 &&
        rich`${howMany(changed, "change", "changes")} to classes and sessions that were there before ${changed === 1 ? "stays" : "stay"}: people may have been told of them.`,
    ),
};
