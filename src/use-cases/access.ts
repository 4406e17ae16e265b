// The door to other people's data: whatever shows it says so here, in the use case that hands it out.
import { type LookName, SAME_LOOK_MILLISECONDS } from "../domain/own-data/look.js";
import type { Actor } from "../domain/people/person.js";
import type { World } from "../ports.js";

export interface Look {
  action: LookName;
  /** What was looked at: participant:3, plan:17; of a list its name. */
  subject: string;
  /** Of a list: how many it holds, by which filter, which page. Never what was searched for: that may be somebody's name. */
  details?: Record<string, string | number | boolean>;
  /** Of a list: those who stood on the screen, as person:3, participant:4, roster_row:5, so that they can see it. */
  shown?: string[];
}

/** Writes the line of a look, once for the same screen within a minute (domain/own-data/look.ts). */
export async function noteLook(
  { clock, store }: Pick<World, "clock" | "store">,
  actor: Pick<Actor, "person">,
  { action, subject, details, shown = [] }: Look,
): Promise<void> {
  if (actor.person === null) throw new Error("Nobody unknown looks at other people's data.");
  const entry = {
    actorId: actor.person.id,
    action,
    subject,
    ...((details !== undefined || shown.length > 0) && { details: { ...details, ...(shown.length > 0 && { shown }) } }),
  };
  await store.audit.recordLook(entry, SAME_LOOK_MILLISECONDS, clock.now());
}

/** Those whom plans or events are about, once each. */
export function shownIn(items: readonly { personIds: readonly number[] }[]): string[] {
  return [...new Set(items.flatMap(({ personIds }) => personIds))].map((id) => `person:${id}`);
}
