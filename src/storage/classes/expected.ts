// Who is expected in classes: everybody on the roster, and who joined without being on it; who left is not. One statement for lists,
// counts and boards alike, so that their numbers are equal.
import { Prisma } from "../generated/client.js";

/** Rows: class_id, roster_row_id, participant_id, name. `classIds`: an SQL array of ids. */
export function expectedIn(classIds: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT r.class_id, r.id AS roster_row_id, p.id AS participant_id, coalesce(nullif(pe.name, ''), r.name) AS name
    FROM roster_rows r
    LEFT JOIN participants p ON p.id = r.participant_id
    LEFT JOIN people pe ON pe.id = p.person_id
    WHERE r.class_id = ANY(${classIds}) AND p.left_at IS NULL
    UNION ALL
    SELECT p.class_id, NULL, p.id, pe.name
    FROM participants p JOIN people pe ON pe.id = p.person_id
    WHERE p.class_id = ANY(${classIds}) AND p.left_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM roster_rows r WHERE r.participant_id = p.id AND r.class_id = p.class_id))`;
}

/** The answers of expected people (e) to a session (s): their own or a mark on themselves (a), else the mark on their line (m). */
export const THEIR_ANSWERS = Prisma.sql`
  LEFT JOIN attendance a ON a.session_id = s.id AND a.participant_id = e.participant_id
  LEFT JOIN roster_attendance m ON m.session_id = s.id AND m.roster_row_id = e.roster_row_id AND a.session_id IS NULL`;
