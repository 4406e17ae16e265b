// Stories of change: told, allowed, proposed, chosen; and those of other libraries.
import {
  askForStorySheet,
  chooseStoryPlace,
  flagOneStory,
  listOneStory,
  nameOneChampion,
  showStoriesOf,
  showStoryDesk,
} from "../stories/story-desk-handlers.js";
import {
  askRemoveStory,
  askStoryConsent,
  beginGuardian,
  decideStoryConsent,
  playStory,
  removeOneStory,
  showOwnStories,
  showStory,
  showStoryPhotos,
  takeGuardianBack,
  typeOneStory,
  wantStoriesOfOthers,
  writeStory,
} from "../stories/story-handlers.js";
import type { Routes } from "./route.js";

export const STORY_ROUTES = {
  stories: { who: "known", run: (ctx) => showOwnStories(ctx) },
  write_story: { who: "participant", run: (ctx) => writeStory(ctx) },
  story: { who: "known", run: showStory },
  ask_story_consent: { who: "known", run: askStoryConsent },
  story_consent: { who: "known", beforeConsent: true, run: decideStoryConsent },
  story_photos: { who: "known", run: showStoryPhotos },
  guardian: { who: "participant", run: beginGuardian },
  drop_guardian: { who: "known", beforeConsent: true, run: takeGuardianBack },
  ask_remove_story: { who: "known", beforeConsent: true, run: askRemoveStory },
  remove_story: { who: "known", beforeConsent: true, run: removeOneStory },
  stories_of_others: { who: "known", beforeConsent: true, run: wantStoriesOfOthers },
  stories_of: { who: "trainer", run: showStoriesOf },
  story_voices: { who: "known", run: playStory },
  type_story: { who: "known", run: typeOneStory },
  flag_story: { who: "trainer", run: flagOneStory },
  champion: { who: "trainer", run: nameOneChampion },
  story_desk: { who: "admin", run: showStoryDesk },
  story_places: { who: "admin", run: chooseStoryPlace },
  list_story: { who: "admin", run: listOneStory },
  story_sheet: { who: "admin", run: askForStorySheet },
} satisfies Partial<Routes>;
