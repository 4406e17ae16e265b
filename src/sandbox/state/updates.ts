// The queue of updates that the bot has not confirmed yet.
import type { Update } from "grammy/types";
import type { SandboxClock } from "../clock.js";

export type UpdateContent = Omit<Update, "update_id">;
export type UpdateKind = Exclude<keyof Update, "update_id">;

export interface UpdateQueue {
  /** Every update that was ever queued, oldest first; what a test redelivers from. */
  readonly history: readonly Update[];
  push(content: UpdateContent): Update | undefined;
  /** What waits, oldest first. Updates older than a day are gone. */
  pending(limit?: number): Update[];
  readonly size: number;
  confirmBefore(offset: number): void;
  remove(update: Update): void;
  /** Empties the queue and returns what was in it. */
  take(): Update[];
  /** Which kinds are queued from now on; undefined keeps the setting, an empty list is the default setting. */
  allow(kinds: readonly UpdateKind[] | undefined): void;
  readonly allowed: readonly UpdateKind[];
  /** Puts updates into the queue once more, as Telegram does when a confirmation was lost; in the given order. */
  redeliver(...updates: Update[]): void;
  /** After a quiet week Telegram goes on with another identifier. */
  jumpIds(by: number): void;
  onPush(listener: (update: Update) => void): () => void;
}

interface Queued {
  readonly update: Update;
  readonly at: number;
  /** Redelivered ones stay although the offset is past them, until they were handed out. */
  sticky: boolean;
}

/** Telegram keeps undelivered updates for 24 hours. */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** These kinds come only when they are asked for by name. */
const ON_REQUEST: readonly string[] = ["chat_member", "message_reaction", "message_reaction_count"];

export function createUpdateQueue(clock: SandboxClock, firstId: number): UpdateQueue {
  let nextId = firstId;
  let queue: Queued[] = [];
  let allowed: readonly UpdateKind[] = [];
  const history: Update[] = [];
  const listeners = new Set<(update: Update) => void>();

  const wanted = (content: UpdateContent) =>
    Object.keys(content).every((kind) =>
      allowed.length === 0 ? !ON_REQUEST.includes(kind) : allowed.some((name) => name === kind),
    );
  const enqueue = (update: Update, sticky: boolean) => {
    queue.push({ update, at: clock.now().getTime(), sticky });
    for (const listener of [...listeners]) listener(update);
  };

  return {
    history,
    get size() {
      return queue.length;
    },
    get allowed() {
      return allowed;
    },
    push: (content) => {
      if (!wanted(content)) return undefined;
      const update: Update = { update_id: nextId++, ...structuredClone(content) };
      history.push(update);
      enqueue(update, false);
      return update;
    },
    pending: (limit = Number.POSITIVE_INFINITY) => {
      const oldest = clock.now().getTime() - KEPT_MS;
      queue = queue.filter((queued) => queued.at >= oldest);
      const batch = queue.slice(0, limit);
      for (const queued of batch) queued.sticky = false;
      return batch.map((queued) => queued.update);
    },
    confirmBefore: (offset) => {
      queue = queue.filter((queued) => queued.sticky || queued.update.update_id >= offset);
    },
    remove: (update) => {
      const at = queue.findIndex((queued) => queued.update === update);
      if (at >= 0) queue.splice(at, 1);
    },
    take: () => {
      const taken = queue.map((queued) => queued.update);
      queue = [];
      return taken;
    },
    allow: (kinds) => {
      if (kinds !== undefined) allowed = kinds;
    },
    redeliver: (...updates) => {
      for (const update of updates) enqueue(update, true);
    },
    jumpIds: (by) => {
      nextId += by;
    },
    onPush: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
