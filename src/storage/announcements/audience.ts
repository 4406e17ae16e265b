// Whom an announcement is for, as SQL: one row a person, however many of its classes they are in, and never beyond the reach.
import type { Audience } from "../../domain/announcements/announcement.js";
import { SPREAD_FACTOR, SPREAD_MILLISECONDS } from "../../domain/time/working-hours.js";
import type { AudienceTerms } from "../../ports/announcements.js";
import { isOverdue } from "../caseload/plan-facts.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma } from "../generated/client.js";
import { manages } from "../people/managers.js";
import { isWithin, TRAINERS_NOW } from "../reach.js";

export function zoneTable(terms: AudienceTerms): Prisma.Sql {
  return Prisma.sql`zone AS (
    SELECT * FROM jsonb_to_recordset(${toJsonText(terms.zones)}::jsonb) AS z(zone text, "dueAt" timestamp, today date)
  )`;
}

/** Each person's own moment of the half hour from then on, as nextWorkingInstant gives it; at once where nobody has to wait. */
export function spreadFrom(dueAt: Prisma.Sql, personId: Prisma.Sql, now: Date): Prisma.Sql {
  const part = Prisma.sql`((${personId}::bigint * ${SPREAD_FACTOR}::bigint) % 4294967296) / 4294967296.0`;
  return Prisma.sql`CASE WHEN ${dueAt} > ${now}::timestamp
    THEN ${dueAt} + floor(${part} * ${SPREAD_MILLISECONDS}::int) * interval '1 millisecond' ELSE ${dueAt} END`;
}

/**
 * Common tables for a WITH: `zone`, and `audience` with person_id, roster_row_id, skipped, name, library, class_name, zone,
 * telegram_id. Somebody in two of the classes is there once, as a participant rather than as a trainer, in the latest class.
 */
export function audienceTables(audience: Audience, terms: AudienceTerms): Prisma.Sql {
  return Prisma.sql`${zoneTable(terms)},
    class AS (
      SELECT c.id, c.name, c.province_code, c.zone, c.starts_on, w.cohort_id
      FROM training_classes c JOIN waves w ON w.id = c.wave_id
      WHERE ${inScope(audience)}
    ), member AS (
      ${membersOf(audience)}
    ), once AS (
      SELECT DISTINCT ON (m.person_id, m.roster_row_id) m.*, c.name AS class_name, c.zone
      FROM member m JOIN class c ON c.id = m.class_id
      WHERE ${isWithin(terms.reach, Prisma.sql`COALESCE(m.place_code, c.province_code)`, Prisma.sql`c.cohort_id`)}
      ORDER BY m.person_id, m.roster_row_id, m.rank, c.starts_on DESC, c.id DESC
    ), audience AS (
      SELECT o.person_id, o.roster_row_id, COALESCE(p.name, o.name) AS name, o.library, o.class_name,
        COALESCE(p.zone, o.zone) AS zone, p.telegram_id,
        CASE
          WHEN p.telegram_id IS NULL THEN 'not_joined'
          WHEN p.unreachable_since IS NOT NULL THEN COALESCE(p.unreachable_cause::text, 'blocked')
          WHEN 'announcements' = ANY(p.opted_out) THEN 'opted_out'
        END AS skipped
      FROM once o LEFT JOIN people p ON p.id = o.person_id
      WHERE p.erased_at IS NULL
    )`;
}

function inScope({ scope }: Audience): Prisma.Sql {
  switch (scope.kind) {
    case "all":
      return Prisma.sql`TRUE`;
    case "province":
      return Prisma.sql`c.province_code = ${scope.code}`;
    case "class":
      return Prisma.sql`c.id = ${scope.classId}`;
    case "practice":
      return Prisma.sql`w.cohort_id = ${scope.cohortId}`;
  }
}

function membersOf({ role, plans }: Audience): Prisma.Sql {
  const participants = Prisma.sql`
    SELECT p.person_id, NULL::int AS roster_row_id, p.class_id, l.place_code, NULL AS name, l.name AS library, 0 AS rank
    FROM participants p JOIN class c ON c.id = p.class_id LEFT JOIN libraries l ON l.id = p.library_id
    WHERE p.left_at IS NULL AND ${withPlans(plans)}`;
  // Those who have not joined have written no plan that one could ask for.
  const invited = Prisma.sql`
    UNION ALL SELECT NULL, r.id, r.class_id, r.place_code, r.name, r.library_name, 0
    FROM roster_rows r JOIN class c ON c.id = r.class_id WHERE r.participant_id IS NULL`;
  const trainers = Prisma.sql`
    SELECT t.person_id, NULL::int AS roster_row_id, t.class_id, NULL AS place_code, NULL AS name, NULL AS library, 1 AS rank
    FROM ${TRAINERS_NOW} t JOIN class c ON c.id = t.class_id`;
  if (role === "trainers") return trainers;
  if (plans !== "any") return participants;
  const joinedOrNot = Prisma.sql`${participants} ${invited}`;
  return role === "participants" ? joinedOrNot : Prisma.sql`${joinedOrNot} UNION ALL ${trainers}`;
}

function withPlans(plans: Audience["plans"]): Prisma.Sql {
  // Of an office's people only those flagged manage its plans.
  const ofLibrary = Prisma.sql`w.library_id = p.library_id AND w.cohort_id = c.cohort_id
    AND ${manages(Prisma.sql`p.person_id`, Prisma.sql`p.library_id`)}`;
  switch (plans) {
    case "any":
      return Prisma.sql`TRUE`;
    case "unwritten":
      return Prisma.sql`EXISTS (SELECT 1 FROM work_plans w WHERE ${ofLibrary} AND w.state = 'unwritten')`;
    case "overdue":
      return Prisma.sql`EXISTS (
        SELECT 1 FROM work_plans w JOIN zone z ON z.zone = c.zone
        WHERE ${ofLibrary} AND ${isOverdue(Prisma.sql`w.state`, Prisma.sql`w.due_on`, Prisma.sql`z.today`)})`;
  }
}
