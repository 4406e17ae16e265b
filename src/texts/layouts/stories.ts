// A story of change as it is read: by others as its author allows, by its author and those who look after them in full.

import type { RichText } from "../../domain/messages/message.js";
import { mayShowPhotos, STORY_PROMPTS } from "../../domain/stories/story.js";
import type { Story } from "../../domain/stories/told-story.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { Texts } from "../index.js";
import { bold, lines, paragraphs, rich } from "../rich.js";
import { libraryAt } from "./library-at.js";

/** What of a story is read; of one that is not sent yet there is no more. */
export type StoryWords = Pick<
  Story,
  | "answers"
  | "photos"
  | "showsChildren"
  | "guardian"
  | "consent"
  | "authorName"
  | "libraryName"
  | "village"
  | "regencyName"
> & { className: string };

/** Where it comes from, in one line. */
export function placeOfStory({ libraryName, village, regencyName, className }: StoryWords): string {
  const library = libraryAt(libraryName, village);
  return [library === "" ? className : library, regencyName].filter((word) => word !== "").join(", ");
}

/**
 * readers: others, who see no more than its author allows · preview: what they will see · full: its author and those who look after them.
 */
export function storyText(
  texts: Texts,
  story: StoryWords,
  { for: whom }: { for: "readers" | "preview" | "full" },
): RichText {
  const { stories } = texts;
  const isNamed = whom === "full" || story.consent === "name";
  const photos =
    story.photos.length > 0 &&
    (mayShowPhotos(story) || whom === "full" ? stories.photoCount(story.photos.length) : stories.photosHeld());
  return paragraphs(
    whom === "readers" ? stories.fromElsewhere() : bold(stories.heading),
    lines(rich`🏠 ${placeOfStory(story)}`, isNamed && stories.byline(story.authorName)),
    ...STORY_PROMPTS.map((prompt) =>
      lines(bold(stories.headings[prompt]), story.answers[prompt].text ?? stories.voice()),
    ),
    photos,
  );
}

/** For its author and those who look after them: what was decided about it stands below. */
export function storyPage(texts: Texts, story: Story, isOwn: boolean): RichText {
  const { page, consents } = texts.stories;
  const { guardian } = story;
  return paragraphs(
    storyText(texts, story, { for: "full" }),
    lines(
      page.sent(dayIn(story.zone, story.sentAt)),
      consents[story.consent],
      story.isApart && page.apart(),
      story.showsChildren && page.children(guardian !== null),
      guardian !== null && page.guardian(guardian),
      story.listedAt !== null ? page.listed() : story.flaggedAt !== null && page.flagged(),
      story.isChampion && !isOwn && page.champion(),
    ),
  );
}
