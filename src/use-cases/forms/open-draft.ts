// Opens somebody's draft of a form, or goes on with the one that is there.
import type { Actor } from "../../domain/people/person.js";
import type { Draft, Json } from "../../ports/queue/drafts.js";
import type { World } from "../../ports.js";

type Answers = Record<string, Json>;

export interface OpenDraftInput {
  form: string;
  subject: string;
  version: number;
  /** What a draft of another version holds instead of its answers, and the update that found it so; null: none did. */
  restart?: { answers: Answers; updateId: number | null };
  /** The answers that a new draft begins with. */
  initial?: Answers | undefined;
}

/** Twice is once. */
export async function openDraft(
  { store, clock }: Pick<World, "store" | "clock">,
  { telegramId }: Pick<Actor, "telegramId">,
  { form, subject, version, restart, initial }: OpenDraftInput,
): Promise<Draft> {
  const draft = await store.drafts.open(telegramId, form, subject, version, clock.now(), restart);
  if (initial === undefined || Object.keys(draft.answers).length > 0) return draft;
  await store.drafts.begin(draft.id, initial);
  return { ...draft, answers: initial };
}
