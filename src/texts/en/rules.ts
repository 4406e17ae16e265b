// Rules & questions, for national admins.
import type { RichText } from "../../domain/messages/message.js";
import type { ChangedBy } from "../../domain/rules/rebase-rules.js";
import type { RuleDifference } from "../../domain/rules/rule-differences.js";
import type { RuleEffect } from "../../domain/rules/rule-effects.js";
import { asMuchAsFits, listBetween, someNames, someTabs, whatChanges } from "../files/workbooks/rule-room.js";
import type { rules as Indonesian } from "../id/rules.js";
import { listed } from "../lists.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";
import { ruleWords } from "./rule-words.js";

/** Other sheets of the file. */
const notRead = (unread: readonly string[]) =>
  someTabs(unread) !== "" && `Sheets that are not known were not read: ${someTabs(unread)}.`;

const rest = (more: number) => `and ${more} more`;

const download = "📥 Download Excel";
const send = "📤 Send Excel";

const changes = (
  differences: readonly RuleDifference[],
  effects: readonly RuleEffect[],
  beside: { above?: RichText | false; below?: string | false } = {},
) =>
  whatChanges({
    differences: differences.map(ruleWords.difference),
    effects: effects.map(ruleWords.effect),
    heads: { differences: "What changes:", effects: "What it does:" },
    rest,
    ...beside,
  });

const whose = (by: string | null) => (by === null ? "an admin" : by);

/** Who changed the rules after a file was downloaded. */
const changers = ({ isOwn, others }: ChangedBy) => {
  const more = (n: number) => (n === 1 ? "one more admin" : `${n} more admins`);
  return listed("en", someNames([...(isOwn ? ["you"] : []), ...others.map(whose)], more));
};

const stays = "What is kept for less stays so, because that is what people were promised.";

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
    unreadable: (why) => paragraphs(why, rich`What is needed here is the Excel file from ${pressed(download)}.`),
    confirm: "✅ Put in force",
    nothing: (unread, older) =>
      older === null
        ? paragraphs("Nothing changes: the file is the same as the rules in force.", notRead(unread))
        : paragraphs(
            rich`Nothing changes. After that file was downloaded, ${changers(older)} changed the rules; that stays in force, because lines that are still as they were downloaded count as unchanged.`,
            rich`To change more, please use a new file from ${pressed(download)}.`,
            notRead(unread),
          ),
    faulty: (faults) =>
      paragraphs(
        "These rules cannot be used yet, and nothing has changed:",
        asMuchAsFits(faults.map(ruleWords.fault), rest),
        "Please fix the file, then send it again.",
      ),
    clash: (faults, by) =>
      listBetween(
        rich`Nothing has changed yet. The file is right by itself, but it does not go with what ${changers(by)} changed after it was downloaded:`,
        faults.map(ruleWords.fault),
        { below: rich`Please download a new file by ${pressed(download)}, then make your changes there.`, rest },
      ),
    summary: (differences, effects, { missing, unread, meanwhile }) =>
      changes(differences, effects, {
        above:
          meanwhile !== null &&
          rich`⚠️ After this file was downloaded, ${changers(meanwhile)} changed the rules. That stays in force, except for what is below; lines that are still as they were downloaded count as unchanged.`,
        below: notRead(unread) || (missing.length > 0 && "Sheets that are not in the file stay as they are."),
      }),
    changedMeanwhile: () =>
      rich`The rules have changed meanwhile, so nothing was saved yet. Please look once more at what is below.`,
    done: (number) =>
      paragraphs(
        rich`✅ Version ${number} of the rules is in force. If it turns out to be wrong, an earlier one can be brought back by ${pressed("🕓 History")}.`,
        rich`For the next change, please use a new file from ${pressed(download)}.`,
      ),
  },
  details: {
    caption: () => rich`The details are in this file.`,
    file: "rules-details.xlsx",
    faults: "To be fixed",
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
      lines(bold("What changed then:"), asMuchAsFits(differences.map(ruleWords.difference), rest)),
    ),
  takeBack: "↩️ Bring back",
  yes: "↩️ Yes, bring back",
  no: "⬅️ No",
  ask: (number, { differences, effects, keepsLess }) =>
    paragraphs(
      number === 0 ? "Back to the program's own rules?" : `Back to version ${number}?`,
      changes(differences, effects, { below: keepsLess && stays }),
    ),
  same: (keepsLess) =>
    keepsLess
      ? paragraphs("There is nothing more to bring back.", stays)
      : rich`These rules are in force already, so nothing changes.`,
  gone: () => rich`There is no such version.`,
  askAgain: () => rich`Meanwhile the rules have changed again. Please look once more before you bring them back.`,
  takenBack: (number) => rich`↩️ Brought back, as version ${number}.`,
};
