// What a pause of a place is about, in numbers, and whose people they are.
import type { PlaceCounts, PlaceOfCohort } from "../../ports/people/pauses.js";
import { toldOf } from "../caseload/looking-after.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { isWithin } from "../reach.js";
import { toPerson } from "./people.js";

/** For WITH: `there`, those who take part there, each class of theirs. */
function there({ placeCode, cohortId }: PlaceOfCohort): Prisma.Sql {
  const reach = [{ regionCode: placeCode, cohortId }];
  return Prisma.sql`there AS (
    SELECT pa.person_id, pa.class_id FROM participants pa
    JOIN training_classes c ON c.id = pa.class_id JOIN waves w ON w.id = c.wave_id
    LEFT JOIN libraries l ON l.id = pa.library_id
    WHERE pa.left_at IS NULL
      AND ${isWithin(reach, Prisma.sql`coalesce(l.place_code, c.province_code)`, Prisma.sql`w.cohort_id`)})`;
}

export async function countAt(db: Db, where: PlaceOfCohort, now: Date): Promise<PlaceCounts> {
  const reach = [{ regionCode: where.placeCode, cohortId: where.cohortId }];
  const [row] = await db.$queryRaw<[PlaceCounts]>`
    WITH ${there(where)}
    SELECT (SELECT count(DISTINCT person_id)::int FROM there) AS people,
      (SELECT count(DISTINCT carer.person_id)::int FROM ${toldOf(now)} carer
        WHERE carer.class_id IN (SELECT class_id FROM there)) AS trainers,
      (SELECT count(*)::int FROM work_plans wp JOIN libraries l ON l.id = wp.library_id
        WHERE wp.state <> 'done' AND ${isWithin(reach, Prisma.sql`l.place_code`, Prisma.sql`wp.cohort_id`)}) AS plans,
      (SELECT count(*)::int FROM outbox o WHERE o.state = 'waiting' AND o.person_id IN (SELECT person_id FROM there)) AS waiting`;
  return row;
}

export async function trainersAt(db: Db, where: PlaceOfCohort, now: Date) {
  const counts = await db.$queryRaw<{ id: number; people: number }[]>`
    WITH ${there(where)}
    SELECT carer.person_id AS id, count(DISTINCT there.person_id)::int AS people
    FROM there JOIN ${toldOf(now)} carer ON carer.class_id = there.class_id GROUP BY carer.person_id`;
  const people = new Map(counts.map(({ id, people: count }) => [id, count]));
  const rows = await db.person.findMany({
    where: { id: { in: [...people.keys()] }, erasedAt: null },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({ trainer: toPerson(row), people: people.get(row.id) ?? 0 }));
}
