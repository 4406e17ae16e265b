// The account as a file: the same lines as on the screen, by the same query, the newest first.
import type { AuditFilter } from "../../domain/own-data/audit-filter.js";
import type { AuditLine } from "../../domain/own-data/audit-line.js";
import { adminReach } from "../../domain/people/admin-reach.js";
import { isAdmin, type KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import { noteIfTheirs } from "../exports/note-if-theirs.js";
import { auditWish, filterInDetails } from "./list-audit.js";
import type { ExportAsked } from "./note-export.js";

/** More is asked for day by day: a sheet of them takes ten seconds, and nobody reads it. */
const MOST_EXPORTED = 20_000;
const A_PIECE = 1000;

type ExportAuditOutcome = { kind: "exported"; lines: AuditLine[]; isAll: boolean } | { kind: "not_allowed" };

/** Lines stay as they are, so pieces read one after the other are the account of one moment. */
export async function exportAudit(
  world: World,
  actor: KnownActor,
  { filter, ...asked }: { filter: AuditFilter } & ExportAsked,
): Promise<ExportAuditOutcome> {
  if (!isAdmin(actor)) return { kind: "not_allowed" };
  const { auditLines } = world.store;
  const wish = auditWish(actor, filter);
  const lines: AuditLine[] = [];
  let older = true;
  const total = await auditLines.count(wish, MOST_EXPORTED);
  let untilId: number | null = null;
  while (older && lines.length < MOST_EXPORTED) {
    const at = { untilId, lineId: lines.at(-1)?.id ?? null, isNewer: false };
    const page = await auditLines.page(wish, at, Math.min(A_PIECE, MOST_EXPORTED - lines.length));
    lines.push(...page.lines);
    untilId = page.untilId;
    older = page.older && page.lines.length > 0;
    world.progress?.({ what: "gathering", done: lines.length, total });
  }
  const details = { ...filterInDetails(filter), rows: lines.length };
  const line = { action: "audit.export", subject: "audit", details } as const;
  const care = { trainerId: null, regions: adminReach(actor.roles) };
  if (!(await noteIfTheirs(world, actor, care, line, asked))) return { kind: "not_allowed" };
  return { kind: "exported", lines, isAll: !older };
}
