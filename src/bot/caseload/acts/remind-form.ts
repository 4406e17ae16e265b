// A reminder for many: at once on the screen with who gets it when and who not; its words and its people can be changed before it leaves.

import { LONGEST_OWN_LINE } from "../../../domain/caseload/care-act.js";
import { readScope } from "../../../domain/caseload/scope.js";
import { zoneOf } from "../../../domain/people/person.js";
import { dayIn } from "../../../domain/time/calendar.js";
import { paragraphs } from "../../../texts/rich.js";
import { previewReminder, remindPeople, signatureOf } from "../../../use-cases/index.js";
import type { Form, StepContext } from "../../forms/form.js";
import { textStep } from "../../forms/steps/text-step.js";
import { askAgain, type LetterFacts, letterFacts, noteTheList } from "./many.js";
import { PEOPLE, pickedIn, pickStep } from "./pick-step.js";
import { receiptButtons, refusalOf } from "./scope-name.js";
import { seenNow } from "./seen.js";

type Context = StepContext<LetterFacts>;

const NO_LINE = "-";

export const remindForm: Form<LetterFacts> = {
  name: "remind",
  version: 1,
  async load(world, actor, subject) {
    const scope = readScope(subject);
    if (scope === null) return null;
    const saidAt = world.clock.now();
    const preview = await previewReminder(world, actor, { scope, chosen: null, line: null, saidAt });
    return letterFacts(world, actor, scope, preview);
  },
  initial: ({ everybody }) => seenNow(everybody),
  about: ({ careActs }, { name }) => careActs.aboutReminder(name),
  look: noteTheList,
  // Who is late today is not who was late yesterday.
  isOvertaken: (_, draft, { world, actor }) => {
    const day = (at: Date) => dayIn(zoneOf(actor.person), at);
    return day(draft.updatedAt) !== day(world.clock.now());
  },
  order: () => [],
  changeable: () => ["line", PEOPLE],
  steps: {
    line: textStep({
      label: ({ careActs }) => careActs.lineLabel,
      ask: ({ texts }) => texts.careActs.lineAsk(),
      max: LONGEST_OWN_LINE,
      keeps: "words",
      example: ({ texts }) => texts.careActs.lineExample,
      choices: ({ texts }) => [{ value: NO_LINE, label: texts.careActs.noLine }],
    }),
    [PEOPLE]: pickStep(),
  },
  confirmLabel: ({ careActs }) => careActs.send,
  async summary(context) {
    const { texts, world, actor, facts } = context;
    const preview = await previewReminder(world, actor, { ...wish(context), saidAt: context.saidAt });
    if (preview.kind !== "preview") return { ...refusalOf(texts, preview), confirm: null };
    const { sample } = preview;
    const words =
      sample === null
        ? null
        : texts.careActs.nudge({
            ...sample,
            trainer: signatureOf(texts, actor, sample.plans),
          });
    const shown = { scope: facts.name, total: preview.total, counts: preview.counts, sample: words };
    const said = texts.careActs.remindAsk(shown);
    return sample === null ? { ...paragraphs(said, texts.careActs.nobodyToTell()), confirm: null } : said;
  },
  async finish(context, { updateId }) {
    const { world, actor, texts, answers, facts, saidAt } = context;
    const { careActs } = texts;
    const changed = askAgain(texts, answers, facts);
    if (changed !== null) return changed;
    const outcome = await remindPeople(world, actor, { ...wish(context), updateId, saidAt });
    if (outcome.kind === "done_already") return texts.careActs.doneAlready();
    if (outcome.kind !== "reminded") return refusalOf(texts, outcome);
    return { ...careActs.reminded(outcome.counts), buttons: receiptButtons(texts, facts.scope, outcome.actId) };
  },
};

function wish({ answers, facts }: Context) {
  const line = typeof answers.line === "string" && answers.line !== NO_LINE ? answers.line : null;
  return { scope: facts.scope, chosen: pickedIn(answers), line };
}
