// Who said yes for the children on the photos of a story: who, what they are to them, when, and how.
import { action } from "../../domain/messages/action.js";
import { LONGEST_PERSON_NAME } from "../../domain/people/person.js";
import {
  GUARDIAN_RELATIONS,
  GUARDIAN_WAYS,
  type Guardian,
  type GuardianRelation,
  type GuardianWay,
} from "../../domain/stories/story.js";
import type { Story } from "../../domain/stories/told-story.js";
import { addDays, type Day, dayIn } from "../../domain/time/calendar.js";
import { plainDay } from "../../texts/dates.js";
import { findOwnStory, recordGuardian } from "../../use-cases/index.js";
import type { Answers, Finished, Form, StepContext } from "../forms/form.js";
import { choiceStep } from "../forms/steps/choice-step.js";
import { dayStep } from "../forms/steps/day-step.js";
import { textStep } from "../forms/steps/text-step.js";
import { refusal } from "../kit/refuse.js";

interface GuardianFacts {
  story: Story;
}

const todayOf = ({ facts }: StepContext<GuardianFacts>, at: Date) => dayIn(facts.story.zone, at);

export const guardianForm: Form<GuardianFacts> = {
  name: "story_guardian",
  version: 1,
  async load(world, actor, subject) {
    const found = await findOwnStory(world, actor, Number(/^story:(\d{1,9})$/.exec(subject)?.[1] ?? 0));
    return found.kind === "found" && found.story.showsChildren ? { story: found.story } : null;
  },
  about: ({ stories }) => stories.guardian.about,
  rescue: {},
  order: () => ["name", "relation", "how", "on"],
  steps: {
    name: textStep({
      label: ({ stories }) => stories.guardian.name.label,
      ask: ({ texts }) => texts.stories.guardian.name.ask(),
      max: LONGEST_PERSON_NAME,
      isName: true,
      example: ({ texts }) => texts.stories.guardian.name.example,
    }),
    relation: choiceStep({
      label: ({ stories }) => stories.guardian.relation.label,
      ask: ({ texts }) => texts.stories.guardian.relation.ask(),
      choices: ({ texts }) =>
        GUARDIAN_RELATIONS.map((value) => ({ value, label: texts.stories.guardian.relation.choices[value] })),
    }),
    how: choiceStep({
      label: ({ stories }) => stories.guardian.how.label,
      ask: ({ texts }) => texts.stories.guardian.how.ask(),
      choices: ({ texts }) =>
        GUARDIAN_WAYS.map((value) => ({ value, label: texts.stories.guardian.how.choices[value] })),
    }),
    on: dayStep({
      label: ({ stories }) => stories.guardian.on.label,
      ask: ({ texts }) => texts.stories.guardian.on.ask(),
      direction: "back",
      today: todayOf,
      choices: (context) => {
        const today = todayOf(context, context.saidAt);
        const { texts } = context;
        const yesterday = addDays(today, -1);
        return [
          { value: today, label: texts.stories.guardian.today },
          { value: yesterday, label: plainDay(texts.language, yesterday) },
        ];
      },
      check: (context, day) =>
        day <= todayOf(context, context.saidAt) ? undefined : context.texts.stories.guardian.on.notThen(),
    }),
  },
  confirmLabel: ({ stories }) => stories.guardian.confirm,
  summary: ({ texts, answers }) => texts.stories.guardian.summary(guardianIn(answers)),
  async finish({ world, actor, texts, facts, answers }): Promise<Finished> {
    const storyId = facts.story.id;
    const outcome = await recordGuardian(world, actor, { storyId, ...guardianIn(answers) });
    const { guardian, open } = texts.stories;
    const buttons = [[{ label: open, data: action("story", storyId) }]];
    switch (outcome.kind) {
      case "decided":
        return { ...guardian.kept(), buttons };
      case "no_children":
        return { ...guardian.noChildren(), buttons };
      case "not_then": {
        const { on: _, ...stays } = answers;
        return { kind: "not_yet", say: guardian.on.notThen(), answers: stays };
      }
      default:
        return refusal({ actor, texts, world });
    }
  },
};

function guardianIn({ name, relation, how, on }: Answers): Guardian {
  return {
    name: String(name),
    relation: relation as GuardianRelation,
    how: how as GuardianWay,
    on: on as Day,
  };
}
