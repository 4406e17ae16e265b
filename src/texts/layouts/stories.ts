// A story of change as it is read: by others as its author allows, by its author and those who look after them in full.

import type { Sheet } from "../../domain/files/sheet.js";
import type { RichText } from "../../domain/messages/message.js";
import { holdOf, mayShowPhotos, STORY_HOLDS, STORY_PROMPTS, type StoryHold } from "../../domain/stories/story.js";
import type { StorySheet } from "../../domain/stories/story-sheet.js";
import type { Story } from "../../domain/stories/told-story.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
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
function placeOfStory({ libraryName, village, regencyName, className }: StoryWords): string {
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
      story.showsChildren && page.children(guardian !== null),
      guardian !== null && page.guardian(guardian),
      story.listedAt !== null ? page.listed() : story.flaggedAt !== null && page.flagged(),
      story.isChampion && !isOwn && page.champion(),
    ),
  );
}

interface Exported {
  stories: readonly Story[];
  held: Record<StoryHold, number>;
  left: number;
  placeName: string | null;
  countedAt: Date;
}

/** What is not in it, and why. */
export function missingFrom({ storyDesk: { sheet } }: Texts, { stories, held, left }: Exported): string[] {
  const awaiting = stories.filter((story) => story.photos.length > 0 && !mayShowPhotos(story)).length;
  return [
    ...STORY_HOLDS.filter((hold) => held[hold] > 0).map((hold) => sheet.held[hold](held[hold])),
    ...(left > 0 ? [sheet.left(left)] : []),
    ...(awaiting > 0 ? [sheet.photosHeld(awaiting)] : []),
  ];
}

function notesOf(texts: Texts, zone: Zone, exported: Exported): string[] {
  return [texts.storyDesk.sheet.made(dayIn(zone, exported.countedAt)), ...missingFrom(texts, exported)];
}

/** For a spreadsheet: a row each. */
export function storyTable(texts: Texts, zone: Zone, exported: Exported): Sheet {
  const { stories: words, storyDesk } = texts;
  const { sheet } = storyDesk;
  const { columns } = sheet;
  const text = (heading: string, width: number) => ({ heading, width, holds: "text" as const });
  return {
    title: sheet.title(exported.placeName),
    notes: notesOf(texts, zone, exported),
    columns: [
      text(columns.library, 28),
      text(columns.village, 20),
      text(columns.regency, 20),
      text(columns.province, 20),
      text(columns.author, 22),
      text(columns.champion, 12),
      ...STORY_PROMPTS.map((prompt) => text(words.headings[prompt], 40)),
      text(columns.photos, 22),
    ],
    rows: exported.stories.map((story) => [
      ...[story.libraryName, story.village, story.regencyName, story.provinceName],
      story.consent === "name" ? story.authorName : null,
      story.isChampion ? sheet.yes : null,
      ...STORY_PROMPTS.map((prompt) => story.answers[prompt].text),
      story.photos.length > 0 && !mayShowPhotos(story) ? sheet.awaitsGuardian : sheet.photos(story.photos.length),
    ]),
  };
}

/** For paper. Only what others may read is in it: the caller has asked that. */
export function storySheet(texts: Texts, zone: Zone, exported: Exported): StorySheet {
  const { stories: words, storyDesk } = texts;
  return {
    title: storyDesk.sheet.title(exported.placeName),
    notes: notesOf(texts, zone, exported),
    stories: exported.stories
      .filter((story) => holdOf(story) === null)
      .map((story) => ({
        place: placeOfStory(story),
        author: story.consent === "name" ? words.byline(story.authorName).text : null,
        champion: story.isChampion ? words.page.champion().text : null,
        parts: STORY_PROMPTS.map((prompt) => ({
          heading: words.headings[prompt],
          text: story.answers[prompt].text ?? "",
        })),
        photos: story.photos.length > 0 && !mayShowPhotos(story) ? words.photosHeld().text : null,
      })),
  };
}
