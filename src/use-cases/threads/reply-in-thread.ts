// Somebody goes on in a thread: a trainer answers, or the asker asks on.
import type { KnownActor } from "../../domain/people/person.js";
import type { ThreadFile } from "../../domain/threads/thread-file.js";
import { THANKED_WITHIN_HOURS } from "../../domain/threads/waiting.js";
import { waitsForNoAnswer } from "../../domain/words/small-talk.js";
import type { World } from "../../ports.js";
import { findThread } from "./find-thread.js";
import { type PassedOn, passOn } from "./pass-on.js";

export interface ReplyInThreadInput {
  threadId: number;
  text: string;
  files: ThreadFile[];
  updateId: number;
  /** A trainer says that the answer is still to come: nobody forgets that it is owed. */
  holds?: boolean;
}

export type ReplyInThreadOutcome = PassedOn | { kind: "not_yours" };

/** Twice is once: an update adds one message. */
export async function replyInThread(
  world: World,
  actor: KnownActor,
  input: ReplyInThreadInput,
): Promise<ReplyInThreadOutcome> {
  const now = world.clock.now();
  const { person: author } = actor;
  return world.transaction(async (inside) => {
    const { store } = inside;
    const found = await findThread(inside, actor, input.threadId);
    if (found.kind !== "found") return { kind: "not_yours" };
    const { thread, side } = found;
    // The asker may be erased at this moment: then nothing more is written about them.
    if ((await store.people.hold([author.id, thread.asker.id])).size > 0) return { kind: "not_yours" };
    // Thanks and an "ok" wait for no answer: the thread stays as it was.
    const stays = input.files.length === 0 && waitsForNoAnswer(input.text);
    const isOnHold = input.holds === true && side !== "asker" && thread.state !== "answered";
    const state = isOnHold ? "read" : side !== "asker" ? "answered" : stays ? thread.state : "unread";
    if (side !== "asker" && !isOnHold) {
      await store.followUps.resolveOfThread(thread.id, { resolution: "contacted", byId: author.id }, now);
    }
    const messageId = await store.threads.add({ ...input, holds: isOnHold, authorId: author.id }, state, now);
    if (side !== "asker") {
      const line = { actorId: author.id, action: "question.answer" as const, subject: `thread:${thread.id}` };
      await store.audit.recordOnce(line, input.updateId, now);
    }
    return passOn(inside, thread, { messageId, author, text: input.text, files: input.files });
  });
}

/**
 * "Terima kasih" as a letter of its own, after an answer: the trainer sees it in the thread, which stays answered. Null where nobody has just
 * answered them, or they have thanked already.
 */
export async function thankForAnswer(
  world: World,
  actor: KnownActor,
  input: Pick<ReplyInThreadInput, "text" | "updateId">,
): Promise<ReplyInThreadOutcome | null> {
  const thread = await world.store.threads.latestOf(actor.person.id);
  if (thread === null || thread.state !== "answered" || thread.last.authorId === actor.person.id) return null;
  const hours = (world.clock.now().getTime() - thread.lastAt.getTime()) / 3_600_000;
  return hours > THANKED_WITHIN_HOURS
    ? null
    : replyInThread(world, actor, { ...input, threadId: thread.id, files: [] });
}
