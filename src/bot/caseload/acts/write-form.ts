// A trainer's own words, to one or to many. To one they leave as soon as they are written; to many it is shown before who gets them.

import { LONGEST_LETTER_TO_MANY } from "../../../domain/caseload/care-act.js";
import { readScope } from "../../../domain/caseload/scope.js";
import { paragraphs } from "../../../texts/rich.js";
import { countPosted, previewLetter, writeFirst } from "../../../use-cases/index.js";
import type { Form } from "../../forms/form.js";
import { textStep } from "../../forms/steps/text-step.js";
import { askAgain, type LetterFacts, letterFacts, noteTheList } from "./many.js";
import { PEOPLE, pickedIn, pickStep } from "./pick-step.js";
import { receiptButtons, refusalOf } from "./scope-name.js";
import { seenNow } from "./seen.js";

export const writeForm: Form<LetterFacts> = {
  name: "write",
  version: 1,
  async load(world, actor, subject) {
    const scope = readScope(subject);
    if (scope === null) return null;
    const preview = await previewLetter(world, actor, { scope, chosen: null, text: "" });
    return letterFacts(world, actor, scope, preview);
  },
  initial: ({ isOne, everybody }) => (isOne ? undefined : seenNow(everybody)),
  about: ({ careActs }, { name }) => careActs.aboutMessage(name),
  look: noteTheList,
  order: () => ["text"],
  changeable: () => ["text", PEOPLE],
  endsAtOnce: (_, { isOne }) => isOne,
  steps: {
    text: textStep({
      label: ({ careActs }) => careActs.textLabel,
      ask: ({ texts, facts: { name, isOne } }) => texts.careActs.textAsk({ scope: name, isOne }),
      max: LONGEST_LETTER_TO_MANY,
      keeps: "words",
      keepsLines: true,
      example: ({ texts }) => texts.careActs.textExample,
    }),
    [PEOPLE]: pickStep(),
  },
  confirmLabel: ({ careActs }) => careActs.send,
  async summary({ texts, world, actor, answers, facts }) {
    const wish = { scope: facts.scope, chosen: pickedIn(answers), text: String(answers.text) };
    const preview = await previewLetter(world, actor, wish);
    if (preview.kind !== "preview") return { ...refusalOf(texts, preview), confirm: null };
    const said = texts.careActs.writeAsk({ scope: facts.name, ...preview });
    if (countPosted(preview.counts) > 0) return said;
    return { ...paragraphs(said, texts.careActs.nobodyToTell()), confirm: null };
  },
  async finish({ world, actor, texts, answers, facts }, { updateId }) {
    const { careActs } = texts;
    const changed = facts.isOne ? null : askAgain(texts, answers, facts);
    if (changed !== null) return changed;
    const wish = { scope: facts.scope, chosen: pickedIn(answers), text: String(answers.text), updateId };
    const outcome = await writeFirst(world, actor, wish);
    if (outcome.kind !== "written") return refusalOf(texts, outcome);
    const said =
      facts.isOne && outcome.names.length > 0 ? careActs.toOne(outcome.names) : careActs.written(outcome.counts);
    return { ...said, buttons: receiptButtons(texts, facts.scope, outcome.actId) };
  },
};
