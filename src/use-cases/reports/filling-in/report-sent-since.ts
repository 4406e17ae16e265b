// The report that somebody has just sent: what they send behind it is mostly meant for it.
import type { KnownActor } from "../../../domain/people/person.js";
import type { ProgressReport } from "../../../ports/plans/reports.js";
import type { World } from "../../../ports.js";

export function reportSentSince(
  { store }: Pick<World, "store">,
  { person }: KnownActor,
  since: Date,
): Promise<ProgressReport | null> {
  return store.reports.latestBy(person.id, since);
}
