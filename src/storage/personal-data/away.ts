// When people are away: trainers and admins from their work, and those who take part from everything.
import { Prisma } from "../generated/client.js";
import { gone, not, personalTable, pointers, toNull } from "./table.js";

const { sql } = Prisma;

/** Of the one who was away; who covered sees it too, and is only taken out of it. */
export const absences = personalTable<Prisma.AbsenceScalarFieldEnum>("absences", {
  theirs: ({ personId }) => sql`t.person_id = ${personId}`,
  shared: ({ personId }) => sql`t.cover_id = ${personId}`,
  about: {
    rows: ({ personId, invitedIds }) => sql`t.cover_id = ANY(${[personId, ...invitedIds]}::int[])`,
    erase: { coverId: toNull },
  },
  erase: "rows",
  order: sql`t.starts_at, t.id`,
  columns: {
    ...pointers("updateId"),
    id: gone("id"),
    personId: gone("name", () => sql`(SELECT p.name FROM people p WHERE p.id = t.person_id)`),
    startsAt: gone("from"),
    endsAt: gone("until"),
    coverId: gone("cover", () => sql`(SELECT p.name FROM people p WHERE p.id = t.cover_id)`),
    setById: gone("by", () => sql`(SELECT p.name FROM people p WHERE p.id = t.set_by_id)`),
    at: gone("at"),
  },
});

/** Why they pause is about their body or family: all of it goes. A place's pause is nobody's. */
export const pauses = personalTable<Prisma.PauseScalarFieldEnum>("pauses", {
  theirs: ({ personId }) => sql`t.person_id = ${personId}`,
  erase: "rows",
  order: sql`t.from_on, t.id`,
  columns: {
    ...pointers("personId", "updateId"),
    ...not("of a pause that is somebody's own it is empty", "placeCode", "cohortId", "tells"),
    id: gone("id"),
    reason: gone("reason"),
    fromOn: gone("from", () => sql`t.from_on::text`),
    untilOn: gone("until", () => sql`t.until_on::text`),
    setById: gone("by", () => sql`(SELECT p.name FROM people p WHERE p.id = t.set_by_id)`),
    at: gone("at"),
    endedAt: gone("resolvedAt"),
    undoneAt: gone("withdrawnAt"),
  },
});
