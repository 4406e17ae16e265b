// What the tests of intake share: updates of several chats, and waiting that takes real but little time.
import { setTimeout as delay } from "node:timers/promises";
import type { Update } from "grammy/types";
import { DEADLINE_MILLISECONDS } from "../../src/intake/under-deadline.js";
import type { Sleep } from "../../src/ports/queue/waiting.js";

export const NOW = new Date("2024-06-03T01:00:00Z");
export const clock = { now: () => NOW };

/** A deadline that never comes, however busy the machine that runs the tests; other waits as in quickSleep. */
export const sleepWithoutDeadline: Sleep = async (milliseconds, signal) => {
  if (milliseconds < DEADLINE_MILLISECONDS) return quickSleep(milliseconds, signal);
  await new Promise((resolve) => signal?.addEventListener("abort", resolve));
};

/** A hundred times quicker than asked for: a second's back-off takes 10 ms. */
export const quickSleep: Sleep = async (milliseconds, signal) => {
  await delay(milliseconds / 100, undefined, { signal: signal as AbortSignal }).catch(() => undefined);
};

export function update(update_id: number, chatId: number, text = `${update_id}`): Update {
  const from = { id: chatId, is_bot: false, first_name: "Siti" };
  const chat = { id: chatId, type: "private" as const, first_name: "Siti" };
  return { update_id, message: { message_id: update_id, date: 0, chat, from, text } } as Update;
}

export const received = (one: Update) => ({
  updateId: one.update_id,
  chatId: one.message!.chat.id,
  payload: one,
});
