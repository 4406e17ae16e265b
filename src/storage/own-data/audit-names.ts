// What the lines of the account are about, by name: only of the few that are shown.
import { Prisma } from "../generated/client.js";

const number = (kind: string) => Prisma.sql`substring(a.subject FROM ${`^${kind}:([0-9]{1,9})$`})::int`;

const personOf = (participant: Prisma.Sql) => Prisma.sql`(
  SELECT pe.name FROM participants pa JOIN people pe ON pe.id = pa.person_id WHERE pa.id = ${participant})`;

/** Of the line a; null where the subject has no name, or is gone. */
export const NAME_OF_SUBJECT = Prisma.sql`CASE split_part(a.subject, ':', 1)
  WHEN 'person' THEN (SELECT pe.name FROM people pe WHERE pe.id = ${number("person")})
  WHEN 'participant' THEN ${personOf(number("participant"))}
  WHEN 'roster_row' THEN (SELECT r.name FROM roster_rows r WHERE r.id = ${number("roster_row")})
  WHEN 'plan' THEN (SELECT l.name FROM work_plans p JOIN libraries l ON l.id = p.library_id WHERE p.id = ${number("plan")})
  WHEN 'thread' THEN ${personOf(Prisma.sql`(SELECT t.participant_id FROM question_threads t WHERE t.id = ${number("thread")})`)}
  WHEN 'class' THEN (SELECT c.name FROM training_classes c WHERE c.id = ${number("class")})
  WHEN 'session' THEN (SELECT s.title FROM training_sessions s WHERE s.id = ${number("session")})
  WHEN 'cohort' THEN (SELECT c.name FROM cohorts c WHERE c.id = ${number("cohort")})
  WHEN 'place' THEN (SELECT p.name FROM places p WHERE p.code = split_part(a.subject, ':', 2))
  WHEN 'regency' THEN (SELECT p.name FROM places p WHERE p.code = split_part(a.subject, ':', 2))
  WHEN 'announcement' THEN split_part(a.subject, ':', 2)
END`;
