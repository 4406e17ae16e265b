// Whose library it is: who waits to be let in, the trainer's yes or no, and what becomes of entries.

import type { PlanType } from "../../domain/plans/work-plan.js";
import { dayAndTime } from "../dates.js";
import { digits } from "../digits.js";
import type { admission as Indonesian, PartedWords } from "../id/admission.js";
import { shortened } from "../layouts/classes/session-words.js";
import { listed } from "../lists.js";
import { bold, bullets, italic, lines, paragraphs, pressed, rich } from "../rich.js";
import { planWords } from "./plan-words.js";

const MOST_NAMES = 3;

const some = (names: string[]) =>
  names.length > MOST_NAMES
    ? `${names.slice(0, MOST_NAMES).join(", ")} and ${names.length - MOST_NAMES} more`
    : listed(
        "en",
        names.map((name) => `${name}`),
      );

const count = (number: number, what: string) => (number === 0 ? [] : [`${number} ${what}${number === 1 ? "" : "s"}`]);

const counted = ({ plans, reports }: { plans: number; reports: number }) =>
  listed("en", [...count(plans, "plan"), ...count(reports, "report")]);

const typesIn = (types: PlanType[]) =>
  listed(
    "en",
    types.map((type) => planWords.types[type]),
  );

const partedLines = ({ plans, reports, stays }: PartedWords) =>
  plans + reports + stays.length > 0 &&
  paragraphs(
    plans + reports > 0 &&
      rich`What they entered (${counted({ plans, reports })}) has left the library and is kept apart.`,
    stays.length > 0 && rich`What a colleague has built on stays in the library: ${typesIn(stays)}.`,
  );

const undoYes = "↩️ Undo, turn away";
const samePersonUndo = "↩️ Undo, not them";

export const admission: typeof Indonesian = {
  yes: "✅ Yes, let them in",
  no: "No",
  request: (asks) =>
    paragraphs(
      asks.why === "unanswered" &&
        italic(`No trainer has answered since ${dayAndTime("en", asks.waitsSince.zone, asks.waitsSince.at)}.`),
      rich`${bold(shortened(asks.name, 60))} has registered in the class ${bold(asks.className)} for ${bold(shortened(asks.library, 60))}. ${asks.hasPhone ? "Their number is not on the list of invitations." : "They did not share their number."}`,
      asks.managers.length > 0 && rich`This library is already looked after by ${some(asks.managers)}.`,
      asks.entries.plans + asks.entries.reports > 0 &&
        rich`What they entered is kept apart for now: ${counted(asks.entries)}.`,
      asks.why === "begun" && rich`Nobody has filled in anything for that library yet, so they can begin at once.`,
      rich`Do they really look after that library?`,
    ),
  colleagueWaits: ({ name, library }) =>
    rich`${bold(shortened(name, 60))} has registered for ${bold(shortened(library, 60))} too. A trainer will make sure first; until then they do not see what the library has entered.`,
  colleagueJoined: ({ name, library }) =>
    rich`${bold(shortened(name, 60))} now fills in the plans and reports of ${bold(shortened(library, 60))} with you.`,
  colleagueLeft: ({ name, library, ...parted }) =>
    paragraphs(
      rich`${bold(shortened(name, 60))} no longer fills in the plans and reports of ${bold(shortened(library, 60))} with you.`,
      partedLines(parted),
    ),
  invitedJoined: ({ name, library, managers }) =>
    rich`${bold(shortened(name, 60))} has joined ${bold(shortened(library, 60))} by invitation, beside ${some(managers)}.`,
  nowWaits: (library) =>
    paragraphs(
      rich`Somebody else has been let in for ${bold(shortened(library, 60))}. So that nothing gets mixed up, we have asked the trainer to confirm who looks after it.`,
      rich`What you entered is kept, and you can go on with it. Once the trainer agrees, it becomes the library's.`,
    ),
  waits: () =>
    rich`⏳ A trainer still has to confirm that you look after this library. Please go ahead meanwhile: only you can see what you enter.`,
  refused: () =>
    rich`According to the trainer you do not look after this library. If that is a mistake, please ask them: /ask`,
  admitted: ({ library, plans, reports, apart }) =>
    paragraphs(
      rich`The trainer has confirmed it: you now fill in the plans and reports of ${bold(shortened(library, 60))} ✅`,
      plans + reports > 0 && rich`What you had entered is the library's now: ${counted({ plans, reports })}.`,
      apart.length > 0 &&
        rich`A colleague had already filled in ${typesIn(apart)}, so your words are not used yet. Press the button to compare.`,
    ),
  compare: (type) => `Compare ${planWords.types[type]}`.slice(0, 30),
  turnedAway: ({ library, trainers, stays }) =>
    paragraphs(
      rich`We are sorry. The trainer could not confirm that you look after ${bold(shortened(library, 60))}, so what the library has entered is not opened here.`,
      trainers.length > 0
        ? rich`If that is a mistake, please ask ${some(trainers)} with the button below. What you entered is kept.`
        : rich`If that is a mistake, please ask with the button below. What you entered is kept.`,
      stays.length > 0 && rich`What a colleague has built on is the library's now: ${typesIn(stays)}.`,
    ),
  compared: ({ own, ofLibrary }) =>
    paragraphs(
      rich`Plan ${bold(planWords.types[own.type])}`,
      lines(bold("In the library now:"), shortened(ofLibrary.activity ?? "–", 180)),
      lines(bold("What you entered:"), shortened(own.activity ?? "–", 180)),
      rich`Use your words instead? Reports that are there stay.`,
    ),
  adopt: "Yes, use mine",
  keepTheirs: "Leave it as it is",
  adopted: (type) => rich`All right, the plan ${bold(planWords.types[type])} now has your words.`,
  notThere: () => rich`That is no longer there. Please choose from the menu below.`,

  menu: (number) => `⏳ Waiting (${number})`,
  menuOf: (className, count) => `⏳ ${className} (${digits.en(count)})`,
  toList: "👤 Who may join",
  list: ({ className, waiting, begun, refused }) =>
    waiting + begun + refused === 0
      ? rich`Nobody is waiting in the class ${bold(className)}.`
      : paragraphs(
          rich`Registered in the class ${bold(className)} without a number from the list of invitations:`,
          bullets([
            ...(waiting > 0 ? [`⏳ ${waiting} waiting for a yes, as others look after the library already`] : []),
            ...(begun > 0 ? [`▫️ ${begun} filling in for a library that nobody else looks after`] : []),
            ...(refused > 0 ? [`🚫 ${refused} turned away`] : []),
          ]),
          rich`Choose a name to look and decide.`,
        ),
  entry: (name, admission) =>
    `${{ waiting: "⏳", begun: "▫️", refused: "🚫", admitted: "✅" }[admission]} ${shortened(name, 26)}`,
  about: (name, library) => rich`${bold(shortened(name, 60))}, ${bold(shortened(library, 60))}.`,
  standing: {
    admitted: () => rich`Let in.`,
    begun: () => rich`Filling in for a library that nobody else looks after.`,
    waiting: () => rich`Waiting for a yes.`,
    refused: () => rich`Turned away.`,
  },
  decidedBy: (admission, name) =>
    admission === "admitted"
      ? rich`Let in by ${bold(shortened(name, 60))}.`
      : rich`Turned away by ${bold(shortened(name, 60))}.`,
  said: {
    yes: ({ name, library, plans }) =>
      rich`${bold(shortened(name, 60))} now fills in for ${bold(shortened(library, 60))}.${plans > 0 ? ` ${count(plans, "plan")[0]} of theirs ${plans === 1 ? "is" : "are"} used.` : ""} I have told them.`,
    no: ({ name, library, parted }) =>
      paragraphs(
        rich`${bold(shortened(name, 60))} is not let into ${bold(shortened(library, 60))}. I have told them kindly, and whom they can ask.`,
        parted !== null && partedLines(parted),
      ),
    invited: (name) =>
      rich`The number of ${bold(shortened(name, 60))} is on the list of invitations of this class, so they cannot be turned away here. If the invitation is wrong, please ask the organisers.`,
  },
  undoYes,
  undoNo: "↩️ Undo, let in",
  back: "⬅️ Who may join",
  gone: () => rich`That registration is no longer there.`,

  same: {
    ask: ({ name, onRoster, library, className }) =>
      paragraphs(
        rich`${bold(shortened(name, 60))} has registered in the class ${bold(className)} for ${bold(shortened(library, 60))} without a number from the list of invitations.`,
        rich`The list has ${bold(shortened(onRoster, 60))} from the same village. Are they the same person?`,
      ),
    yes: "✅ Yes, the same person",
    no: "No",
    linked: (name, onRoster) =>
      rich`All right, ${bold(shortened(name, 60))} is ${bold(shortened(onRoster, 60))} on the list of invitations, and counts as joined now.`,
    apart: (name, onRoster) =>
      rich`All right, ${bold(shortened(name, 60))} is not ${bold(shortened(onRoster, 60))} on the list of invitations. That invitation still counts as not joined.`,
    /** A no, after a yes that the one who says no may not have seen. */
    isLinked: (name, onRoster) =>
      rich`A trainer has recorded that ${bold(shortened(name, 60))} is ${bold(shortened(onRoster, 60))} on the list of invitations. If that is wrong, press ${pressed(samePersonUndo)}.`,
    /** Below the taking apart: their place in the library is another matter. */
    stillIn: (name, library) =>
      rich`${bold(shortened(name, 60))} still takes part in the work of ${bold(shortened(library, 60))}. If that is wrong too, press ${pressed(undoYes)}.`,
    taken: () => rich`Another participant has taken that invitation.`,
    toPerson: "👤 See their registration",
    undo: samePersonUndo,
  },

  link: {
    menu: "🔗 Manage link",
    page: ({ name, isClosed }) =>
      paragraphs(
        rich`The link of the class ${bold(name)} is ${isClosed ? "closed: nobody can register with it." : "open."}`,
        rich`If it has reached other people, make a new one: the old one stops working at once.`,
      ),
    close: "Close the link",
    renew: "Make a new link",
    sure: {
      close: (name) =>
        rich`Close the link of the class ${bold(name)}? Nobody can register with it then until a new one is made.`,
      renew: (name) =>
        rich`Make a new link for the class ${bold(name)}? The old link and QR code stop working at once.`,
    },
    confirm: { close: "Yes, close it", renew: "Yes, make a new one" },
    keep: "Leave it",
    closed: (name) => rich`The link of the class ${bold(name)} is closed.`,
    renewed: (name, link) =>
      paragraphs(rich`The new link of the class ${bold(name)} works now. The old one no longer does:`, link),
    changed: () => rich`That link was changed a moment ago. This is how it is now:`,
    ask: ({ className, trainers }) =>
      trainers.length > 0
        ? rich`Sorry, that link of the class ${bold(className)} is closed. Please ask the trainer for the new one: ${some(trainers)}.`
        : rich`Sorry, that link of the class ${bold(className)} is closed. Please ask the organisers of the course for the new one.`,
  },
};
