// More time, for a plan, a person's plans, a kabupaten or a class: whose, until when, and why.

import { isAboutOne, readScope, type Scope, scopeSubject } from "../../../domain/caseload/scope.js";
import type { KnownActor } from "../../../domain/people/person.js";
import { LONGEST_EXTENSION_DAYS, LONGEST_EXTENSION_REASON } from "../../../domain/plans/deadline.js";
import { addDays, type Day, dayIn } from "../../../domain/time/calendar.js";
import type { Zone } from "../../../domain/time/zone.js";
import { type Texts, textsFor } from "../../../texts/index.js";
import { extendDeadlines, invitedAlone, invitedIn, viewScope } from "../../../use-cases/index.js";
import type { Answers, Form, StepContext } from "../../forms/form.js";
import { choiceStep } from "../../forms/steps/choice-step.js";
import { dayStep } from "../../forms/steps/day-step.js";
import { textStep } from "../../forms/steps/text-step.js";
import type { BotWorld } from "../../world.js";
import { noteTheList } from "./many.js";
import { receiptButtons, refusalOf, scopeName } from "./scope-name.js";

/** One that can be chosen, with what its question and its day need to know. */
interface Choice {
  scope: Scope;
  name: ReturnType<typeof scopeName>;
  label: string;
  plans: number;
  from: Day;
  to: Day;
  zone: Zone;
}

interface ExtensionFacts {
  scope: Scope;
  choices: Choice[];
}

type Context = StepContext<ExtensionFacts>;

/** One week or two is what nearly all ask for. */
const USUAL_WEEKS = [1, 2];

const REASONS = ["budget", "illness", "schedule", "duties"] as const;

export const extensionForm: Form<ExtensionFacts> = {
  name: "extension",
  version: 2,
  async load(world, actor, subject) {
    const scope = readScope(subject);
    if (scope === null) return null;
    const choices = await choicesFrom(world, actor, scope);
    return choices.length === 0 ? null : { scope, choices };
  },
  about: ({ extensions }, { choices: [first] }) =>
    first === undefined ? extensions.whomLabel : extensions.aboutExtension(first.name),
  look: noteTheList,
  isOvertaken: ({ choices }, { answers }) =>
    answers.until !== undefined && choices.every(({ from }) => String(answers.until) <= from),
  order: (_, { choices }) => [...(choices.length > 1 ? ["whom"] : []), "until", "reason"],
  clears: { whom: ["until"] },
  steps: {
    whom: choiceStep({
      label: ({ extensions }) => extensions.whomLabel,
      ask: ({ texts }) => texts.extensions.extendWhom(),
      choices: ({ facts: { choices } }) => choices.map(({ scope, label }) => ({ value: scopeSubject(scope), label })),
    }),
    until: dayStep({
      label: ({ extensions }) => extensions.untilLabel,
      ask: (context) => context.texts.extensions.askUntil(askedOf(context)),
      direction: "ahead",
      spansFrom: startOf,
      today: (context, at) => dayIn(chosenIn(context).zone, at),
      perRow: 1,
      choices: (context) =>
        USUAL_WEEKS.map((weeks) => {
          const day = addDays(startOf(context), weeks * 7);
          return { value: day, label: context.texts.extensions.untilChoice(day) };
        }),
      check(context, day) {
        const { from, zone } = chosenIn(context);
        const last = addDays(startOf(context), LONGEST_EXTENSION_DAYS);
        if (day <= from || day < dayIn(zone, context.saidAt)) return context.texts.extensions.notLater(from);
        return day > last ? context.texts.extensions.tooLate(last) : undefined;
      },
    }),
    reason: textStep({
      label: ({ extensions }) => extensions.reasonLabel,
      ask: ({ texts }) => texts.extensions.askReason(),
      max: LONGEST_EXTENSION_REASON,
      example: ({ texts }) => texts.extensions.reasonExample,
      choices: ({ texts }) => REASONS.map((value) => ({ value, label: texts.extensions.extensionReasons[value] })),
    }),
  },
  async finish(context, { updateId }) {
    const { world, actor, texts, answers, facts, saidAt } = context;
    const [until, reason] = [answers.until as Day, String(answers.reason)];
    const { scope } = chosenIn(context);
    const outcome = await extendDeadlines(world, actor, { scope, until, reason, updateId, saidAt });
    if (outcome.kind === "not_later") {
      const say = texts.extensions.notLater(outcome.dueOn ?? until);
      return { kind: "not_yet", say, answers: "whom" in answers ? { whom: answers.whom ?? null } : {} };
    }
    if (outcome.kind !== "extended") return refusalOf(texts, outcome);
    return { ...texts.extensions.extended(outcome), buttons: receiptButtons(texts, facts.scope, outcome.actId) };
  },
};

/** From one plan or person also to all of their kabupaten and class; where many were meant, those alone. */
async function choicesFrom(world: BotWorld, actor: KnownActor, scope: Scope): Promise<Choice[]> {
  const texts = textsFor(actor.language);
  const first = await viewScope(world, actor, scope);
  if (first.kind !== "viewed") return [];
  const [plan] = first.found.plan === null ? first.found.plans : [first.found.plan];
  const more: Scope[] =
    plan === undefined || !isAboutOne(scope)
      ? []
      : [
          ...(scope.kind === "plan" ? personOf(first.found) : []),
          { kind: "regency", code: plan.placeCode.slice(0, "21.01".length) },
          { kind: "class", classId: plan.classId },
        ];
  const viewed = [first, ...(await Promise.all(more.map((part) => viewScope(world, actor, part))))];
  const choices = viewed.flatMap((found) => (found.kind === "viewed" ? choiceOf(texts, found) : []));
  // What is about no more plans than the one before it is the same.
  const [own, ...larger] = choices.filter(({ plans }, at) => at === 0 || plans > (choices[at - 1]?.plans ?? 0));
  return own === undefined ? [] : [own, ...oneByOne(texts, first), ...larger];
}

/** Whose plan it is, where that is one person. */
function personOf({ people, plan }: Viewed["found"]): Scope[] {
  const [one] = people;
  if (one?.participantId != null) return [{ kind: "participant", participantId: one.participantId }];
  const rosterRowId = plan === null ? null : invitedAlone(plan);
  return rosterRowId === null ? [] : [{ kind: "roster_row", rosterRowId }];
}

/** Of somebody with several plans each alone, so that nobody goes through the page of the plan first. */
function oneByOne(texts: Texts, viewed: Viewed): Choice[] {
  const { found } = viewed;
  if (found.scope.kind === "plan" || !isAboutOne(found.scope) || found.plans.length < 2) return [];
  return found.plans.flatMap((plan) =>
    choiceOf(texts, { ...viewed, found: { ...found, plan, scope: { kind: "plan", planId: plan.planId } } }),
  );
}

type Viewed = Extract<Awaited<ReturnType<typeof viewScope>>, { kind: "viewed" }>;

function choiceOf(texts: Texts, viewed: Viewed): Choice[] {
  const { found, name } = viewed;
  const { scope, plan, people } = found;
  const plans = plan === null ? found.plans : found.plans.filter(({ planId }) => planId === plan.planId);
  const days = plans.map(({ dueOn }) => dueOn).sort();
  const [from, to, first] = [days[0], days.at(-1), plans[0]];
  if (from === undefined || to === undefined || first === undefined) return [];
  const { whom } = texts.extensions;
  const managers = people.filter((one) => one.plans.length > 0).length + invitedIn(plans);
  const label =
    scope.kind === "plan"
      ? whom.plan(first.type)
      : isAboutOne(scope)
        ? whom.participant(name, plans.length)
        : scope.kind === "regency"
          ? whom.regency(name, managers)
          : whom.class(managers);
  return [{ scope, name: scopeName(texts, scope, name), label, plans: plans.length, from, to, zone: first.zone }];
}

function chosenIn({ answers, facts: { choices } }: { answers: Answers; facts: ExtensionFacts }): Choice {
  const chosen = choices.find(({ scope }) => scopeSubject(scope) === answers.whom) ?? choices[0];
  if (chosen === undefined) throw new Error("More time is asked for, and there is no plan.");
  return chosen;
}

function askedOf(context: Context) {
  const { name, plans, from, to } = chosenIn(context);
  return { scope: name, plans, from, to };
}

/** Days are added to the nearest due day, or to today where that is past. */
function startOf(context: Context): Day {
  const { from, zone } = chosenIn(context);
  const today = dayIn(zone, context.saidAt);
  return from > today ? from : today;
}
