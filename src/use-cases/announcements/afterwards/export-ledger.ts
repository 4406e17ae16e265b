// Gives out who got an announcement and who did not, by name: personal data leaves the system, so its purpose is kept.
import type { KnownActor } from "../../../domain/people/person.js";
import type { Receiver } from "../../../ports/announcements/receivers.js";
import type { World } from "../../../ports.js";
import { type ExportAsked, noteExport } from "../../own-data/note-export.js";
import { announcementWithinReach } from "../announcement-within-reach.js";

export type ExportLedgerOutcome = { kind: "exported"; rows: Receiver[] } | { kind: "out_of_reach" };

export async function exportLedger(
  world: World,
  actor: KnownActor,
  { announcementId, ...asked }: { announcementId: number } & ExportAsked,
): Promise<ExportLedgerOutcome> {
  return world.transaction(async (inside) => {
    const { store } = inside;
    const announcement = await announcementWithinReach(store, actor, announcementId);
    if (announcement === null) return { kind: "out_of_reach" };
    const rows = await store.receivers.all(announcementId);
    const subject = `announcement:${announcementId}`;
    await noteExport(inside, actor, { action: "announcement.export", subject, details: { rows: rows.length } }, asked);
    return { kind: "exported", rows };
  });
}
