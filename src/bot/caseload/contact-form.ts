// A trainer notes that they have spoken to somebody: how, and perhaps a word about it. Three taps with the button before.

import type { PlanCase } from "../../ports/people/caseloads.js";
import { CONTACT_WAYS, findCase, recordContact } from "../../use-cases/index.js";
import type { Form } from "../forms/form.js";
import { choiceStep } from "../forms/steps/choice-step.js";
import { textStep } from "../forms/steps/text-step.js";
import { backToList } from "./case-screen.js";

interface ContactFacts {
  plan: PlanCase;
}

/** In place of a note where there is none; nobody types it. */
const NO_NOTE = "-";

export const contactForm: Form<ContactFacts> = {
  name: "contact",
  version: 1,
  async load(world, actor, subject) {
    const found = await findCase(world.store, actor, Number(/^plan:(\d+)$/.exec(subject)?.[1]));
    return found.kind === "found" ? { plan: found.plan } : null;
  },
  about: ({ followUp }, { plan }) => followUp.aboutContact(plan.names.join(", ") || plan.libraryName),
  look: ({ plan }) => ({ action: "plan.view", subject: `plan:${plan.planId}` }),
  isOvertaken: ({ plan }, draft) => plan.lastContactAt !== null && plan.lastContactAt > draft.updatedAt,
  order: () => ["way", "note"],
  steps: {
    way: choiceStep({
      label: ({ followUp }) => followUp.wayLabel,
      ask: ({ texts, facts: { plan } }) => texts.followUp.askWay(plan.names.join(", ") || plan.libraryName),
      choices: ({ texts }) => CONTACT_WAYS.map((way) => ({ value: way, label: texts.followUp.ways[way] })),
    }),
    note: textStep({
      label: ({ followUp }) => followUp.noteLabel,
      ask: ({ texts }) => texts.followUp.askNote(),
      max: 300,
      example: ({ texts }) => texts.followUp.noteExample,
      choices: ({ texts }) => [{ value: NO_NOTE, label: texts.common.skip }],
    }),
  },
  async finish({ world, actor, texts, answers, saidAt, facts: { plan } }, { updateId }) {
    const way = CONTACT_WAYS.find((one) => one === answers.way) ?? "telephoned";
    const note = answers.note === NO_NOTE ? null : String(answers.note);
    const input = { planId: plan.planId, way, note, updateId, saidAt };
    const outcome = await recordContact(world, actor, input);
    const { followUp } = texts;
    const say = outcome.kind === "recorded" ? followUp.contacted(outcome.restUntil) : followUp.notYours();
    return { ...say, buttons: [backToList(texts, actor, plan)] };
  },
};
