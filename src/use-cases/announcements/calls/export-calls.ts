// Gives out whom an announcement did not reach, with numbers and words to pass on: personal data leaves the system, so its purpose is kept.
import type { KnownActor } from "../../../domain/people/person.js";
import type { Announcement } from "../../../ports/announcements/announcements.js";
import type { Call } from "../../../ports/announcements/receivers.js";
import type { World } from "../../../ports.js";
import { type ExportAsked, noteExport } from "../../own-data/note-export.js";
import { careForCalls } from "./care-for-calls.js";
import { readyText } from "./open-call.js";

export type ExportCallsOutcome =
  | { kind: "out_of_reach" }
  | { kind: "exported"; announcement: Announcement; words: string; rows: (Call & { ready: string })[] };

export async function exportCalls(
  world: World,
  actor: KnownActor,
  { announcementId, ...asked }: { announcementId: number } & ExportAsked,
): Promise<ExportCallsOutcome> {
  return world.transaction(async (inside) => {
    const right = await careForCalls(inside.store, actor, announcementId);
    if (right === null) return { kind: "out_of_reach" };
    const { announcement, care } = right;
    const calls = await inside.store.receivers.calls(announcementId, care);
    const rows = calls.map((call) => ({ ...call, ready: readyText(announcement, call, actor.person.name) }));
    const line = { action: "announcement.call_sheet", subject: `announcement:${announcementId}` } as const;
    await noteExport(inside, actor, { ...line, details: { rows: rows.length } }, asked);
    // On paper once for all: who passes it on writes the name in.
    const anybody = { name: BLANK, library: BLANK, className: BLANK, language: actor.language };
    return { kind: "exported", announcement, words: readyText(announcement, anybody, actor.person.name), rows };
  });
}

const BLANK = "……";

/** Whether there is such a list for them at this moment; leaves no line. */
export async function hasCalls({ store }: World, actor: KnownActor, announcementId: number): Promise<boolean> {
  return (await careForCalls(store, actor, announcementId)) !== null;
}
