// Gives out who got an announcement and who did not, by name: personal data leaves the system, so its purpose is kept.
import type { KnownActor } from "../../../domain/people/person.js";
import type { LedgerRow } from "../../../ports/announcements.js";
import type { World } from "../../../ports.js";
import { announcementWithinReach } from "../announcement-within-reach.js";

export type ExportLedgerOutcome = { kind: "exported"; rows: LedgerRow[] } | { kind: "out_of_reach" };

export async function exportLedger(
  world: World,
  actor: KnownActor,
  { announcementId, purpose }: { announcementId: number; purpose: string },
): Promise<ExportLedgerOutcome> {
  return world.transaction(async ({ store }) => {
    const announcement = await announcementWithinReach(store, actor, announcementId);
    if (announcement === null) return { kind: "out_of_reach" };
    const rows = await store.announcements.ledger(announcementId);
    await store.audit.record(
      {
        actorId: actor.person.id,
        action: "announcement.export",
        subject: `announcement:${announcementId}`,
        details: { rows: rows.length },
        purpose,
      },
      world.clock.now(),
    );
    return { kind: "exported", rows };
  });
}
