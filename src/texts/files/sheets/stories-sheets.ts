// The stories that were chosen, for a spreadsheet and for paper: what stands of each, and what is not in it and why.

import type { StorySheet } from "../../../domain/files/paper.js";
import { type Sheet, textColumns } from "../../../domain/files/sheet.js";
import { holdOf, mayShowPhotos, STORY_HOLDS, STORY_PROMPTS, type StoryHold } from "../../../domain/stories/story.js";
import type { Story } from "../../../domain/stories/told-story.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { Zone } from "../../../domain/time/zone.js";
import type { Texts } from "../../index.js";
import { placeOfStory } from "../../layouts/stories.js";

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
  return {
    title: sheet.title(exported.placeName),
    notes: notesOf(texts, zone, exported),
    columns: textColumns([
      [columns.library, 28],
      [columns.village, 20],
      [columns.regency, 20],
      [columns.province, 20],
      [columns.author, 22],
      [columns.champion, 12],
      ...STORY_PROMPTS.map((prompt) => [words.headings[prompt], 40] as const),
      [columns.photos, 22],
    ]),
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
