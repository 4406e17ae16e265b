// The three work plans: their list, writing one, reminders of them.
import type { SnoozeKind } from "../../domain/plans/snooze.js";
import type { PlanType } from "../../domain/plans/work-plan.js";
import { dayAndTime, plainDay, shortDayAndTime } from "../dates.js";
import type { workPlans as Indonesian, PlanDraft } from "../id/work-plans.js";
import { hasSeveralLibraries, plansByLibrary } from "../layouts/plans-by-library.js";
import { bold, lines, paragraphs, rich } from "../rich.js";
import { common } from "./common.js";
import { planMeanwhile } from "./plan-meanwhile.js";
import { planWords } from "./plan-words.js";
import { standIn } from "./stand-in.js";

const { types, states, answering } = planWords;

function planLines(plan: PlanDraft) {
  return lines(
    rich`Activity: ${bold(plan.activity)}`,
    plan.targetOn !== null && rich`To be done by: ${plainDay("en", plan.targetOn)}`,
    plan.measure !== null && rich`Target: ${plan.measure}`,
    plan.partner !== null && rich`Partner: ${plan.partner}`,
  );
}

const measureExample: Record<PlanType, string> = {
  information_services: "40 visitors a month",
  community_engagement: "15 women take part, 5 start selling",
  advocacy: "1 proposal in the village's plan",
};

const snoozeWords: Record<SnoozeKind, string> = {
  afternoon: "Later",
  tomorrow: "Tomorrow",
  three_days: "3 days",
  monday: "Monday",
};

type DuePlan = Parameters<(typeof Indonesian)["snooze"]["again"]>[0][number];

/** Another heading each time, so that nobody takes the next reminder for the last one. */
function leftWords(days: number): string {
  if (days <= 0) return "Today is the last day";
  return days === 1 ? "Tomorrow is the last day" : `${days} days left`;
}

const dueLine = ({ type, state, dueOn }: DuePlan) =>
  rich`• ${bold(types[type])}: ${states[state]}, due ${plainDay("en", dueOn)}`;

export const workPlans: typeof Indonesian = {
  open: "📋 Plans",
  /** In the middle of a sentence. */
  about: (type) => `the ${types[type]} plan`,
  write: (type) => `✍️ ${types[type]}`,
  see: (type) => `📄 ${types[type]}`,
  list: (plans) =>
    paragraphs(
      hasSeveralLibraries(plans)
        ? rich`Your work plans, library by library`
        : rich`The three work plans of ${bold(plans[0]?.libraryName ?? "")}`,
      plansByLibrary(
        plans,
        ({ type, state, light, activity }) =>
          rich`${planWords.lights[light]} ${bold(types[type])}: ${states[state]}${activity === null ? "" : ` – ${activity}`}`,
      ),
      rich`Choose the plan to write or to see.`,
    ),
  noPlans: () =>
    rich`This account is not registered with a library, so there are no work plans to write. If that is wrong, please ask your trainer.`,
  /** To somebody of an office, who thought that plans were for libraries. */
  askedFrom: ({ libraryName, dueOn }) =>
    paragraphs(
      rich`From now on ${bold(libraryName)} writes three work plans too, like the libraries of this class.`,
      rich`They are due on ${bold(plainDay("en", dueOn))}. Writing them takes a few minutes. A photo of the paper form will do.`,
    ),
  askedNoLonger: ({ libraryName, hasEntries }) =>
    paragraphs(
      rich`You are no longer asked to write the work plans of ${bold(libraryName)} or to report on them, and I no longer remind you of them.`,
      hasEntries
        ? rich`Everything that was entered is saved. Thank you for your work 🙏`
        : rich`Thank you for being ready to help 🙏`,
    ),
  page: (plan) =>
    paragraphs(
      rich`${bold(types[plan.type])} plan · ${states[plan.state]}${standIn.behind(plan)}`,
      planLines({ ...plan, activity: plan.activity ?? "–" }),
      rich`Due: ${bold(plainDay("en", plan.dueOn))} · ${planWords.light(plan)}`,
    ),
  rewrite: "✏️ Change plan",
  seePhoto: "see the photo of the form",
  noPlanYet: "No plan yet",

  activity: {
    label: "activity",
    ask: (type) =>
      paragraphs(rich`${bold(types[type])} plan`, rich`What will you do? Type it, or send a photo of the paper form.`),
    example: (type) =>
      ({
        information_services: "Rearrange the children's corner",
        community_engagement: "A course in making banana crisps",
        advocacy: "Propose a library budget to the village",
      })[type],
  },
  paper: {
    label: "photo",
    ask: () => rich`If the form has more than one page, please send the others too.`,
  },
  targetOn: {
    label: "date",
    ask: () => rich`When will this activity be done? Press the button, or type the date.`,
    usual: (day) => plainDay("en", day),
    tooEarly: (startsOn) =>
      rich`That is before the training begins (${plainDay("en", startsOn)}). Please check the date.`,
    tooLate: (latest) =>
      rich`Please choose a day no later than ${bold(plainDay("en", latest))}, when this plan is due.`,
  },
  measure: {
    label: "target",
    ask: (type) =>
      rich`Which result would you like to achieve? Best with a number, for example “${measureExample[type]}”.`,
    example: (type) => measureExample[type],
  },
  partner: {
    label: "partner",
    ask: () => rich`Who will you work with? ${common.skipIfNone()}`,
    example: "The village women's group",
  },
  summary: (plan) => paragraphs(rich`${bold(types[plan.type])} plan`, planLines(plan), common.isRight()),
  confirm: "✅ Save the plan",
  saved: (type, dueOn) =>
    paragraphs(
      rich`Thank you, the ${bold(types[type])} plan is saved ✅`,
      rich`It is due on ${bold(plainDay("en", dueOn))}. You can report on it at any time with /report.`,
    ),
  noneYetNoted: (type) =>
    rich`Noted: there is no ${bold(types[type])} plan yet. Once there is, write it at any time with /plan.`,
  writtenAlready: (type) =>
    rich`The ${bold(types[type])} plan has been written already, perhaps by a colleague. It stays as it is.`,
  meanwhile: planMeanwhile,

  reminder: (plans, { daysLeft, cameLater, libraries }) => {
    const late = plans.some(({ kind }) => kind === "ask");
    if (plans.every(({ kind }) => kind === "write")) {
      return paragraphs(
        !cameLater && rich`Thank you for taking part in the training 🙏`,
        hasSeveralLibraries(libraries)
          ? lines(
              rich`Work plans that we have not received yet:`,
              plansByLibrary(plans, ({ type }) => rich`• ${types[type]}`, { libraries }),
            )
          : rich`Work plans that we have not received yet: ${bold(plans.map(({ type }) => types[type]).join(", "))}.`,
        answering(plans),
      );
    }
    return paragraphs(
      late
        ? rich`The due date of these work plans is past. How are they going?`
        : daysLeft === null
          ? rich`The due date of your work plans is near:`
          : rich`${bold(leftWords(daysLeft))} for these work plans:`,
      plansByLibrary(plans, dueLine, { libraries }),
      answering(plans),
    );
  },

  snooze: {
    later: "⏰ Later",
    ask: () => rich`All right. When shall I remind you again?`,
    choice: (which, { zone, dueAt }) => `${snoozeWords[which]}: ${shortDayAndTime("en", zone, dueAt)}`,
    noted: ({ zone, dueAt, left }) =>
      paragraphs(
        rich`All right, I will remind you again on ${bold(dayAndTime("en", zone, dueAt))}, unless you have reported before.`,
        left === 0 && rich`This is the third time, so your trainer will see it and may be able to help.`,
      ),
    enough: () =>
      rich`This reminder has been put off three times, so it cannot be put off again. If there is an obstacle, just report it: your trainer is ready to help.`,
    nothingLeft: () => rich`Thank you, everything has been answered. There is nothing left to remind you of 🙏`,
    pastThat: () => rich`That moment has passed. When shall I remind you again?`,
    beyondDue: () => rich`That is after the due date. When shall I remind you again?`,
    lastDay: () => rich`The due date is too near to put this off. Reporting takes two or three buttons.`,
    again: (plans, libraries) =>
      paragraphs(
        rich`As you asked, here are your work plans once more:`,
        plansByLibrary(plans, dueLine, { libraries }),
        rich`How are they going? If there is an obstacle, just tell us.`,
      ),
  },
};
