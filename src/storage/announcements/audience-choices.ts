// What an admin chooses an audience from: the provinces and classes within reach.
import type { AnnouncementsPort } from "../../ports/announcements.js";
import { dayFromColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { isWithin } from "../reach.js";

type AudienceChoices = Pick<AnnouncementsPort, "provincesWithin" | "classesWithin">;

export function audienceChoices(db: Db): AudienceChoices {
  return {
    async provincesWithin(reach) {
      return db.$queryRaw<{ code: string; name: string }[]>`
        SELECT p.code, p.name FROM places p
        WHERE p.code IN (SELECT c.province_code FROM ${classesWithPlaces()} AS c
          WHERE ${isWithin(reach, Prisma.sql`c.place`, Prisma.sql`c.cohort_id`)})
        ORDER BY p.name`;
    },

    async classesWithin(reach, provinceCode) {
      const rows = await db.$queryRaw<{ id: number; name: string; starts_on: Date }[]>`
        SELECT DISTINCT c.id, c.name, c.starts_on FROM ${classesWithPlaces()} AS c
        WHERE c.province_code = ${provinceCode} AND ${isWithin(reach, Prisma.sql`c.place`, Prisma.sql`c.cohort_id`)}
        ORDER BY c.starts_on DESC, c.id DESC`;
      return rows.map(({ id, name, starts_on }) => ({ id, name, startsOn: dayFromColumn(starts_on) }));
    },
  };
}

/** Every class with each place that its people come from, joined or not: an admin of one regency finds those its people are in. */
function classesWithPlaces(): Prisma.Sql {
  return Prisma.sql`(
    SELECT c.id, c.name, c.starts_on, c.province_code, w.cohort_id, c.province_code AS place
    FROM training_classes c JOIN waves w ON w.id = c.wave_id
    UNION
    SELECT c.id, c.name, c.starts_on, c.province_code, w.cohort_id, l.place_code
    FROM training_classes c JOIN waves w ON w.id = c.wave_id JOIN participants p ON p.class_id = c.id AND p.left_at IS NULL
    JOIN libraries l ON l.id = p.library_id
    UNION
    SELECT c.id, c.name, c.starts_on, c.province_code, w.cohort_id, r.place_code
    FROM training_classes c JOIN waves w ON w.id = c.wave_id JOIN roster_rows r ON r.class_id = c.id
    WHERE r.participant_id IS NULL AND r.place_code IS NOT NULL)`;
}
