// What somebody has filled in: of one form, of all that they can go on with, or what an update of theirs has ended.
import type { Actor } from "../../domain/people/person.js";
import type { Draft } from "../../ports/queue/drafts.js";
import type { World } from "../../ports.js";

type Of = Pick<Actor, "telegramId">;
type Stored = Pick<World, "store">;

export function findDraft({ store }: Stored, { telegramId }: Of, form: string, subject: string): Promise<Draft | null> {
  return store.drafts.find(telegramId, form, subject);
}

/** All that can be gone on with, the one touched last first. */
export function unfinishedDrafts({ store }: Stored, { telegramId }: Of): Promise<Draft[]> {
  return store.drafts.unfinishedOf(telegramId);
}

/** Null when it is not theirs, or is over. */
export function unfinishedDraft({ store }: Stored, { telegramId }: Of, id: number): Promise<Draft | null> {
  return store.drafts.findUnfinished(telegramId, id);
}

/** The draft that this very update ended or put aside before: then it is handled again. What earlier ones ended is forgotten here. */
export function draftEndedBy({ store }: Stored, { telegramId }: Of, updateId: number): Promise<Draft | null> {
  return store.drafts.endedBy(telegramId, updateId);
}
