// Somebody goes on in a thread: a trainer answers, or the asker asks on.
import type { KnownActor } from "../../domain/people/person.js";
import type { ThreadFile } from "../../domain/threads/thread-file.js";
import { THANKED_WITHIN_HOURS } from "../../domain/threads/waiting.js";
import { waitsForNoAnswer } from "../../domain/words/small-talk.js";
import type { World } from "../../ports.js";
import { findThread } from "./find-thread.js";
import { type PassedOn, passOn } from "./pass-on.js";
import { endCopies, endNotices } from "./waiting/end-notices.js";
import { writtenSince } from "./waiting/written-since.js";

export interface ReplyInThreadInput {
  threadId: number;
  text: string;
  files: ThreadFile[];
  updateId: number;
  /** A trainer says that the answer is still to come: nobody forgets that it is owed. */
  holds?: boolean;
  /** When what a trainer answers stood before them. Missing: they have seen all that was written. */
  shownAt?: Date;
}

/**
 * `wroteAgain`: the asker has written something that the answer cannot be about, and it goes on waiting. `onHold`: so does the question, whose
 * answer is still to come; what was answered before waits for nothing.
 */
export type ReplyInThreadOutcome = (PassedOn & { wroteAgain?: boolean; onHold?: boolean }) | { kind: "not_yours" };

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
    const { side } = found;
    // The asker may be erased at this moment: then nothing more is written about them.
    if ((await store.people.hold([author.id, found.thread.asker.id])).size > 0) return { kind: "not_yours" };
    // Read again: of a question and an answer of one instant the second sees the first.
    const thread = (await store.threads.lock(input.threadId)) ?? found.thread;
    // Thanks and an "ok" wait for no answer: the thread stays as it was.
    const stays = input.files.length === 0 && waitsForNoAnswer(input.text);
    const isOnHold = input.holds === true && side !== "asker" && thread.state !== "answered";
    const { shownAt } = input;
    const later =
      side === "asker" || isOnHold
        ? null
        : await writtenSince(store, { threadId: thread.id, readerId: author.id, shownAt });
    const state = isOnHold ? "read" : side !== "asker" ? "answered" : stays ? thread.state : "unread";
    if (side !== "asker" && !isOnHold) {
      await store.followUps.resolveOfThread(thread.id, { resolution: "contacted", byId: author.id }, now);
    }
    const { text, files, updateId } = input;
    const letter = { threadId: thread.id, text, files, updateId, authorId: author.id };
    const holds = isOnHold || later !== null;
    const messageId = await store.threads.add({ ...letter, holds }, state, now, later?.sentAt);
    if (side !== "asker" && !isOnHold) {
      await endNotices(inside, [thread.id]);
      if (later === null) await endCopies(inside, thread.id);
    }
    if (side !== "asker") {
      const line = { actorId: author.id, action: "question.answer" as const, subject: `thread:${thread.id}` };
      await store.audit.recordOnce(line, input.updateId, now);
    }
    const written = { messageId, author, text, files };
    if (isOnHold) return { ...(await passOn(inside, thread, written)), onHold: true };
    if (later === null) return passOn(inside, thread, written);
    const before = await store.threads.wordsBefore(thread.id, later.messageId);
    return { ...(await passOn(inside, thread, { ...written, before })), wroteAgain: true };
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
