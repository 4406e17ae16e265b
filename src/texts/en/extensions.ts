// More time for plans: whose, until when and why, the receipt, and what the people of those plans read.
import { plainDay } from "../dates.js";
import { digits } from "../digits.js";
import type { extensions as Indonesian } from "../id/extensions.js";
import { listed } from "../lists.js";
import { bold, lines, rich } from "../rich.js";
import { careActs } from "./care-acts.js";
import { people } from "./how-many.js";
import { planWords } from "./plan-words.js";

const plans = (n: number) => (n === 1 ? "1 plan" : `${digits.en(n)} plans`);

export const extensions: typeof Indonesian = {
  extendWhom: () => rich`Whose plans get more time?`,
  whomLabel: "for",
  whom: {
    plan: (type) => `The ${planWords.shortTypes[type]} plan only`,
    participant: (name, count) => `${plans(count)} of ${name}`,
    regency: (name, count) => `${name} (${people(count)})`,
    class: (count) => `The whole class (${people(count)})`,
  },
  askUntil: (data) =>
    data.from === data.to
      ? rich`${bold(plans(data.plans))} (${careActs.about(data.scope)}), due on ${plainDay("en", data.to)}. Extend until when? Choose, or type the date.`
      : rich`${bold(plans(data.plans))} (${careActs.about(data.scope)}), due from ${plainDay("en", data.from)} to ${plainDay("en", data.to)}. Extend until when? Choose, or type the date.`,
  untilChoice: (day) => `Until ${plainDay("en", day)}`,
  untilLabel: "date",
  notLater: (dueOn) => rich`The day must be after ${bold(plainDay("en", dueOn))} and not past.`,
  tooLate: (last) => rich`${bold(plainDay("en", last))} at the latest.`,
  askReason: () => rich`What is the reason? Choose, or write a few words.`,
  reasonLabel: "reason",
  reasonExample: "The activity was moved to August",
  extensionReasons: {
    budget: "Waiting for the budget",
    illness: "Illness or mourning",
    schedule: "The activity was moved",
    duties: "Other duties",
  },
  aboutExtension: (scope) => `more time for ${careActs.about(scope)}`,
  /** The receipt of the one who gave it. */
  extended: (data) =>
    lines(
      rich`✅ ${data.people > 0 ? `${people(data.people)}, ` : ""}${plans(data.plans)} extended until ${bold(plainDay("en", data.until))}.`,
      data.told > 0 && rich`I will tell ${people(data.told)} on the next working morning.`,
      data.people > data.told && rich`I cannot reach ${people(data.people - data.told)}. Please tell them yourself.`,
      data.later > 0 &&
        rich`${plans(data.later)} ${data.later === 1 ? "stays as it is" : "stay as they are"}, being due on that day or later already.`,
    ),
  /** To those whose plans they are. */
  deadlineMoved: (data) =>
    rich`${bold(data.name)}, your trainer ${data.trainer} has given you more time for ${data.types.length === 1 ? "the plan" : "the plans"} ${bold(
      listed(
        "en",
        data.types.map((type) => planWords.types[type]),
      ),
    )}: until ${bold(plainDay("en", data.until))}.`,
};
