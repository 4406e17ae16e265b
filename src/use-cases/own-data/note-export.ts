// Writes the line of an export: who took which personal data out of the system, how much of it, and what for.
import type { ExportName } from "../../domain/own-data/export.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";

/** What an export is asked for with: the purpose that was said, and the update that asked, by which twice is once. */
export interface ExportAsked {
  purpose: string;
  updateId: number;
}

export interface ExportLine {
  action: ExportName;
  /** announcement:3, class:5, people: what the file is about. */
  subject: string;
  /** How many rows it holds and by which filter; never the rows. */
  details: Record<string, string | number | boolean | null>;
}

/** In the transaction in which the rows are read. An update handled again leaves no second line. */
export async function noteExport(
  { clock, store }: Pick<World, "clock" | "store">,
  { person }: KnownActor,
  { action, subject, details }: ExportLine,
  { purpose, updateId }: ExportAsked,
): Promise<void> {
  await store.audit.recordOnce({ actorId: person.id, action, subject, details, purpose }, updateId, clock.now());
}
