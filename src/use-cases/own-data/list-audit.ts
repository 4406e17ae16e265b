// Who saw, exported, changed, sent or decided what: the account, for admins, as far as their reach goes. Opening it is a line itself.
import type { AuditFilter, AuditPlace } from "../../domain/own-data/audit-filter.js";
import type { AuditLine, AuditPerson } from "../../domain/own-data/audit-line.js";
import { adminReach } from "../../domain/people/admin-reach.js";
import { isAdmin, type KnownActor, zoneOf } from "../../domain/people/person.js";
import { normaliseName } from "../../domain/places/place-search.js";
import type { AuditLinesPage, AuditWish } from "../../ports/own-data/audit-lines.js";
import type { World } from "../../ports.js";
import { noteLook } from "../access.js";

/** Five lines of who, what and about whom fit one screen. */
const LINES_A_PAGE = 5;

/** Counted no further: nobody reads that many, and counting a million takes a second. */
export const MOST_COUNTED = 1000;

/** Names among which one chooses. */
const MOST_FOUND = 8;

interface AuditPage extends AuditLinesPage {
  count: number;
  names: { who: string | null; whom: string | null };
}

export type ListAuditOutcome = ({ kind: "listed" } & AuditPage) | { kind: "not_allowed" };

export async function listAudit(
  world: World,
  actor: KnownActor,
  filter: AuditFilter,
  at: AuditPlace,
): Promise<ListAuditOutcome> {
  if (!isAdmin(actor)) return { kind: "not_allowed" };
  const { auditLines } = world.store;
  const wish = auditWish(actor, filter);
  const page = await auditLines.page(wish, at, LINES_A_PAGE);
  const count = await auditLines.count(wish, MOST_COUNTED, page.untilId);
  const names = await auditLines.namesIn(wish);
  await noteLook(world, actor, {
    action: "audit.list",
    subject: "audit",
    details: { ...filterInDetails(filter), count, ...(at.lineId !== null && { from: at.lineId }) },
    shown: peopleIn(page.lines),
  });
  return { kind: "listed", ...page, count, names };
}

export function auditWish(actor: KnownActor, filter: AuditFilter): AuditWish {
  return { reach: adminReach(actor.roles), readerId: actor.person.id, filter, zone: zoneOf(actor.person) };
}

/** As the line of a look or an export keeps it: numbers, never names. */
export function filterInDetails({ kind, whoId, whom, day }: AuditFilter): Record<string, string | number> {
  return {
    ...(kind !== null && { kind }),
    ...(whoId !== null && { who: `person:${whoId}` }),
    ...(whom !== null && { whom: "personId" in whom ? `person:${whom.personId}` : `roster_row:${whom.rosterRowId}` }),
    ...(day !== null && { day }),
  };
}

/** Those whose names stand in these lines. */
function peopleIn(lines: readonly AuditLine[]): string[] {
  const named = lines.flatMap(({ actorId, subject }) => [
    ...(actorId === null ? [] : [`person:${actorId}`]),
    ...(/^(person|participant|roster_row):/.test(subject) ? [subject] : []),
  ]);
  return [...new Set(named)];
}

/** Among whom a part of a name chooses: those of staff who did something, or those about whom something was done. */
export async function findInAudit(
  { store }: World,
  actor: KnownActor,
  role: "who" | "whom",
  typed: string,
): Promise<AuditPerson[]> {
  if (!isAdmin(actor)) return [];
  const [name, reach] = [normaliseName(typed), adminReach(actor.roles)];
  if (role === "whom") {
    return store.auditLines.findWhom(reach, { name, number: typed.trim().toUpperCase() }, MOST_FOUND);
  }
  return name === "" ? [] : store.auditLines.findWho({ reach, readerId: actor.person.id }, name, MOST_FOUND);
}
