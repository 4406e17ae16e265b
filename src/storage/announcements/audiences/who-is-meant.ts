// Whom an announcement is for, as SQL: one row a person, however many of its classes they are in, and never beyond the reach.
import {
  type Audience,
  type AudienceScope,
  asksOfParticipants,
  type PlanFilter,
} from "../../../domain/announcements/audience.js";
import { SPREAD_FACTOR, SPREAD_MILLISECONDS } from "../../../domain/time/working-hours.js";
import type { AudienceTerms } from "../../../ports/announcements/announcements.js";
import { isOverdue } from "../../caseload/plan-facts.js";
import { toJsonText } from "../../engine/json-text.js";
import { Prisma } from "../../generated/client.js";
import { manages } from "../../people/managers.js";
import { isWithin, TRAINERS_NOW } from "../../reach.js";
import { hasOptedOut, isAway } from "../../reachable.js";

export function zoneTable(terms: AudienceTerms): Prisma.Sql {
  return Prisma.sql`zone AS (
    SELECT * FROM jsonb_to_recordset(${toJsonText(terms.zones)}::jsonb) AS z(zone text, "dueAt" timestamp, waits boolean, today date)
  )`;
}

/** For a row z of `zone`: each person's own moment of the half hour from then on, as nextWorkingInstant gives it; at once where nobody has to wait. */
export function spreadFrom(personId: Prisma.Sql): Prisma.Sql {
  const part = Prisma.sql`((${personId}::bigint * ${SPREAD_FACTOR}::bigint) % 4294967296) / 4294967296.0`;
  return Prisma.sql`CASE WHEN z.waits
    THEN z."dueAt" + floor(${part} * ${SPREAD_MILLISECONDS}::int) * interval '1 millisecond' ELSE z."dueAt" END`;
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
      WHERE ${isClassMeant(audience)}
    ), member AS (
      ${membersOf(audience)}
    ), once AS (
      SELECT DISTINCT ON (m.person_id, m.roster_row_id) m.*, c.name AS class_name, c.zone
      FROM member m JOIN class c ON c.id = m.class_id
      WHERE ${isWithin(terms.reach, PLACE, Prisma.sql`c.cohort_id`)} AND ${isPlaceMeant(audience)}
      ORDER BY m.person_id, m.roster_row_id, m.rank, c.starts_on DESC, c.id DESC
    ), audience AS (
      SELECT o.person_id, o.roster_row_id, COALESCE(p.name, o.name) AS name, o.library, o.class_name,
        COALESCE(p.zone, o.zone) AS zone, p.telegram_id,
        CASE
          WHEN p.telegram_id IS NULL THEN 'not_joined'
          WHEN ${isAway()} THEN COALESCE(p.unreachable_cause::text, 'blocked')
          WHEN ${hasOptedOut(Prisma.sql`'announcements'`)} THEN 'opted_out'
        END AS skipped
      FROM once o LEFT JOIN people p ON p.id = o.person_id
      WHERE p.erased_at IS NULL AND ${hasJoinedAsMeant(audience)}
    )`;
}

/** Of a class c of a wave w. A condition that asks nothing is left out, so that the plan stays as short as the question. */
function isClassMeant({ scope, cohorts, waves, classes }: Audience): Prisma.Sql {
  return allOf([
    ...inScope(scope),
    ...isOneOf(Prisma.sql`w.cohort_id`, cohorts),
    ...isOneOf(Prisma.sql`w.id`, waves),
    ...isOneOf(Prisma.sql`c.id`, classes),
  ]);
}

function inScope(scope: AudienceScope): Prisma.Sql[] {
  switch (scope.kind) {
    case "all":
      return [];
    case "province":
      return [Prisma.sql`c.province_code = ${scope.code}`];
    case "class":
      return [Prisma.sql`c.id = ${scope.classId}`];
    case "practice":
      return [Prisma.sql`w.cohort_id = ${scope.cohortId}`];
  }
}

/** Of a member m of a class c. */
function isPlaceMeant({ places = [] }: Audience): Prisma.Sql {
  if (places.length === 0) return Prisma.sql`TRUE`;
  return Prisma.sql`EXISTS (SELECT 1 FROM unnest(${places}::text[]) AS chosen(code)
    WHERE ${PLACE} = chosen.code OR starts_with(${PLACE}, chosen.code || '.'))`;
}

const PLACE = Prisma.sql`COALESCE(m.place_code, c.province_code)`;

/** Of a person p, or of nobody. */
function hasJoinedAsMeant({ joined = "any" }: Audience): Prisma.Sql {
  if (joined === "any") return Prisma.sql`TRUE`;
  return joined === "joined" ? Prisma.sql`p.telegram_id IS NOT NULL` : Prisma.sql`p.telegram_id IS NULL`;
}

function membersOf(audience: Audience): Prisma.Sql {
  const { role, plans, kinds = [], trainers: chosen = [] } = audience;
  const isTaught = Prisma.sql`EXISTS (
    SELECT 1 FROM ${TRAINERS_NOW} taught WHERE taught.class_id = c.id AND taught.person_id = ANY(${chosen}::int[]))`;
  const asMeant = (kind: Prisma.Sql): Prisma.Sql[] => [
    ...(kinds.length === 0 ? [] : [Prisma.sql`${kind}::text = ANY(${kinds}::text[])`]),
    ...(chosen.length === 0 ? [] : [isTaught]),
  ];
  const participants = Prisma.sql`
    SELECT p.person_id, NULL::int AS roster_row_id, p.class_id, l.place_code, NULL AS name, l.name AS library, 0 AS rank
    FROM participants p JOIN class c ON c.id = p.class_id LEFT JOIN libraries l ON l.id = p.library_id
    WHERE ${allOf([Prisma.sql`p.left_at IS NULL`, ...asMeant(Prisma.sql`p.kind`), ...withPlans(plans)])}`;
  // Those who have not joined have written no plan that one could ask for.
  const invited = Prisma.sql`
    UNION ALL SELECT NULL, r.id, r.class_id, r.place_code, r.name, r.library_name, 0
    FROM roster_rows r JOIN class c ON c.id = r.class_id
    WHERE ${allOf([Prisma.sql`r.participant_id IS NULL`, ...asMeant(Prisma.sql`r.kind`)])}`;
  const trainers = Prisma.sql`
    SELECT t.person_id, NULL::int AS roster_row_id, t.class_id, NULL AS place_code, NULL AS name, NULL AS library, 1 AS rank
    FROM ${TRAINERS_NOW} t JOIN class c ON c.id = t.class_id
    WHERE ${allOf(isOneOf(Prisma.sql`t.person_id`, chosen))}`;
  if (role === "trainers") return trainers;
  const joinedOrNot = plans === "any" ? Prisma.sql`${participants} ${invited}` : participants;
  const meansTrainers = role === "everyone" && !asksOfParticipants(audience);
  return meansTrainers ? Prisma.sql`${joinedOrNot} UNION ALL ${trainers}` : joinedOrNot;
}

/** Of a participant p of a class c. */
function withPlans(plans: PlanFilter): Prisma.Sql[] {
  if (plans === "any") return [];
  // Of an office's people only those flagged manage its plans.
  return [
    manages(Prisma.sql`p.person_id`, Prisma.sql`p.library_id`),
    // IS TRUE: looked up in a table of hashes, row by row. As a join, the planner takes the cohort of a class for a rare one, and reads
    // each library once for every class: twelve seconds for ten thousand people.
    Prisma.sql`((p.library_id, c.cohort_id) IN (${LIBRARIES_WITH[plans]})) IS TRUE`,
  ];
}

/** Read once for all, and not for each participant: there are three plans a library, and ten thousand libraries. */
const LIBRARIES_WITH: Record<Exclude<PlanFilter, "any">, Prisma.Sql> = {
  unwritten: Prisma.sql`SELECT DISTINCT w.library_id, w.cohort_id FROM work_plans w WHERE w.state = 'unwritten'`,
  unreported: Prisma.sql`SELECT DISTINCT w.library_id, w.cohort_id FROM work_plans w WHERE w.state <> 'done' AND w.last_report_at IS NULL`,
  overdue: Prisma.sql`SELECT DISTINCT w.library_id, w.cohort_id
    FROM work_plans w JOIN training_classes tc ON tc.id = w.class_id JOIN zone z ON z.zone = tc.zone
    WHERE ${isOverdue(Prisma.sql`w.state`, Prisma.sql`w.due_on`, Prisma.sql`z.today`)}`,
  done: Prisma.sql`SELECT w.library_id, w.cohort_id FROM work_plans w GROUP BY 1, 2 HAVING bool_and(w.state = 'done')`,
};

function isOneOf(column: Prisma.Sql, values: readonly number[] = []): Prisma.Sql[] {
  return values.length === 0 ? [] : [Prisma.sql`${column} = ANY(${values}::int[])`];
}

function allOf(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, " AND ");
}
