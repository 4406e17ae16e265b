// What several queries about stories have in common. Who may read one is said by domain/stories/story.ts, and here for many at once
// (IS_READABLE); test/storage/stories.test.ts holds both together.
import { Prisma } from "../generated/client.js";

/** Of a participant pa: they wait to be let into the library whose name they gave, or were told no. */
export const IS_APART = Prisma.sql`(pa.admission IN ('waiting', 'refused'))`;

/** Of a story s of a participant pa: its author has said yes, and acts for the library; nothing of it still has to be written down. */
export const IS_READABLE = Prisma.sql`(s.consent <> 'none' AND NOT ${IS_APART} AND NOT s.awaits_typing)`;

const WITH_CLASS_AND_LIBRARY = Prisma.sql`
  JOIN training_classes c ON c.id = pa.class_id
  JOIN waves w ON w.id = c.wave_id
  LEFT JOIN libraries l ON l.id = pa.library_id`;

/** A story s of a participant pa, with the class c, its wave w and the library l. */
export const OF_STORIES = Prisma.sql`
  stories s
  JOIN participants pa ON pa.id = s.participant_id ${WITH_CLASS_AND_LIBRARY}`;

/** A champion ch, the same way. Who handed their library over, or is not let into it, is no example. */
export const OF_CHAMPIONS = Prisma.sql`
  champions ch
  JOIN participants pa ON pa.id = ch.participant_id AND pa.left_at IS NULL AND NOT ${IS_APART} ${WITH_CLASS_AND_LIBRARY}`;

export const PLACE = Prisma.sql`coalesce(l.place_code, c.province_code)`;

/** The name of the place, or of the one that it lies in, with a code of so many letters; empty where it is not known as closely. */
export const placeName = (letters: number) =>
  Prisma.sql`coalesce((SELECT pl.name FROM places pl WHERE pl.code = left(${PLACE}, ${letters}) AND length(${PLACE}) >= ${letters}), '')`;
