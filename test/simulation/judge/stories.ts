// Stories of others: to who asked for them, as long as their authors allow it, and seldom.
import { type Day, daysBetween } from "../../../src/domain/time/calendar.js";
import type { Month, Someone } from "../month/lived.js";
import { type Heard, say } from "./heard.js";
import type { Verdict } from "./verdict.js";

/** Days between two stories of others, at least: the job's hour is due again after half a day less than a week. */
const BETWEEN_STORIES = 6;

export function judgeStories(one: Someone, heard: Heard[], { stories }: Month, { wrongStories }: Verdict): void {
  let [before, known]: [Day | null, Set<number>] = [null, new Set()];
  for (const message of heard) {
    for (const { kind, text } of message.parts) {
      if (kind !== "story") continue;
      const story = stories.find(({ words }) => text.includes(words));
      const isOld = story !== undefined && story.takenBackAt !== null && story.takenBackAt < message.at;
      const isOwn = story === undefined || story.authorId === one.id || known.has(story.id);
      const isSoon = before !== null && daysBetween(before, message.day) < BETWEEN_STORIES;
      if (!one.wantsStories || isOld || isOwn || isSoon) wrongStories.push(say(one, message));
      before = message.day;
      if (story !== undefined) known = new Set([...known, story.id]);
    }
  }
}
