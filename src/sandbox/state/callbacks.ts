// Presses of inline buttons that wait for the bot's answer; each can be answered once, and not for ever.
import type { SandboxClock } from "../clock.js";

export interface CallbackAnswer {
  readonly queryId: string;
  readonly userId: number;
  readonly data: string;
  readonly text?: string;
  readonly showAlert: boolean;
  readonly url?: string;
  readonly at: Date;
}

export interface CallbackStore {
  /** Answers given, oldest first: what the people saw as a toast or an alert. */
  readonly answers: readonly CallbackAnswer[];
  pressed(userId: number, data: string): string;
  /** False when the query is unknown, already answered or too old. */
  answer(queryId: string, answer: { text?: string; showAlert: boolean; url?: string }): boolean;
  /** Presses that still turn their little wheel. */
  waiting(): number;
}

/** Telegram drops a query after about 150 s. */
const DROPPED_AFTER_MS = 150_000;

export function createCallbackStore(clock: SandboxClock, firstId: bigint): CallbackStore {
  let nextId = firstId;
  const open = new Map<string, { userId: number; data: string; at: number }>();
  const answers: CallbackAnswer[] = [];
  const fresh = (at: number) => clock.now().getTime() - at <= DROPPED_AFTER_MS;
  return {
    answers,
    pressed: (userId, data) => {
      const id = String(nextId++);
      open.set(id, { userId, data, at: clock.now().getTime() });
      return id;
    },
    answer: (queryId, { text, showAlert, url }) => {
      const press = open.get(queryId);
      open.delete(queryId);
      if (press === undefined || !fresh(press.at)) return false;
      answers.push({
        queryId,
        userId: press.userId,
        data: press.data,
        ...(text === undefined ? {} : { text }),
        showAlert,
        ...(url === undefined ? {} : { url }),
        at: clock.now(),
      });
      return true;
    },
    waiting: () => [...open.values()].filter((press) => fresh(press.at)).length,
  };
}
