// Stories of change of those who told them, in which files those left, who was named as an example, and who asked for stories of others.
import { Prisma } from "../generated/client.js";
import type { PersonKeys } from "./person-keys.js";
import { gone, not, personalTable, pointers } from "./table.js";

const { sql } = Prisma;

const theirStory = ({ participantIds }: PersonKeys, s: "s" | "t") =>
  sql`${Prisma.raw(s)}.participant_id = ANY(${participantIds}::int[])`;
const inOrder = sql`ARRAY['who', 'before', 'activity', 'after', 'proof']`;

/** All of it goes: their words, the photos, and who said yes for the children on them. */
export const stories = personalTable<Prisma.StoryScalarFieldEnum>("stories", {
  theirs: (keys) => theirStory(keys, "t"),
  erase: "rows",
  columns: {
    ...pointers("participantId", "updateId", "flaggedById", "listedById"),
    ...not("whether others may read it says the consent", "awaitsTyping"),
    id: gone("id"),
    sentAt: gone("sentAt"),
    answers: gone(
      "answers",
      () => sql`(SELECT string_agg(coalesce(t.answers -> prompt ->> 'text', '🎤'), ' · ' ORDER BY at)
        FROM unnest(${inOrder}) WITH ORDINALITY AS prompts (prompt, at))`,
    ),
    photos: gone("photos", () => sql`NULLIF(cardinality(t.photos), 0)`),
    ...not("what is seen on the photos is said with the consent for it", "showsChildren"),
    guardian: gone("guardian", () => sql`concat_ws(', ', t.guardian ->> 'name', t.guardian ->> 'on')`),
    consent: gone("consent", () => sql`'story.' || t.consent`),
    consentAt: gone("givenAt"),
    flaggedAt: gone("raisedAt"),
    listedAt: gone("resolvedAt"),
  },
});

/** Whoever took the file along is told when the story goes. */
export const storyExports = personalTable<Prisma.StoryExportScalarFieldEnum>("story_exports", {
  theirs: (keys) => sql`t.story_id IN (SELECT s.id FROM stories s WHERE ${theirStory(keys, "s")})`,
  erase: "rows",
  order: sql`t.at, t.story_id`,
  columns: {
    ...pointers("storyId", "updateId"),
    byId: gone("by", () => sql`(SELECT p.name FROM people p WHERE p.id = t.by_id)`),
    form: gone("form"),
    at: gone("at"),
  },
});

export const champions = personalTable<Prisma.ChampionScalarFieldEnum>("champions", {
  theirs: (keys) => theirStory(keys, "t"),
  erase: "rows",
  order: sql`t.named_at`,
  columns: {
    ...pointers("participantId"),
    namedAt: gone("at"),
    namedById: gone("by", () => sql`(SELECT p.name FROM people p WHERE p.id = t.named_by_id)`),
  },
});

export const storySubscriptions = personalTable<Prisma.StorySubscriptionScalarFieldEnum>("story_subscriptions", {
  theirs: ({ personId }) => sql`t.person_id = ${personId}`,
  erase: "rows",
  order: sql`t.since`,
  columns: { ...pointers("personId"), since: gone("from") },
});
