// Composing an announcement: its text, whom it is for, then exactly what they will see, and how many they are.

import {
  ANNOUNCEMENT_WEIGHTS,
  AUDIENCE_ROLES,
  type AudienceRole,
  PLAN_FILTERS,
  type PlanFilter,
} from "../../domain/announcements/announcement.js";
import { adminReach } from "../../domain/people/admin-reach.js";
import { isAdmin } from "../../domain/people/person.js";
import { shortDay } from "../../texts/dates.js";
import type { Texts } from "../../texts/index.js";
import { type AnnouncementProblem, previewAnnouncement, publishAnnouncement } from "../../use-cases/index.js";
import type { Answers, Form, StepContext } from "../forms/form.js";
import { choiceStep } from "../forms/steps/choice-step.js";
import { type AnnouncementFacts, audienceOf, contentOf, contentStep, isEmergency } from "./announcement-answers.js";
import { announcementCard } from "./announcement-card.js";
import { audienceWords, problemWords, regionNames, summaryWords } from "./announcement-summary.js";

type Context = StepContext<AnnouncementFacts>;

export const announcementForm: Form<AnnouncementFacts> = {
  name: "announcement",
  version: 1,
  async load(world, actor) {
    if (!isAdmin(actor)) return null;
    const reach = adminReach(actor.roles);
    return {
      reach,
      provinces: await world.store.announcements.provincesWithin(reach),
      regionNames: await regionNames(world, reach),
      practiceCohortId: actor.practiceCohortId ?? null,
    };
  },
  about: ({ announcement }) => announcement.about,
  order: askedOf,
  // Nearly every announcement is ordinary, so nobody is asked; anyone who has an emergency says so at the summary.
  changeable: (answers, facts) => [...askedOf(answers, facts), ...(answers.role === "trainers" ? [] : ["weight"])],
  steps: {
    content: contentStep,
    scope: choiceStep({
      label: ({ announcement }) => announcement.scope.label,
      ask: ({ texts }) => texts.announcement.scope.ask(),
      choices: ({ texts, facts }) => {
        const words = texts.announcement.scope;
        const all = facts.regionNames === null ? words.country : words.all(facts.regionNames.join(", "));
        return [
          { value: "all", label: all },
          ...(facts.provinces.length > 1 ? [{ value: "province", label: words.province }] : []),
          ...(facts.provinces.length > 0 ? [{ value: "class", label: words.trainingClass }] : []),
          ...(facts.practiceCohortId === null ? [] : [{ value: "practice", label: texts.practice.button }]),
        ];
      },
    }),
    province: choiceStep({
      label: ({ announcement }) => announcement.province.label,
      ask: ({ texts }) => texts.announcement.province.ask(),
      choices: ({ facts }) => facts.provinces.map(({ code, name }) => ({ value: code, label: name })),
      perRow: 2,
    }),
    trainingClass: choiceStep({
      label: ({ announcement }) => announcement.trainingClass.label,
      ask: ({ texts }) => texts.announcement.trainingClass.ask(),
      choices: classChoices,
    }),
    role: choiceStep({
      label: ({ announcement }) => announcement.role.label,
      ask: ({ texts }) => texts.announcement.role.ask(),
      choices: ({ texts }) =>
        AUDIENCE_ROLES.map((value) => ({ value, label: texts.announcement.role.options[value as AudienceRole] })),
    }),
    plans: choiceStep({
      label: ({ announcement }) => announcement.plans.label,
      ask: ({ texts }) => texts.announcement.plans.ask(),
      choices: ({ texts }) =>
        PLAN_FILTERS.map((value) => ({ value, label: texts.announcement.plans.options[value as PlanFilter] })),
    }),
    weight: choiceStep({
      label: ({ announcement }) => announcement.weight.label,
      ask: ({ texts }) => texts.announcement.weight.ask(),
      choices: ({ texts }) =>
        ANNOUNCEMENT_WEIGHTS.map((value) => ({ value, label: texts.announcement.weight.options[value] })),
    }),
  },
  clears: { scope: ["province", "trainingClass"], province: ["trainingClass"] },
  async preview(context) {
    const outcome = await previewOf(context);
    // What cannot be sent is shown as it was written, so that one sees what to change.
    const isTooLong = outcome.kind === "preview" && outcome.problem?.kind === "too_long_filled";
    if (outcome.kind === "not_allowed" || isTooLong || outcome.samples.length === 0) {
      return [contentOf(context.answers)];
    }
    return outcome.samples;
  },
  async summary(context) {
    const { texts } = context;
    const outcome = await previewOf(context);
    if (outcome.kind === "not_allowed") return { ...texts.common.notAllowed(), confirm: null };
    const words = texts.announcement;
    const label = outcome.needsApproval ? words.propose(outcome.reachable) : words.confirm(outcome.reachable);
    const confirm = outcome.problem === null ? label : null;
    const { answers, facts, world } = context;
    const audience = await audienceWords(world, texts, audienceOf(answers, facts), facts.reach);
    return { ...summaryWords(texts, audience, outcome), confirm };
  },
  async finish(context, { draft }) {
    const { world, actor, texts } = context;
    const outcome = await publishAnnouncement(world, actor, {
      draftId: draft.id,
      ...draftOf(context),
    });
    const problem = problemOf(texts, outcome);
    if (problem !== null) return { kind: "not_yet", say: problem };
    const id = "announcementId" in outcome ? outcome.announcementId : 0;
    return outcome.kind === "same_just_published"
      ? texts.announcement.problems.same_just_published(outcome.authorName)
      : await announcementCard(world, actor, texts, id);
  },
};

function askedOf(answers: Answers, { provinces }: AnnouncementFacts): string[] {
  const scope = answers.scope;
  const asksProvince = (scope === "province" || scope === "class") && provinces.length > 1;
  return [
    "content",
    "scope",
    ...(asksProvince ? ["province"] : []),
    ...(scope === "class" ? ["trainingClass"] : []),
    "role",
    // Counted until the role is known, so that the number of steps does not grow at the end.
    ...(answers.role === undefined || answers.role === "participants" ? ["plans"] : []),
  ];
}

function problemOf(texts: Texts, outcome: { kind: string } | { kind: "problem"; problem: AnnouncementProblem }) {
  if ("problem" in outcome) return problemWords(texts, outcome.problem);
  return outcome.kind === "not_allowed" ? texts.common.notAllowed() : null;
}

function previewOf(context: Context) {
  return previewAnnouncement(context.world, context.actor, draftOf(context));
}

function draftOf({ answers, facts }: Context) {
  return { content: contentOf(answers), audience: audienceOf(answers, facts), emergency: isEmergency(answers) };
}

async function classChoices({ world, texts, answers, facts }: Context) {
  const province = String(answers.province ?? facts.provinces[0]?.code);
  const classes = await world.store.announcements.classesWithin(facts.reach, province);
  return classes.map(({ id, name, startsOn }) => ({
    value: String(id),
    label: texts.announcement.trainingClass.option(name, shortDay(texts.language, startsOn)),
  }));
}
