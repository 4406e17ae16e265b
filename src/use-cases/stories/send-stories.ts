// Job: brings a story from another library to each of those who asked for such, at most one a week, and none of them twice.
import { chunksOf } from "../../domain/chunks-of.js";
import { action } from "../../domain/messages/action.js";
import type { Person } from "../../domain/people/person.js";
import {
  DAYS_BETWEEN_STORIES,
  holdOf,
  mayShowPhotos,
  STORY_LEAVES_WITHIN_DAYS,
  storySubject,
} from "../../domain/stories/story.js";
import type { Story } from "../../domain/stories/told-story.js";
import { addDays, dayIn, instantAt } from "../../domain/time/calendar.js";
import { hoursOf } from "../../domain/time/working-hours.js";
import { zonesPast } from "../../domain/time/zones-past.js";
import type { World } from "../../ports.js";
import { storyText } from "../../texts/layouts/stories.js";
import { postTo, type ToPost } from "../posting.js";
import { storyKey } from "./find-story.js";

/** Read at once, because each read looks at everybody anew; and as many people as one transaction holds. */
const READ = 5000;
const BATCH = 200;
const DAY_MILLISECONDS = 86_400_000;

/** Returns how many were new. */
export async function sendStories(world: World): Promise<{ sent: number }> {
  const now = world.clock.now();
  const zones = zonesPast(hoursOf(world.settings.rest).speaking.storyOfOthers, now, world.settings.rest).map(
    ({ zone }) => zone,
  );
  // Half a day less than a week: the same hour of the same weekday is due again, although the job came a minute later last time.
  const before = new Date(now.getTime() - (DAYS_BETWEEN_STORIES - 0.5) * DAY_MILLISECONDS);
  for (let sent = 0; ; ) {
    // Most of the time there is nobody: that is seen by one statement.
    const due = zones.length === 0 ? [] : await world.store.stories.toSend(zones, before, now, READ);
    let posted = 0;
    for (const some of chunksOf(due, BATCH)) posted += await bring(world, some);
    sent += posted;
    if (posted < READ) return { sent };
  }
}

function bring(world: World, due: readonly { person: Person; storyId: number }[]): Promise<number> {
  return world.transaction(async (inside) => {
    const { stories, people } = inside.store;
    const ids = [...new Set(due.map(({ storyId }) => storyId))].sort((one, other) => one - other);
    const seen = await Promise.all(ids.map((id) => stories.find(id)));
    const authors = seen.flatMap((story) => story?.personId ?? []);
    await people.hold([...new Set([...authors, ...due.map(({ person }) => person.id)])]);
    const posts: ToPost[] = [];
    for (const storyId of ids) {
      // Its author may have taken back their yes since; held, so that they find this post when they do now.
      const story = await stories.hold(storyId);
      if (story === null || story.listedAt === null || holdOf(story) !== null) continue;
      posts.push(...due.filter((one) => one.storyId === storyId).map(({ person }) => bringTo(inside, person, story)));
    }
    return postTo(inside, posts);
  });
}

function bringTo({ clock, settings }: World, person: Person, story: Story): ToPost {
  const zone = person.zone ?? story.zone;
  return {
    key: storyKey(story.id, person.id),
    kind: "story_of_others",
    to: person,
    names: [story.personId],
    subjects: [storySubject(story.id)],
    notAfter: instantAt(
      zone,
      addDays(dayIn(zone, clock.now()), STORY_LEAVES_WITHIN_DAYS),
      hoursOf(settings.rest).workingHours.until,
    ),
    say: (texts) => ({
      ...storyText(texts, story, { for: "readers" }),
      buttons: [
        ...(mayShowPhotos(story)
          ? [[{ label: texts.stories.photos(story.photos.length), data: action("story_photos", story.id) }]]
          : []),
        [{ label: texts.stories.noMore, data: action("stories_of_others", "off") }],
      ],
    }),
  };
}
