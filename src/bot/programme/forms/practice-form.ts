// In which province an admin of the whole country practises; an admin of a region practises there.
import { isAdmin } from "../../../domain/people/person.js";
import { paragraphs } from "../../../texts/rich.js";
import { makePractice } from "../../../use-cases/index.js";
import type { Form } from "../../forms/form.js";
import { placeStep } from "../../forms/steps/place-step.js";
import { refusal } from "../../kit/refuse.js";
import { practiceScreen, tooFewVillages } from "../practice-screen.js";

type PracticeFacts = Record<never, never>;

const province = placeStep<PracticeFacts>({ level: "province", within: () => null });

export const practiceForm: Form<PracticeFacts> = {
  name: "practice",
  version: 1,
  load: async (_world, actor) => (isAdmin(actor) ? {} : null),
  about: ({ practice }) => practice.about,
  order: () => ["province"],
  steps: {
    province: {
      ...province,
      async ask(context) {
        const question = await province.ask(context);
        return { ...question, ...paragraphs(context.texts.practice.inOne(), question) };
      },
    },
  },
  async finish({ actor, answers, texts, world }) {
    const outcome = await makePractice(world, actor, String(answers.province));
    if (outcome.kind === "too_few_villages") return tooFewVillages(texts);
    return "practice" in outcome ? practiceScreen(texts, outcome.practice, []) : refusal({ actor, texts, world });
  },
};
