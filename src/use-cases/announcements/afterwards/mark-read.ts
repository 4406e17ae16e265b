// A receiver says that they have read an announcement: counted once.
import type { KnownActor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";

export interface MarkReadInput {
  announcementId: number;
  /** Below which the button stood, where that is known. */
  messageId: number | null;
}

export type MarkReadOutcome =
  | { kind: "not_theirs" }
  /** `label`: what the button says from now on. */
  | { kind: "read" | "read_before"; label: string };

export async function markRead(
  world: World,
  { person }: KnownActor,
  { announcementId, messageId }: MarkReadInput,
): Promise<MarkReadOutcome> {
  return world.transaction(async ({ store, clock }) => {
    const labels = (await store.announcements.find(announcementId))?.content.asksRead;
    if (labels === undefined) return { kind: "not_theirs" };
    const kind = await store.receivers.markRead(announcementId, person.id, messageId, clock.now());
    return kind === "not_theirs" ? { kind } : { kind, label: labels[person.language].done };
  });
}
