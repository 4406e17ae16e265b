// What audiences are chosen from, and those that an admin has given a name.
import { type Audience, MOST_SAVED_AUDIENCES } from "../../../domain/announcements/audience.js";
import type { AudiencesPort } from "../../../ports/announcements/audiences.js";
import type { Db } from "../../engine/database.js";
import { toJsonText } from "../../engine/json-text.js";
import { namesOf } from "./audience-names.js";
import { optionsOf } from "./audience-options.js";

export function createAudiences(db: Db): AudiencesPort {
  return {
    options: (list, reach, wish) => optionsOf(db, list, reach, wish),
    namesOf: (audience, reach) => namesOf(db, audience, reach),

    async save(personId, name, audience, now) {
      const [saved] = await db.$queryRaw<[{ id: number }]>`
        INSERT INTO saved_audiences (person_id, name, audience, used_at)
        VALUES (${personId}, ${name}, ${toJsonText(audience)}::jsonb, ${now}::timestamp)
        ON CONFLICT (person_id, name) DO UPDATE SET audience = excluded.audience, used_at = excluded.used_at RETURNING id`;
      return saved.id;
    },

    async savedBy(personId) {
      const rows = await db.savedAudience.findMany({
        where: { personId },
        orderBy: [{ usedAt: "desc" }, { id: "desc" }],
        take: MOST_SAVED_AUDIENCES,
      });
      // Written by save() and by nothing else.
      return rows.map(({ id, name, audience }) => ({ id, name, audience: audience as unknown as Audience }));
    },

    async take(personId, id, now) {
      const { count } = await db.savedAudience.updateMany({ where: { id, personId }, data: { usedAt: now } });
      if (count === 0) return null;
      const { name, audience } = await db.savedAudience.findUniqueOrThrow({ where: { id } });
      return { id, name, audience: audience as unknown as Audience };
    },

    async forget(personId, id) {
      const { count } = await db.savedAudience.deleteMany({ where: { id, personId } });
      return count > 0;
    },
  };
}
