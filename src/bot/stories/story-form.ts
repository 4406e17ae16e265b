// A story of change: five prompts, photos, and who is on them; shown before it is sent as others will read it. Whether others may is
// asked when it is sent.
import type { Album, Attachment, Message } from "../../domain/messages/message.js";
import { MOST_STORIES, STORY_PROMPTS, type StoryAnswers } from "../../domain/stories/story.js";
import { packed } from "../../domain/threads/thread-file.js";
import type { Participant } from "../../ports/people/participants.js";
import type { Texts } from "../../texts/index.js";
import { storyText } from "../../texts/layouts/stories.js";
import { paragraphs } from "../../texts/rich.js";
import { mayTellStory, pathToPlace, tellStory } from "../../use-cases/index.js";
import type { Answers, Finished, Form, StepContext } from "../forms/form.js";
import { choiceStep } from "../forms/steps/choice-step.js";
import { refusal } from "../kit/refuse.js";
import { libraryLabel } from "../plans/plan-label.js";
import { photosStep, promptStep } from "./prompt-and-photos-steps.js";
import { consentButtons } from "./story-screens.js";

interface StoryFacts {
  /** Of whom a story can be told: most people have one library. */
  libraries: Teller[];
}

interface Teller {
  participant: Participant;
  /** Of their library, from the province down; empty where there is none. */
  places: string[];
}

const photosIn = ({ photos }: Answers) => (photos ?? []) as string[];
/** Null: the library that they chose is not theirs any more. */
const tellerIn = ({ library }: Answers, { libraries }: StoryFacts) =>
  (library === undefined ? libraries[0] : libraries.find(({ participant: { id } }) => String(id) === library)) ?? null;
const showsChildren = ({ children }: Answers) => children === "yes";

export const storyForm: Form<StoryFacts> = {
  name: "story",
  version: 1,
  async load(world, actor) {
    const may = await mayTellStory(world, actor);
    if (may.kind === "not_yours") return null;
    const libraries = may.participants.map(async (participant) => {
      const { library } = participant;
      const path = library === null ? [] : await pathToPlace(world, library.placeCode);
      return { participant, places: path.map(({ name }) => name) };
    });
    return { libraries: await Promise.all(libraries) };
  },
  about: ({ stories }) => stories.about,
  rescue: {},
  order: (answers, { libraries }) => [
    ...(libraries.length > 1 ? ["library"] : []),
    ...[...STORY_PROMPTS, "photos"],
    ...(photosIn(answers).length > 0 ? ["children"] : []),
  ],
  clears: { photos: ["children"] },
  steps: {
    library: choiceStep<StoryFacts>({
      label: ({ stories }) => stories.form.library.label,
      ask: ({ texts }) => texts.stories.form.library.ask(),
      choices: ({ facts: { libraries } }) =>
        libraries.map((one) => ({
          value: String(one.participant.id),
          label: libraryLabel(libraries.map(named), named(one), { before: "" }),
        })),
    }),
    ...Object.fromEntries(STORY_PROMPTS.map((prompt) => [prompt, promptStep<StoryFacts>(prompt)])),
    photos: photosStep<StoryFacts>(),
    children: choiceStep<StoryFacts>({
      label: ({ stories }) => stories.form.children.label,
      ask: ({ texts }) => texts.stories.form.children.ask(),
      choices: ({ texts: { stories } }) => [
        { value: "yes", label: stories.form.children.yes },
        { value: "no", label: stories.form.children.no },
      ],
    }),
  },
  preview: (context) => [...filesOf(context), storyText(context.texts, wordsOf(context), { for: "preview" })],
  confirmLabel: ({ stories }) => stories.form.confirm,
  summary({ texts, answers }) {
    const { form, page } = texts.stories;
    const isSpoken = Object.values(answersIn(answers)).some(({ text }) => text === null);
    return paragraphs(
      form.previewAbove(),
      isSpoken && form.previewVoice(),
      showsChildren(answers) && page.children(false),
    );
  },
  async finish({ world, actor, texts, answers, facts }, { updateId }): Promise<Finished> {
    const teller = tellerIn(answers, facts);
    const { library: _, ...others } = answers;
    // They read whose story it is before they send it.
    if (teller === null) return { kind: "not_yet", answers: others };
    const photos = photosIn(answers);
    const { id: participantId } = teller.participant;
    const story = { answers: answersIn(answers), photos, showsChildren: photos.length > 0 && showsChildren(answers) };
    const outcome = await tellStory(world, actor, { ...story, participantId, updateId });
    const { consent, form } = texts.stories;
    switch (outcome.kind) {
      case "sent":
        return { ...paragraphs(form.sent(), consent.ask()), buttons: consentButtons(texts, outcome.story.id) };
      case "too_many":
        return { kind: "not_yet", say: form.tooMany(MOST_STORIES) };
      case "not_yours":
        return refusal({ actor, texts, world });
    }
  },
};

/** Who has no library is known by their class. */
function named({ participant: { library, trainingClass }, places: [, , district, village = ""] }: Teller) {
  const libraryName = library?.name ?? trainingClass.name;
  return { libraryId: library?.id ?? 0, libraryName, village, district: district ?? null };
}

function answersIn(answers: Answers): StoryAnswers {
  return Object.fromEntries(STORY_PROMPTS.map((prompt) => [prompt, answers[prompt]])) as unknown as StoryAnswers;
}

/** As it will be read before anything has been allowed: without a name. */
function wordsOf({ answers, facts }: StepContext<StoryFacts>) {
  const { participant, places = [] } = tellerIn(answers, facts) ?? {};
  const [, regencyName = "", , village = ""] = places;
  return {
    ...{
      answers: answersIn(answers),
      photos: photosIn(answers),
      showsChildren: showsChildren(answers),
      guardian: null,
    },
    ...{ consent: "none" as const, authorName: participant?.person.name ?? "" },
    ...{ libraryName: participant?.library?.name ?? "", className: participant?.trainingClass.name ?? "" },
    ...{ village, regencyName },
  };
}

function filesOf({ answers, texts }: StepContext<StoryFacts>): Message[] {
  const photos = photosIn(answers).map((fileId) => ({ kind: "photo" as const, fileId, albumId: null }));
  return [
    ...voicesOf(texts, answersIn(answers)),
    ...packed(photos).map((attachment) => photoMessage(texts, attachment)),
  ];
}

/** Of an album the words stand below all of it, once. */
export function photoMessage({ stories }: Texts, attachment: Attachment | Album) {
  const once = "fileIds" in attachment ? { ...attachment, saidOnce: true as const } : attachment;
  return { ...stories.photoCaption(), attachment: once };
}

/** Each under the heading of its prompt. */
export function voicesOf(texts: Texts, answers: StoryAnswers) {
  return STORY_PROMPTS.flatMap((prompt) => {
    const { voiceId } = answers[prompt];
    const attachment = { kind: "voice" as const, fileId: voiceId ?? "" };
    return voiceId === null ? [] : [{ ...texts.stories.voiceOf(prompt), attachment }];
  });
}
