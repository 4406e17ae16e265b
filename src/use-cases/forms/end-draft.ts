// The three ends of a draft: finished, put aside for later, thrown away with its files.
import type { Message } from "../../domain/messages/message.js";
import type { Draft } from "../../ports/queue/drafts.js";
import type { World } from "../../ports.js";

/** What the person is told about it, should this update be handled again. */
export interface LastWord {
  result: Message;
  updateId: number;
}

/** Call it in the transaction that writes what the form was for. @throws when another update has finished it */
export async function finishDraft(
  inside: World,
  { id }: Pick<Draft, "id">,
  { result, updateId }: LastWord,
): Promise<void> {
  await inside.store.drafts.finish(id, result, updateId, inside.clock.now());
}

/** Come back to, it is at its question: `answers` says nothing of how to leave it. */
export async function putDraftAside(world: World, draft: Draft, answers: Draft["answers"], updateId: number) {
  const now = world.clock.now();
  await world.transaction(async ({ store }) => {
    await store.drafts.keep(draft, { answers, editing: draft.editing, updateId }, now);
    await store.drafts.putAside(draft.id, updateId, now);
  });
}

/** `said`: null where nobody is told; it just ends. */
export async function throwDraftAway(
  world: World,
  { id }: Pick<Draft, "id">,
  said: LastWord | null,
  andThen?: (inside: World) => Promise<void> | undefined,
): Promise<void> {
  await world.transaction(async (inside) => {
    await andThen?.(inside);
    const files = await inside.store.drafts.throwAway(id, said, world.clock.now());
    // Before the commit: when it fails all is tried again; after it nobody would know the paths any more.
    for (const path of files) await world.files.remove(path);
  });
}
