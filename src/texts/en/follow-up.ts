// Late and stuck plans, for those who look after them: the alert, the list, the card of each and what can be done. What is done, and what
// participants hear of it: care-acts.ts, extensions.ts.

import type { Urgency } from "../../domain/caseload/urgency.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import { MOST_SNOOZES } from "../../domain/plans/snooze.js";
import type { Day } from "../../domain/time/calendar.js";
import { dayAndMonth, plainDay } from "../dates.js";
import { digits } from "../digits.js";
import type { followUp as Indonesian, LatePlan } from "../id/follow-up.js";
import type { CaseLine } from "../layouts/caseload/case-line.js";
import { libraryAt } from "../layouts/library-at.js";
import { bold, code, italic, lines, paragraphs, pressed, rich } from "../rich.js";
import { people as persons } from "./how-many.js";
import { planWords } from "./plan-words.js";

const days = (n: number) => (n === 1 ? "1 day" : `${n} days`);

const reasons = (urgency: Urgency): string => {
  switch (urgency.kind) {
    case "help":
      return `asks for help since ${dayAndMonth("en", urgency.since)}`;
    case "stuck":
      return "has an obstacle";
    case "close":
      return urgency.days === 0 ? "due today, not started" : `due in ${days(urgency.days)}, not started`;
    case "silent":
    case "moving":
      return `${days(urgency.days)} late, ${lastNews(urgency.heardOn)}`;
  }
};

/** Null: nothing was ever heard. */
const lastNews = (heardOn: Day | null): string =>
  heardOn === null ? "no news yet" : `last news on ${dayAndMonth("en", heardOn)}`;

/** Said of people who can put it off no more. */
const putOff = ({ snoozed }: CaseLine) => (snoozed >= MOST_SNOOZES ? ` · put off ${snoozed} times` : "");

const late = ({ total, unmanned }: { total: number; unmanned: number }) =>
  [
    total > unmanned && persons(total - unmanned),
    unmanned > 0 && (unmanned === 1 ? "1 library without staff" : `${digits.en(unmanned)} libraries without staff`),
  ]
    .filter((part) => part !== false)
    .join(" and ");

const people = (names: string[], libraryName: string) => (names.length === 0 ? libraryName : names.join(", "));

/** Who it is about; without anybody who joined, the library alone. */
const heading = ({ names, libraryName, village }: CaseLine) =>
  names.length === 0
    ? bold(libraryAt(libraryName, village))
    : lines(bold(names.join(", ")), libraryAt(libraryName, village));

const latePlan = ({ state, dueOn, daysLate, obstacle }: LatePlan) =>
  [
    planWords.states[state],
    obstacle !== null && planWords.obstacle(obstacle),
    daysLate > 0 ? `${days(daysLate)} late` : `due ${plainDay("en", dueOn)}`,
  ]
    .filter((word) => word !== false)
    .join(", ");

const remind = "🔔 Remind";
const contact = "📞 Contact";
/** As on the page of one person. */
const note = "✅ We talked";
/** Nobody of the library. */
const unreached = "🚫 The bot cannot reach them. Please phone.";

export const followUp: typeof Indonesian = {
  overdue: ({ total, unmanned, askedOnly, resting, practice }) =>
    paragraphs(
      rich`⏰ ${bold(`Late: ${late({ total, unmanned })}`)}, waiting for you${practice ? " (practice)" : ""}:`,
      askedOnly > 0 && italic(`${digits.en(askedOnly)} more became late just now; I have asked them.`),
      resting > 0 && italic(`${digits.en(resting)} more have been followed up.`),
    ),
  noneOverdue: ({ askedOnly, resting }) =>
    paragraphs(
      rich`Right now nobody who is late is waiting for you. Thank you!`,
      askedOnly > 0 &&
        rich`${persons(askedOnly)} became late just now; I ask them first and tell you if they do not answer.`,
      resting > 0 && rich`Late, but followed up, just reported or with the reminder put off: ${persons(resting)}.`,
    ),
  chooseCase: () => italic("Press a name to follow up."),
  personButton: (n, line) => fitLabel(people(line.names, line.libraryName), undefined, { before: `${n}. ` }),
  backToList: "⬅️ Overdue plans",
  backToCase: "⬅️ Back",

  card: (data) =>
    paragraphs(
      heading(data),
      lines(
        rich`${planWords.lights[data.light]} ${bold(planWords.types[data.type])}: ${planWords.states[data.state]}`,
        data.activity !== null && rich`Activity: ${data.activity}`,
        rich`📅 Due: ${plainDay("en", data.dueOn)}${data.daysLate > 0 ? ` (${days(data.daysLate)} late)` : ""}`,
        data.obstacle !== null && rich`Obstacle: ${planWords.obstacle(data.obstacle)}`,
        data.lastReportOn === null ? rich`Never reported` : rich`Last report: ${plainDay("en", data.lastReportOn)}`,
        data.changes.length > 0 && rich`✏️ That report was changed: ${data.changes.join("; ")}`,
        data.snoozed > 0 && rich`Reminder put off ${data.snoozed === 1 ? "once" : `${data.snoozed} times`}`,
        data.restUntil !== null && rich`No alert before ${plainDay("en", data.restUntil)}`,
        data.isBlocked && unreached,
      ),
    ),
  cases: (of, plans) =>
    paragraphs(
      heading(of),
      lines(
        ...plans.map(
          (plan) => rich`${planWords.lights[plan.light]} ${bold(planWords.types[plan.type])}: ${latePlan(plan)}`,
        ),
      ),
      of.isBlocked && unreached,
      of.isBlocked
        ? rich`${pressed(contact)} and ${pressed(note)} are about all of these plans. For details or more time, choose a plan.`
        : rich`${pressed(remind)}, ${pressed(contact)} and ${pressed(note)} are about all of these plans. For details or more time, choose a plan.`,
    ),
  remind,
  contact,
  note,
  extend: "📅 Extend",
  notYours: () =>
    rich`Sorry, this participant is not in your class or region, so nothing was changed. If that is a mistake, please ask an admin.`,
  gone: () => rich`That plan is no longer there. Here is the current list:`,

  howToContact: (contacts) =>
    paragraphs(
      contacts.length === 0
        ? rich`Nobody is on record for this library, so there is no number.`
        : rich`Press a number to copy it or to call:`,
      contacts.length > 0 &&
        lines(
          ...contacts.map(({ name, phone }) =>
            phone === null ? rich`${bold(name)}: no number on record` : rich`${bold(name)}: ${code(phone)}`,
          ),
        ),
      rich`After you have spoken, press ${pressed(note)}.`,
    ),

  reason: reasons,
  putOff,
};
