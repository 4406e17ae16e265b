// Where what a line of the account is about lies, and of which cohort it is, as it was when the line was written: by that admins read the
// lines of their region and cohort (reach.ts). What is about many is placed where the one who did it works.
import { Prisma } from "../generated/client.js";

/** Subjects that name one thing; of one that is gone nothing is known. All others are lists and acts on many. */
const NAMED = [
  ...["plan", "participant", "thread", "roster_row", "class", "trainer", "session", "roster-import", "wave", "cohort"],
  ...["practice", "place", "regency", "province", "announcement", "person"],
];

const OF_CLASS = Prisma.sql`JOIN training_classes c ON c.id = one.class_id JOIN waves w ON w.id = c.wave_id`;

/** Where somebody works, in roles and classes; those that ended too: what they did yesterday is read of where they were. */
function workOf(personId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT r.region_code AS place, r.cohort_id FROM role_bindings r WHERE r.person_id = ${personId} AND r.role = 'admin'
    UNION ALL
    SELECT c.province_code, w.cohort_id FROM class_trainers one ${OF_CLASS} WHERE one.person_id = ${personId}`;
}

/** The one of all these; nothing where they differ, or one of them is everything. */
function common(value: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN count(*) = count(${value}) AND min(${value}) = max(${value}) THEN min(${value}) END`;
}

const REGENCY = Prisma.sql`CASE WHEN length(part.place) >= 5 THEN left(part.place, 5) END`;

/**
 * A LATERAL of one row: province_code, regency_code, cohort_id. The line before it is called l: kind and number are those of its subject
 * (plan, 17), rest is what stands behind the kind.
 */
export const PLACE_OF_LINE = Prisma.sql`LATERAL (
  SELECT ${common(Prisma.sql`left(part.place, 2)`)} AS province_code, ${common(REGENCY)} AS regency_code,
    ${common(Prisma.sql`part.cohort_id`)} AS cohort_id
  FROM (
    SELECT lib.place_code AS place, wp.cohort_id FROM work_plans wp JOIN libraries lib ON lib.id = wp.library_id
      WHERE l.kind = 'plan' AND wp.id = l.number
    UNION ALL
    SELECT coalesce(lib.place_code, c.province_code), w.cohort_id FROM participants one
      LEFT JOIN libraries lib ON lib.id = one.library_id ${OF_CLASS}
      WHERE one.id = CASE l.kind WHEN 'participant' THEN l.number
        WHEN 'thread' THEN (SELECT t.participant_id FROM question_threads t WHERE t.id = l.number) END
    UNION ALL
    SELECT coalesce(one.place_code, c.province_code), w.cohort_id FROM roster_rows one ${OF_CLASS}
      WHERE l.kind = 'roster_row' AND one.id = l.number
    UNION ALL
    SELECT c.province_code, w.cohort_id FROM training_classes c JOIN waves w ON w.id = c.wave_id
      WHERE c.id = CASE WHEN l.kind IN ('class', 'trainer') THEN l.number
        WHEN l.kind = 'session' THEN (SELECT s.class_id FROM training_sessions s WHERE s.id = l.number)
        WHEN l.kind = 'roster-import' THEN (SELECT i.class_id FROM roster_imports i WHERE i.id = l.number) END
    UNION ALL
    SELECT NULL, w.cohort_id FROM waves w WHERE l.kind = 'wave' AND w.id = l.number
    UNION ALL
    SELECT NULL, l.number WHERE l.kind IN ('cohort', 'practice')
    UNION ALL
    SELECT l.rest, NULL WHERE l.kind IN ('place', 'regency', 'province')
    UNION ALL
    SELECT reach ->> 'regionCode', (reach ->> 'cohortId')::int
      FROM announcements a, LATERAL jsonb_array_elements(a.audience -> 'reach') AS reach
      WHERE l.kind = 'announcement' AND a.id = l.number
    UNION ALL
    SELECT coalesce(lib.place_code, c.province_code), w.cohort_id FROM participants one
      LEFT JOIN libraries lib ON lib.id = one.library_id ${OF_CLASS}
      WHERE l.kind = 'person' AND one.person_id = l.number
    UNION ALL
    SELECT theirs.place, theirs.cohort_id FROM (${workOf(Prisma.sql`l.number`)}) AS theirs WHERE l.kind = 'person'
    UNION ALL
    SELECT own.place, own.cohort_id FROM (${workOf(Prisma.sql`l.actor_id`)}) AS own
      WHERE l.kind <> ALL(${NAMED}::text[])
  ) AS part (place, cohort_id)
) AS placed`;
