// What was said in a story, in writing: for those who only read it.
import { action } from "../../domain/messages/action.js";
import { LONGEST_STORY_ANSWER, promptsToType, STORY_PROMPTS, type StoryPrompt } from "../../domain/stories/story.js";
import type { Story } from "../../domain/stories/told-story.js";
import { findStory, typeStory } from "../../use-cases/index.js";
import type { Answers, Finished, Form } from "../forms/form.js";
import { choiceStep } from "../forms/steps/choice-step.js";
import { textStep } from "../forms/steps/text-step.js";

interface TypingFacts {
  story: Story;
  isOwn: boolean;
  /** Those that were said, the ones that nobody has written down first. */
  prompts: StoryPrompt[];
}

export const typingForm: Form<TypingFacts> = {
  name: "story_typing",
  version: 1,
  async load(world, actor, subject) {
    const found = await findStory(world, actor, Number(/^story:(\d{1,9})$/.exec(subject)?.[1] ?? 0));
    if (found.kind !== "found") return null;
    const { story, isOwn } = found;
    const open = promptsToType(story.answers);
    const spoken = STORY_PROMPTS.filter((prompt) => story.answers[prompt].voiceId !== null);
    const prompts = [...open, ...spoken.filter((prompt) => !open.includes(prompt))];
    return prompts.length === 0 ? null : { story, isOwn, prompts };
  },
  about: ({ stories }) => stories.typing.about,
  order: (_, { prompts }) => (prompts.length > 1 ? ["prompt", "text"] : ["text"]),
  steps: {
    prompt: choiceStep({
      label: ({ stories }) => stories.typing.which.label,
      ask: ({ texts }) => texts.stories.typing.which.ask(),
      choices: ({ texts, facts }) =>
        facts.prompts.map((prompt) => ({ value: prompt, label: texts.stories.headings[prompt] })),
    }),
    text: textStep({
      label: ({ stories }) => stories.typing.label,
      ask: ({ texts, facts, answers }) => texts.stories.typing.ask(promptIn(answers, facts)),
      max: LONGEST_STORY_ANSWER,
      keeps: "words",
      keepsLines: true,
      example: ({ texts, facts, answers }) => texts.stories.form.examples[promptIn(answers, facts)],
    }),
  },
  async finish({ world, actor, texts, facts, answers }, { updateId }): Promise<Finished> {
    const { story, isOwn } = facts;
    const prompt = promptIn(answers, facts);
    const outcome = await typeStory(world, actor, { storyId: story.id, prompt, text: String(answers.text), updateId });
    const { stories } = texts;
    if (outcome.kind !== "typed") return stories.notThere();
    const open = promptsToType(outcome.story.answers);
    return {
      ...(isOwn ? stories.typing.doneOwn() : stories.typing.done()),
      buttons: [
        ...(open.length > 0 ? [[{ label: stories.type, data: action("type_story", story.id) }]] : []),
        [{ label: stories.open, data: action("story", story.id) }],
      ],
    };
  },
};

function promptIn({ prompt }: Answers, { prompts }: TypingFacts): StoryPrompt {
  return STORY_PROMPTS.find((one) => one === prompt) ?? prompts[0] ?? "who";
}
