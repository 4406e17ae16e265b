// Stories of change: as they were sent, what was decided about them, and which are on the desks of admins.
import type { Reach } from "../../domain/people/admin-reach.js";
import { awaitsTyping } from "../../domain/stories/story.js";
import type { StoryDesk } from "../../domain/stories/story-actions.js";
import type { Story } from "../../domain/stories/told-story.js";
import type { StoriesPort } from "../../ports/plans/stories.js";
import type { Db } from "../engine/database.js";
import { IS_PREPARED } from "../engine/prepared.js";
import { Prisma } from "../generated/client.js";
import { toPerson } from "../people/people.js";
import { isWithin, TRAINERS_NOW } from "../reach.js";
import { champions } from "./champions.js";
import { peopleToSend } from "./people-to-send.js";
import { IS_APART, OF_CHAMPIONS, OF_STORIES, PLACE, placeName } from "./story-parts.js";

const STORIES = Prisma.sql`
  SELECT s.id, s.participant_id AS "participantId", s.sent_at AS "sentAt", s.answers, s.awaits_typing AS "awaitsTyping", s.photos,
    s.shows_children AS "showsChildren", s.guardian, s.consent, s.consent_at AS "consentAt", s.flagged_at AS "flaggedAt",
    s.flagged_by_id AS "flaggedById", s.listed_at AS "listedAt", s.listed_by_id AS "listedById", ${IS_APART} AS "isApart", pe.id AS "personId",
    pe.name AS "authorName", coalesce(l.name, '') AS "libraryName", ${placeName(13)} AS village, ${placeName(5)} AS "regencyName",
    ${placeName(2)} AS "provinceName", ${PLACE} AS "placeCode", c.id AS "classId", c.name AS "className", c.zone,
    w.cohort_id AS "cohortId", ARRAY(SELECT t.person_id FROM ${TRAINERS_NOW} t WHERE t.class_id = c.id ORDER BY 1) AS "trainerIds",
    EXISTS (SELECT 1 FROM champions ch WHERE ch.participant_id = pa.id) AS "isChampion"
  FROM ${OF_STORIES} JOIN people pe ON pe.id = pa.person_id`;

const NEWEST_FIRST = Prisma.sql`ORDER BY s.sent_at DESC, s.id DESC`;
const IS_ON = {
  flagged: Prisma.sql`(s.flagged_at IS NOT NULL AND s.listed_at IS NULL)`,
  listed: Prisma.sql`(s.listed_at IS NOT NULL)`,
};

/** What stands on a desk of this reach, to be counted. */
function onDesk(desk: StoryDesk, reach: readonly Reach[]): Prisma.Sql {
  const isHere = isWithin(reach, PLACE, Prisma.sql`w.cohort_id`);
  return desk === "champions"
    ? Prisma.sql`${OF_CHAMPIONS} WHERE ${isHere}`
    : Prisma.sql`${OF_STORIES} WHERE ${IS_ON[desk]} AND ${isHere}`;
}

export function createStories(db: Db): StoriesPort {
  const find = async (id: number): Promise<Story | null> => {
    const [row] = await db.$queryRaw<Story[]>`${STORIES} WHERE s.id = ${id}`;
    return row ?? null;
  };
  return {
    find,
    async insert({ participantId, updateId, answers, ...story }, now) {
      const known = await db.story.findUnique({ where: { participantId_updateId: { participantId, updateId } } });
      if (known !== null) return { id: known.id, isNew: false };
      const kept = { ...story, participantId, updateId, awaitsTyping: awaitsTyping(answers), sentAt: now };
      const { id } = await db.story.create({ data: { ...kept, answers: answers as unknown as Prisma.InputJsonValue } });
      return { id, isNew: true };
    },
    async hold(id) {
      await db.$queryRaw`SELECT id FROM stories WHERE id = ${id} FOR UPDATE`;
      return find(id);
    },
    ofPerson: (personId) => db.$queryRaw<Story[]>`${STORIES} WHERE pe.id = ${personId} ${NEWEST_FIRST}`,
    ofParticipant: (participantId) => db.$queryRaw<Story[]>`${STORIES} WHERE pa.id = ${participantId} ${NEWEST_FIRST}`,
    async change(id, { guardian, answers, ...change }) {
      await db.story.update({
        where: { id },
        data: {
          ...change,
          ...(answers !== undefined && { answers: answers as unknown as Prisma.InputJsonValue }),
          ...(guardian !== undefined && {
            guardian: guardian === null ? Prisma.DbNull : (guardian as unknown as Prisma.InputJsonValue),
          }),
        },
      });
    },
    async remove(id) {
      await db.story.deleteMany({ where: { id } });
    },
    async countOnDesk(desk, reach) {
      const [row] = await db.$queryRaw<[{ count: number }]>`
        SELECT count(*)::int AS count FROM ${onDesk(desk, reach)}`;
      return row.count;
    },
    onDesk: (desk, reach, { limit, offset }) => db.$queryRaw<Story[]>`
      ${STORIES} WHERE ${IS_ON[desk]} AND ${isWithin(reach, PLACE, Prisma.sql`w.cohort_id`)}
      ORDER BY ${desk === "listed" ? Prisma.sql`s.listed_at` : Prisma.sql`s.flagged_at`} DESC, s.id DESC
      LIMIT ${limit} OFFSET ${offset}`,
    listed: (reach, limit) => db.$queryRaw<Story[]>`
      ${STORIES} WHERE ${IS_ON.listed} AND ${isWithin(reach, PLACE, Prisma.sql`w.cohort_id`)}
      ORDER BY s.listed_at, s.id LIMIT ${limit}`,
    provinces: (desk, reach) => db.$queryRaw<{ code: string; name: string; count: number }[]>`
      SELECT left(${PLACE}, 2) AS code, ${placeName(2)} AS name, count(*)::int AS count
      FROM ${onDesk(desk, reach)} GROUP BY 1, 2 ORDER BY 2`,
    ...champions(db),
    async noteExports(storyIds, { byId, updateId, form }, now) {
      if (storyIds.length === 0) return;
      await db.storyExport.createMany({
        data: storyIds.map((storyId) => ({ storyId, byId, updateId, form, at: now })),
        skipDuplicates: true,
      });
    },
    exportsOf: (storyId) => db.$queryRaw`
      SELECT e.by_id AS "byId", CASE WHEN p.erased_at IS NULL THEN p.name END AS "byName", e.form, e.at
      FROM story_exports e JOIN people p ON p.id = e.by_id WHERE e.story_id = ${storyId} ORDER BY e.at, e.update_id`,
    async standing(personId) {
      const [row] = await db.$queryRaw<[{ hasAny: boolean; mayHaveCarriedOut: boolean }]>`${IS_PREPARED}
        SELECT EXISTS (SELECT 1 FROM story_subscriptions WHERE person_id = ${personId})
            OR EXISTS (SELECT 1 FROM stories s JOIN participants pa ON pa.id = s.participant_id WHERE pa.person_id = ${personId})
            AS "hasAny",
          EXISTS (SELECT 1 FROM library_members m JOIN work_plans wp ON wp.library_id = m.library_id AND wp.state = 'done'
            WHERE m.person_id = ${personId} AND m.until_at IS NULL) AS "mayHaveCarriedOut"`;
      return row;
    },
    async wantsOthers(personId) {
      return (await db.storySubscription.count({ where: { personId } })) > 0;
    },
    async subscribe(personId, now) {
      const { count } = await db.storySubscription.createMany({
        data: [{ personId, since: now }],
        skipDuplicates: true,
      });
      return count > 0;
    },
    async unsubscribe(personId) {
      return (await db.storySubscription.deleteMany({ where: { personId } })).count > 0;
    },
    async toSend(zones, before, now, limit) {
      const due = await peopleToSend(db, zones, before, now, limit);
      const people = await db.person.findMany({ where: { id: { in: due.map(({ personId }) => personId) } } });
      const personOf = new Map(people.map((row) => [row.id, toPerson(row)]));
      return due.flatMap(({ personId, storyId }) => {
        const person = personOf.get(personId);
        return person === undefined ? [] : [{ person, storyId }];
      });
    },
  };
}
