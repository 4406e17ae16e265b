// Who was named as an example to other villages.
import type { ChampionLine } from "../../domain/stories/told-story.js";
import type { StoriesPort } from "../../ports/plans/stories.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { isWithin } from "../reach.js";
import { IS_READABLE, OF_CHAMPIONS, PLACE, placeName } from "./story-parts.js";

type Champions = Pick<StoriesPort, "nameChampion" | "unnameChampion" | "isChampion" | "champions">;

export function champions(db: Db): Champions {
  return {
    async nameChampion(participantId, namedById, namedAt) {
      const { count } = await db.champion.createMany({
        data: [{ participantId, namedById, namedAt }],
        skipDuplicates: true,
      });
      return count > 0;
    },
    async unnameChampion(participantId) {
      return (await db.champion.deleteMany({ where: { participantId } })).count > 0;
    },
    async isChampion(participantId) {
      return (await db.champion.count({ where: { participantId } })) > 0;
    },
    champions: (reach, { limit, offset }) => db.$queryRaw<ChampionLine[]>`
      SELECT pa.id AS "participantId", pe.id AS "personId", pe.name, coalesce(l.name, '') AS "libraryName",
        ${placeName(13)} AS village, ${placeName(5)} AS "regencyName",
        (SELECT count(*)::int FROM stories s WHERE s.participant_id = pa.id) AS stories,
        (SELECT count(*)::int FROM stories s WHERE s.participant_id = pa.id AND ${IS_READABLE}) AS readable
      FROM ${OF_CHAMPIONS} JOIN people pe ON pe.id = pa.person_id
      WHERE ${isWithin(reach, PLACE, Prisma.sql`w.cohort_id`)}
      ORDER BY ch.named_at DESC, ch.participant_id DESC LIMIT ${limit} OFFSET ${offset}`,
  };
}
