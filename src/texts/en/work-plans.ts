// The three work plans: their list, writing one, reminders of them.
import { plainDay } from "../dates.js";
import type { workPlans as Indonesian, PlanDraft } from "../id/work-plans.js";
import { bold, lines, paragraphs, rich } from "../rich.js";
import { planWords } from "./plan-words.js";

const { types, states } = planWords;

function planLines(plan: PlanDraft) {
  return lines(
    rich`Activity: ${bold(plan.activity)}`,
    plan.targetOn !== null && rich`To be done by: ${plainDay("en", plan.targetOn)}`,
    plan.measure !== null && rich`Target: ${plan.measure}`,
    plan.partner !== null && rich`Partner: ${plan.partner}`,
  );
}

export const workPlans: typeof Indonesian = {
  open: "📋 Plans",
  write: (type) => `✍️ ${types[type]}`,
  see: (type) => `📄 ${types[type]}`,
  list: (plans) =>
    paragraphs(
      rich`The three work plans of ${bold(plans[0]?.libraryName ?? "")}`,
      lines(
        ...plans.map(
          ({ type, state, light, activity }) =>
            rich`${planWords.lights[light]} ${bold(types[type])}: ${states[state]}${activity === null ? "" : ` – ${activity}`}`,
        ),
      ),
      rich`Choose the plan to write or to see.`,
    ),
  noPlans: () =>
    rich`This account is not bound to a library, so there are no work plans to write. If that is wrong, please ask your trainer.`,
  page: (plan) =>
    paragraphs(
      rich`${bold(types[plan.type])} plan · ${states[plan.state]}`,
      planLines({ ...plan, activity: plan.activity ?? "–" }),
      rich`Due: ${bold(plainDay("en", plan.dueOn))} · ${planWords.light(plan.light)}`,
    ),
  rewrite: "✏️ Change the plan",
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
    label: "photo of the form",
    ask: () => rich`If the form has more than one page, please send the others too.`,
  },
  targetOn: {
    label: "target date",
    ask: () => rich`When should it be done? Press the button, or type the date.`,
    usual: (day) => plainDay("en", day),
    tooEarly: (startsOn) =>
      rich`That is before the training begins (${plainDay("en", startsOn)}). Please check the date.`,
    tooLate: (latest) =>
      rich`The plan is to be carried out by ${bold(plainDay("en", latest))}. Please choose a day until then.`,
  },
  measure: {
    label: "target",
    ask: () => rich`How will you know that it worked? Best with a number.`,
    example: (type) =>
      ({
        information_services: "40 visitors a month",
        community_engagement: "15 women take part, 5 start selling",
        advocacy: "It stands in the village's plan",
      })[type],
  },
  partner: {
    label: "partner",
    ask: () => rich`With whom will you work? If nobody yet, press ${bold("Skip")}.`,
    example: "The village women's group",
  },
  summary: (plan) => paragraphs(rich`${bold(types[plan.type])} plan`, planLines(plan), rich`Is that right?`),
  confirm: "✅ Save the plan",
  saved: (type, dueOn) =>
    paragraphs(
      rich`Thank you, the ${bold(types[type])} plan is saved ✅`,
      rich`It is to be carried out by ${bold(plainDay("en", dueOn))}. You can report on it at any time with /report.`,
    ),
  noneYetNoted: (type) =>
    rich`Noted: there is no ${bold(types[type])} plan yet. Once there is, write it at any time with /plan.`,
  writtenAlready: (type) =>
    rich`The ${bold(types[type])} plan has been written already, perhaps by a colleague. It is kept as it is.`,

  reminder: (plans) => {
    const late = plans.some(({ kind }) => kind === "ask");
    if (plans.every(({ kind }) => kind === "write")) {
      return paragraphs(
        rich`Thank you for taking part in the training 🙏`,
        rich`Work plans that we have not received yet: ${bold(plans.map(({ type }) => types[type]).join(", "))}.`,
        rich`Writing them takes a few minutes; a photo of the paper form will do as well.`,
      );
    }
    return paragraphs(
      late
        ? rich`The due date of these work plans is past. How are they going?`
        : rich`The due date of your work plans is near:`,
      lines(
        ...plans.map(
          ({ type, state, dueOn }) => rich`• ${bold(types[type])}: ${states[state]}, due ${plainDay("en", dueOn)}`,
        ),
      ),
      late
        ? rich`It is all right to be stuck: just tell us, so that your trainer can help.`
        : rich`Anything new, or in the way? Two or three taps are enough to report it.`,
    );
  },
};
