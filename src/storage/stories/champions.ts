// Who was named as an example to other villages.
import type { ChampionLine } from "../../domain/stories/told-story.js";
import type { StoriesPort } from "../../ports/plans/stories.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { isWithin } from "../reach.js";
import { IS_READABLE, PLACE, placeName } from "./story-parts.js";

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
    async champions(reach, { limit, offset }) {
      // Who handed their library over is an example no more.
      const from = Prisma.sql`champions ch
        JOIN participants pa ON pa.id = ch.participant_id AND pa.left_at IS NULL
        JOIN people pe ON pe.id = pa.person_id
        JOIN training_classes c ON c.id = pa.class_id
        JOIN waves w ON w.id = c.wave_id
        LEFT JOIN libraries l ON l.id = pa.library_id
        WHERE ${isWithin(reach, PLACE, Prisma.sql`w.cohort_id`)}`;
      const found = await db.$queryRaw<ChampionLine[]>`
        SELECT pa.id AS "participantId", pe.id AS "personId", pe.name, coalesce(l.name, '') AS "libraryName",
          ${placeName(13)} AS village, ${placeName(5)} AS "regencyName",
          (SELECT count(*)::int FROM stories s WHERE s.participant_id = pa.id) AS stories,
          (SELECT count(*)::int FROM stories s WHERE s.participant_id = pa.id AND ${IS_READABLE}) AS readable
        FROM ${from} ORDER BY ch.named_at DESC, ch.participant_id DESC LIMIT ${limit} OFFSET ${offset}`;
      const [{ total }] = await db.$queryRaw<[{ total: number }]>`SELECT count(*)::int AS total FROM ${from}`;
      return { champions: found, total };
    },
  };
}
