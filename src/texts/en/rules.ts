// Rules & questions, for national admins.
import { SHEET_NAMES } from "../../domain/rules/sheets/rule-sheets.js";
import type { rules as Indonesian } from "../id/rules.js";
import { listed, withinLetters } from "../lists.js";
import { bold, bullets, lines, paragraphs, pressed, rich } from "../rich.js";
import { ruleWords } from "./rule-words.js";

/** A message has 700 letters: two such lists and what stands around them. */
const LETTERS = 230;

function some(items: readonly string[], letters = LETTERS) {
  const shown = withinLetters(items, letters);
  const more = items.length - shown.length;
  return bullets([...shown, ...(more > 0 ? [`and ${more} more`] : [])]);
}

const download = "📥 Download Excel";
const send = "📤 Send Excel";

const whose = (by: string | null) => (by === null ? "an admin" : by);

export const rules: typeof Indonesian = {
  menu: "⚙️ Rules & questions",
  download,
  send,
  history: "🕓 History",
  back: "⬅️ Rules",
  home: (now, changes) =>
    paragraphs(
      bold("Rules & questions"),
      now === null
        ? "Everything is still as the program came."
        : rich`In force: version ${now.number}, since ${now.at}, by ${whose(now.by)}. Different from the program: ${changes}.`,
      rich`The questions of reports, obstacles, reminders, hours, holidays, message limits and keeping stand in one Excel file. Press ${pressed(download)}, change the file, then send it back by ${pressed(send)}.`,
      "Nothing changes before you have seen what it does and agreed.",
    ),
  caption: () => rich`These are the rules in force. Change them in this file, then send it back by ${pressed(send)}.`,
  file: "rules.xlsx",
  form: {
    about: "the rules",
    label: "File",
    ask: () => rich`Please send the changed file of rules, as Excel.`,
    notRules: () =>
      rich`There is no sheet of rules in that file. Please use the file from ${pressed(download)}, with its headings as they were.`,
    unreadable: () => rich`That file cannot be read. Please send the Excel file from ${pressed(download)}.`,
    confirm: "✅ Put in force",
    nothing: () => rich`Nothing changes: the file is the same as the rules in force.`,
    faulty: (faults) =>
      paragraphs(
        "These rules cannot be used yet, and nothing has changed:",
        some(faults.map(ruleWords.fault), 360),
        "Please mend the file, then send it again.",
      ),
    summary: (differences, effects, { missing, meanwhile }) =>
      paragraphs(
        meanwhile !== null &&
          rich`⚠️ After this file was downloaded, ${whose(meanwhile.by)} changed the rules. That stays, except for what is named below.`,
        lines(bold("What changes:"), some(differences.map(ruleWords.difference), 190)),
        effects.length > 0 && lines(bold("What it does:"), some(effects.map(ruleWords.effect), 260)),
        missing.length > 0 &&
          `Sheets that are not there stay as they are: ${listed(
            "en",
            missing.map((sheet) => SHEET_NAMES[sheet].en),
          )}.`,
      ),
    changedMeanwhile: () =>
      rich`Meanwhile another admin changed the rules, so nothing was saved yet. Below is what changes from the rules as they are now.`,
    done: (number) =>
      rich`✅ Version ${number} of the rules is in force. If it turns out to be wrong, an earlier one can be brought back by ${pressed("🕓 History")}.`,
  },
  details: {
    caption: () => rich`The details are in this file.`,
    file: "rules-details.xlsx",
    faults: "To be mended",
    differences: "What changes",
    effects: "What it does",
  },
  versions: () => rich`Versions of the rules, the newest above. Choose one to see what is in it.`,
  version: (number, day) => `Version ${number}, ${day}`,
  shipped: "As the program came",
  one: ({ number, at, by, takesBack }, differences) =>
    paragraphs(
      bold(`Version ${number}`),
      rich`In force since ${at}, by ${whose(by)}.`,
      takesBack !== null &&
        (takesBack === 0 ? "Brings the program's own rules back." : `Brings version ${takesBack} back.`),
      lines(bold("What changed then:"), some(differences.map(ruleWords.difference), 420)),
    ),
  takeBack: "↩️ Bring back",
  yes: "↩️ Yes, bring back",
  no: "⬅️ No",
  ask: (number, differences, effects) =>
    paragraphs(
      number === 0 ? "Back to the program's own rules?" : `Back to version ${number}?`,
      lines(bold("What changes:"), some(differences.map(ruleWords.difference))),
      effects.length > 0 && lines(bold("What it does:"), some(effects.map(ruleWords.effect), 300)),
    ),
  same: () => rich`These rules are in force already, so nothing changes.`,
  gone: () => rich`There is no such version.`,
  askAgain: () => rich`Meanwhile the rules have changed again. Please look once more before you bring them back.`,
  takenBack: (number) => rich`↩️ Brought back, as version ${number}.`,
};
