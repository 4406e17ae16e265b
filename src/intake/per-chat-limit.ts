// How much of one chat is read. It is more than a person can tap, and no more, so that each chat costs the same.
import type { InboxPort, ReceivedUpdate } from "../ports/queue/inbox.js";
import { chatOf } from "./chat-of.js";

/**
 * Two a second for a whole minute: a person who answers as fast as they can read taps half as often, and a phone forwards a hundred
 * messages at once at most. Programs send hundreds a second.
 */
export const MOST_A_MINUTE = 120;
const MINUTE_MILLISECONDS = 60_000;
/** Chats remembered before those that were quiet for a minute are forgotten. */
const MOST_REMEMBERED = 1000;
/** A webhook brings updates one by one: looked through at each, the chats of a busy minute would cost more than their updates. */
const BETWEEN_LOOKS_MILLISECONDS = 1000;

interface Flow {
  /** Updates of the last minute that were let through, by id: brought again they count once. */
  passed: Map<number, number>;
  /** The one that stands for all that were too many: it is let through, to be answered by a word about that. */
  told: number | undefined;
  /** When the last one was too many. */
  floodedAt: number;
}

export interface PerChatLimit {
  /** An inbox that takes of each chat what it may send; the rest is dropped at the door, but for one, which says so. */
  inbox: Pick<InboxPort, "accept">;
  /** Whether this update was let in to be handled: nothing is done for the others. */
  hasPassed(update: object): boolean;
}

export function limitPerChat(inbox: Pick<InboxPort, "accept">, most = MOST_A_MINUTE): PerChatLimit {
  const flows = new Map<number, Flow>();

  let lookedAt = 0;

  const forget = (now: number) => {
    // Both ways, as below.
    if (flows.size <= MOST_REMEMBERED || Math.abs(now - lookedAt) < BETWEEN_LOOKS_MILLISECONDS) return;
    lookedAt = now;
    for (const [chatId, { passed }] of flows) {
      if ([...passed.values()].every((at) => isOver(at, now))) flows.delete(chatId);
    }
  };

  const judge = (update: ReceivedUpdate, now: number): ReceivedUpdate[] => {
    const flow = flows.get(update.chatId) ?? { passed: new Map(), told: undefined, floodedAt: 0 };
    flows.set(update.chatId, flow);
    for (const [id, at] of flow.passed) if (isOver(at, now)) flow.passed.delete(id);
    if (flow.passed.has(update.updateId)) return [update];
    if (flow.passed.size < most) {
      // A flood that goes on is one flood.
      if (isOver(flow.floodedAt, now)) flow.told = undefined;
      flow.passed.set(update.updateId, now);
      return [update];
    }
    flow.floodedAt = now;
    flow.told ??= update.updateId;
    return flow.told === update.updateId ? [{ ...update, isExcess: true }] : [];
  };

  return {
    inbox: {
      accept(updates, now) {
        forget(now.getTime());
        const welcome = updates.flatMap((update) => judge(update, now.getTime()));
        return inbox.accept(welcome, now);
      },
    },
    hasPassed(update) {
      const id = "update_id" in update ? update.update_id : undefined;
      return typeof id === "number" && flows.get(chatOf(update))?.passed.has(id) === true;
    },
  };
}

/** Compared both ways: a clock that is set back must not shut a chat out. */
const isOver = (at: number, now: number) => Math.abs(now - at) >= MINUTE_MILLISECONDS;
