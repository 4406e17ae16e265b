// Keeps what an update has changed about a draft: its answers, or where its question stands.
import type { Asked, Draft, Json } from "../../ports/queue/drafts.js";
import type { World } from "../../ports.js";

/** Returns when it was kept. Twice is once: an update already taken changes nothing. @throws when the draft is no longer as it was read */
export async function keepDraft(
  { store, clock }: Pick<World, "store" | "clock">,
  draft: Pick<Draft, "id" | "lastUpdateId">,
  fields: { answers: Record<string, Json>; editing: string | null; updateId: number },
): Promise<Date> {
  const now = clock.now();
  await store.drafts.keep(draft, fields, now);
  return now;
}

/** Which message asks the open question. */
export async function noteAsked({ store }: Pick<World, "store">, draftId: number, asked: Asked): Promise<void> {
  await store.drafts.noteAsked(draftId, asked);
}

/** They are here: a nudge about it that still waits has lost its point. */
export async function recallNudge(
  { store, clock }: Pick<World, "store" | "clock">,
  { id, nudgedAt }: Pick<Draft, "id" | "nudgedAt">,
): Promise<void> {
  if (nudgedAt !== null) await store.outbox.cancelAbout(`draft:${id}`, "continued", clock.now());
}
