// The end of a form by which the programme is set up: what was written and what is said, in one transaction.
import type { Message } from "../../domain/messages/message.js";
import type { Draft, Json } from "../../ports/queue/drafts.js";
import type { World } from "../../ports.js";
import type { Finished } from "../forms/form.js";

/** `work` says what happened, or what must be answered differently first; then nothing is written. */
export async function finishedBy(
  world: World,
  draft: Draft,
  updateId: number,
  work: (inside: World) => Promise<Message | Extract<Finished, { kind: "not_yet" }>>,
): Promise<Finished> {
  return world.store.transaction(async (store) => {
    const said = await work({ ...world, store });
    if ("kind" in said) return said;
    await store.drafts.finish(draft.id, said as unknown as Json, updateId, world.clock.now());
    return { kind: "done", message: said };
  });
}
