// The buttons of stories of change: their authors', those of trainers and admins, and of those who read stories from elsewhere.
import { numberOf, oneOf, page, perhaps, place, type Shape } from "../messages/id-shape.js";
import { STORY_CONSENTS } from "./story.js";

const storyId = numberOf("story");
const participantId = numberOf("participant");
const onOff = oneOf("on", "off");

export const STORY_DESKS = ["flagged", "listed", "champions"] as const;
export type StoryDesk = (typeof STORY_DESKS)[number];

export const STORY_SHEET_FORMS = ["pdf", "xlsx"] as const;
export type StorySheetForm = (typeof STORY_SHEET_FORMS)[number];

export const STORY_ACTIONS = {
  stories: [], // one's own, and whether one reads those of others
  write_story: [],
  story: [storyId], // in full, with what can be done about it
  ask_story_consent: [storyId], // may others read it?
  story_consent: [storyId, oneOf(...STORY_CONSENTS)],
  story_photos: [storyId],
  guardian: [storyId], // who said yes for the children on its photos
  drop_guardian: [storyId],
  ask_remove_story: [storyId], // sure?
  remove_story: [storyId],
  stories_of_others: [onOff], // asked for, or not any more
  stories_of: [participantId], // of somebody one looks after
  story_voices: [storyId], // to be heard
  type_story: [storyId], // what was said in it, in writing
  flag_story: [storyId, onOff],
  champion: [participantId, onOff],
  story_desk: [oneOf(...STORY_DESKS), perhaps(place), page], // of this province, or of all that one reaches
  story_places: [oneOf(...STORY_DESKS), page], // which province?
  list_story: [storyId, onOff],
  story_sheet: [oneOf(...STORY_SHEET_FORMS), perhaps(place)],
} as const satisfies Record<string, readonly Shape[]>;
