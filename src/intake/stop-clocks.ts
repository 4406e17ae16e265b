// Whoever presses a button sees a little clock turn on it until Telegram hears from us. It is stopped at the door, before the chat's
// lane takes the press up: when thousands press at once, each sees within a second that it arrived, and the answer follows.
import type { Api } from "grammy";
import { causeOf, type Log } from "../ports/log.js";

/** Call it with updates that are written down. It waits for nothing: an answer lost here costs a turning clock, no message. */
export function createClockStopper(api: Pick<Api, "answerCallbackQuery">, log: Log): (updates: object[]) => void {
  return (updates) => {
    for (const update of updates) {
      const id = pressIn(update);
      if (id === undefined) continue;
      // Too old to be answered (Telegram drops it after some seconds), or brought twice and stopped before.
      api
        .answerCallbackQuery(id)
        .catch((error: unknown) => log.debug("stopping a button's clock failed", { cause: causeOf(error) }));
    }
  };
}

function pressIn(update: object): string | undefined {
  const press = "callback_query" in update ? update.callback_query : undefined;
  if (typeof press !== "object" || press === null || !("id" in press)) return undefined;
  return typeof press.id === "string" ? press.id : undefined;
}
