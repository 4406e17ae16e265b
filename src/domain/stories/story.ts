// A story of change: five prompts, each answered in words or by voice, with a few photos. Who may read it, and what of it.
import type { Day } from "../time/calendar.js";

export const STORY_PROMPTS = ["who", "before", "activity", "after", "proof"] as const;
export type StoryPrompt = (typeof STORY_PROMPTS)[number];

/** One of both is there. Where somebody else wrote down what was said, both are. */
export interface StoryAnswer {
  text: string | null;
  /** Of a voice message at Telegram. */
  voiceId: string | null;
}

export type StoryAnswers = Record<StoryPrompt, StoryAnswer>;

/** In characters: five of them, their headings and the library fit one message. */
export const LONGEST_STORY_ANSWER = 500;
/** They illustrate; nobody leafs through more. */
export const MOST_STORY_PHOTOS = 5;
/** Of one participant: more are a diary. */
export const MOST_STORIES = 10;
/** In a file for a meeting: a booklet that it can read; more would be an archive. */
export const MOST_STORIES_IN_FILE = 200;

/** Whoever asked for stories of other libraries gets one a week. */
export const DAYS_BETWEEN_STORIES = 7;
/** Days until a story that found no room among other messages is given up: then the next one is due. */
export const STORY_LEAVES_WITHIN_DAYS = 6;

/** library: others may read it, and only the library is named. name: its author is named as well. */
export const STORY_CONSENTS = ["none", "library", "name"] as const;
export type StoryConsent = (typeof STORY_CONSENTS)[number];

export const GUARDIAN_RELATIONS = ["parent", "relative", "guardian"] as const;
export type GuardianRelation = (typeof GUARDIAN_RELATIONS)[number];
export const GUARDIAN_WAYS = ["letter", "chat", "spoken"] as const;
export type GuardianWay = (typeof GUARDIAN_WAYS)[number];

/** Who said yes for the children on the photos. */
export interface Guardian {
  name: string;
  relation: GuardianRelation;
  how: GuardianWay;
  on: Day;
}

/** Why others do not read a story, although it is on the list. */
export const STORY_HOLDS = ["no_consent", "not_admitted", "untyped"] as const;
export type StoryHold = (typeof STORY_HOLDS)[number];

export function awaitsTyping(answers: StoryAnswers): boolean {
  return promptsToType(answers).length > 0;
}

/** What was said and is not written down. */
export function promptsToType(answers: StoryAnswers): StoryPrompt[] {
  return STORY_PROMPTS.filter((prompt) => answers[prompt].text === null);
}

/** Null: others may read it. storage/stories/stories.ts says the same in SQL. */
export function holdOf({
  consent,
  isApart,
  awaitsTyping,
}: {
  consent: StoryConsent;
  isApart: boolean;
  awaitsTyping: boolean;
}): StoryHold | null {
  if (consent === "none") return "no_consent";
  if (isApart) return "not_admitted";
  return awaitsTyping ? "untyped" : null;
}

/** Children are shown to others only where somebody who may has said yes. */
export function mayShowPhotos(story: {
  photos: readonly string[];
  showsChildren: boolean;
  guardian: Guardian | null;
}): boolean {
  return story.photos.length > 0 && (!story.showsChildren || story.guardian !== null);
}

/** Whether less is allowed than before. */
export function isNarrowed(before: StoryConsent, after: StoryConsent): boolean {
  return STORY_CONSENTS.indexOf(after) < STORY_CONSENTS.indexOf(before);
}

/** Of posts and forms that are about it. */
export function storySubject(storyId: number): string {
  return `story:${storyId}`;
}
