// Somebody at a phone in the demo who reads what comes before they press on.
import { setTimeout as delay } from "node:timers/promises";
import type { Person, World } from "../../src/sandbox/shapes.js";

const PATIENCE_MILLISECONDS = 60_000;
/** When nothing has moved for so long, the answer is whole. */
const QUIET_MILLISECONDS = 400;

export type Does = (phone: Person, act: (phone: Person) => unknown) => Promise<void>;

/** Each act is done when the bot has answered it, and is not busy any more. */
export function clerkIn(sandbox: World): Does {
  return async (phone, act) => {
    let movedAt = 0;
    const stop = sandbox.onChange(({ kind, chatId }) => {
      if (chatId === phone.id && (kind === "message" || kind === "edit")) movedAt = performance.now();
    });
    const before = phone.received().length;
    const words = JSON.stringify(phone.received());
    try {
      act(phone);
      const startedAt = performance.now();
      for (;;) {
        await delay(20);
        const isAnswered = phone.received().length > before || JSON.stringify(phone.received()) !== words;
        const isBusy = phone.lastMessage()?.text?.startsWith("⏳") === true;
        if (isAnswered && !isBusy && performance.now() - movedAt > QUIET_MILLISECONDS) return;
        if (performance.now() - startedAt > PATIENCE_MILLISECONDS) {
          throw new Error(`${phone.name} is not answered: ${phone.lastMessage()?.text}`);
        }
      }
    } finally {
      stop();
    }
  };
}
