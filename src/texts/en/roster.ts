// A file of people on its way into the rosters: what was read, what is wrong with it, and what came of it.
import { LARGEST_FILE_MB } from "../../domain/files/largest-file.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import { IMPORT_UNDO_HOURS } from "../../domain/roster/import-plan.js";
import { MOST_ROWS } from "../../domain/roster/reading/roster-reading.js";
import { bareDay, daySpan } from "../dates.js";
import { digits } from "../digits.js";
import type { roster as Indonesian } from "../id/roster.js";
import { shortened } from "../layouts/classes/session-words.js";
import { firstOf } from "../lists.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";
import { howMany, people } from "./how-many.js";
import { rosterColumns } from "./roster-columns.js";
import { rules } from "./rules.js";

const reasons: typeof Indonesian.reasons = {
  "missing-name": "without a name",
  "bad-name": "unreadable name",
  "missing-phone": "without a phone",
  "bad-phone": "wrong phone",
  "duplicate-in-file": "twice in the file",
  "missing-place": "without a village",
  "unknown-place": "village not found",
  "ambiguous-place": "village not unique",
  "inexact-place": "village only similar",
  "place-conflict": "code and village differ",
  "wrong-code-system": "BPS code, not Kemendagri",
  "unknown-code": "unknown code",
  "unknown-kind": "kind of library unclear",
  "bad-date": "wrong date",
  "unknown-class": "class not found",
  "ambiguous-class": "of a name that several classes have",
  "other-class": "named for another class",
  "other-province": "of another province than the class",
};

const refused: Record<Parameters<typeof Indonesian.form.file.refused>[0], string> = {
  empty: "That file is empty.",
  "too-big": `That file is too big. The limit is ${LARGEST_FILE_MB} MB.`,
  "too-many-rows": `That file has too many lines. The limit is ${digits.en(MOST_ROWS)}, so please split it into several.`,
  "too-heavy": "That file is too heavy to read. Please split it into several and send them.",
  bomb: "That file is not safe to open. Please save it again in Excel and send it once more.",
  password: "That file has a password. Please save it without one and send it once more.",
  "cut-off": "That file is cut off. Please send it once more.",
  broken: "That file is broken. Please save it again in Excel and send it once more.",
  html: "That is a web page named as Excel. Please open it in Excel, save it as .xlsx and send it once more.",
  entities: "That file is not safe to open. Please save it again in Excel and send it once more.",
  "no-workbook": "There is no sheet in that file. Please send an Excel or CSV file.",
  "other-format": "I cannot read that kind of file yet. Please save it as .xlsx and send it once more.",
  "not-a-table": "That is not a table. Please send the roster as an Excel or CSV file.",
  "no-people": "I find no people in that file. Please check what it holds.",
};

const codes = {
  bps: "Its place codes are those of BPS. Here the codes of Kemendagri are used.",
  clash: "Its place codes are partly of BPS and partly of Kemendagri. Please check them.",
};

const more = (count: number) => `and ${digits.en(count)} more`;

const PROBLEMS_FILE = "lines-with-problems.xlsx";

export const roster: typeof Indonesian = {
  button: "📄 Roster",
  exampleButton: "📄 Example workbook",
  exampleCaption: (classes) =>
    paragraphs(
      "Fill in the sheets you need and send the file back here. It is the office's own, so it is in Indonesian; the sheet Petunjuk says how to fill it in.",
      classes > 0 &&
        rich`It holds ${classes} ${classes === 1 ? "class that is" : "classes that are"} not over, with the sessions and their codes. What you change there is changed here too.`,
    ),
  reasons,
  form: {
    about: "a roster",
    file: {
      label: "File",
      ask: (className) =>
        paragraphs(
          className === null ? rich`Please send the roster.` : rich`Please send the roster of ${bold(className)}.`,
          `An Excel or CSV file, just as it is, of up to ${digits.en(MOST_ROWS)} lines: what matters are columns of names, mobile numbers and villages. Classes, sessions and trainers can be set up by one file as well: there is an example below. Nothing is saved before you say so.`,
        ),
      noClass: () =>
        paragraphs(
          "There is no class yet, so a list of people alone cannot be saved.",
          rich`Please make the class first under /manage, then send the list. Or send one Excel file with classes and people together; there is an example below.`,
        ),
      onlyPeople: () => rich`That file holds people alone, and no class.`,
      rules: () =>
        rich`That file holds the rules, not people. Please open /manage, press ${pressed(rules.menu)}, and send it by ${pressed(rules.send)}.`,
      only: () => rich`Please send it as an Excel (.xlsx) or CSV file.`,
      refused: (because) => rich`${refused[because]}`,
      gone: () =>
        rich`Telegram does not hand that file out. The limit is ${LARGEST_FILE_MB} MB; please send it once more.`,
      later: () => rich`Telegram is busy, so the file was not read. Please send it once more in a moment.`,
    },
    sheet: { label: "Sheet", ask: () => rich`This file has several sheets. Which one holds the people?` },
    class: {
      label: "Class",
      ask: () => rich`Which class are these people for?`,
      /** Of another year, it may be. */
      over: (name, startsOn) => fitLabel(name, undefined, { behind: ` · ${bareDay(startsOn)}`, isName: true }),
    },
    columns: rosterColumns,
    elsewhere: {
      label: "Other classes",
      ask: (count, names) =>
        paragraphs(
          rich`${digits.en(count)} people in this file are named for other classes: ${firstOf(names, more, (name) => shortened(name, 60)).join(", ")}.`,
          "Where do they go?",
        ),
      here: (name) => fitLabel(name, undefined, { before: "✅ Into ", isName: true }),
      theirs: "✅ Each into their class",
      none: "Do not save them",
    },
    abroad: {
      label: "Other provinces",
      ask: (count, provinces) =>
        paragraphs(
          rich`${count === 1 ? "1 person in this file is" : `${digits.en(count)} people in this file are`} from another province than their class: ${firstOf(provinces, more, String).join(", ")}.`,
          "Are they really participants of that class?",
        ),
      belong: "✅ Yes, they are",
      slip: "No, do not save them",
    },
    doubt: {
      label: (line) => `Line ${line}`,
      ask: (line, name, said) =>
        paragraphs(rich`Line ${line}: ${bold(name)}`, rich`It says: ${said}`, "Which village is meant?"),
      askUnread: (line) => paragraphs(rich`Line ${line}`, "Which village is meant?"),
      skip: "Leave out",
    },
    changedMeanwhile: () =>
      rich`Others have changed things here meanwhile, so nothing was saved yet. Please look once more at what is below.`,
    confirm: (count) => `✅ Save ${people(count)}`,
    summary: (words) => {
      const faulty = words.faults.reduce((sum, [, count]) => sum + count, 0);
      return paragraphs(
        lines(
          rich`📄 ${bold(words.fileName)}`,
          words.trainingClass !== null &&
            rich`Class ${words.trainingClass.name}, ${daySpan("en", words.trainingClass.startsOn, words.trainingClass.endsOn)}`,
        ),
        lines(
          rich`${howMany(words.rows, "line", "lines")} read`,
          rich`✅ ${words.added} new · ✏️ ${words.changed} changed · ➖ ${words.same} the same`,
          faulty > 0 &&
            rich`⚠️ ${digits.en(faulty)} with a problem: ${words.faults.map(([reason, count]) => `${digits.en(count)} ${reasons[reason]}`).join(", ")}`,
        ),
        words.elsewhere !== null &&
          (words.elsewhere.to === "here"
            ? rich`${words.elsewhere.people} of them are named for other classes.`
            : rich`${words.elsewhere.people} people go into the other class that their line names.`),
        words.abroad > 0 && rich`${words.abroad} of them are from another province than their class.`,
        words.codes !== "fine" && codes[words.codes],
        rich`Columns: ${words.columns}.`,
        words.personal.length > 0 && rich`Left out and not stored: ${words.personal.join(", ")}.`,
        words.missing > 0 &&
          rich`${people(words.missing)} on the old roster ${words.missing === 1 ? "is" : "are"} not in this file, and stay on it.`,
        "Nothing is saved yet.",
      );
    },
    nothing: () => rich`There is nothing in this file that can be saved.`,
    done: ({ added, changed, left }) =>
      paragraphs(
        rich`✅ Saved: ${added} new, ${changed} brought up to date.`,
        left > 0 &&
          rich`Not in yet: ${left}. Those lines are in the file above, ${PROBLEMS_FILE}, with the reasons. Mend them there and send it again: nobody counts twice.`,
      ),
  },
  progress: {
    reading: (done, total) =>
      total === null
        ? rich`⏳ Reading the file…`
        : rich`⏳ Reading the file… ${digits.en(done)} of ${digits.en(total)} lines`,
    saving: () => rich`⏳ Saving what the file holds…`,
    drawing: () => rich`⏳ Making the file…`,
    below: () => rich`The file stands below.`,
  },
  problemsFile: PROBLEMS_FILE,
  problemsSheet: "Participants",
  problemsCaption: (count) =>
    rich`${digits.en(count)} ${count === 1 ? "line" : "lines"} with a problem; the last columns say which. Mend them and send the file again; the code of a village in doubt can be chosen in its cell.`,
  columns: { code: "Village code", line: "Line", verdict: "Verdict", reason: "Reason" },
  verdicts: { error: "wrong", doubt: "in doubt" },
  savedBefore: () => rich`✅ What this file holds was saved before, so nothing has changed.`,
  undo: "↩️ Undo",
  undone: (count, stayed) =>
    paragraphs(
      rich`↩️ ${howMany(count, "line is as it was", "lines are as they were")}.`,
      stayed.length > 0 &&
        rich`Still on the roster, having joined, been marked at a session, or been changed by a later file: ${stayed.join(", ")}.`,
    ),
  undoneBefore: () => rich`That has been undone already.`,
  tooLate: () => rich`More than ${IMPORT_UNDO_HOURS} hours have passed, so it cannot be undone any more.`,
};
