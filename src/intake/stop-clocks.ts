// Anyone who presses a button sees a little clock turn on it until Telegram hears from us. It is stopped at the door, before the chat's
// lane takes the press up: when thousands press at once, each sees within a second or two that it arrived, and the answer follows.
import type { Api } from "grammy";
import { causeOf, type Log } from "../ports/queue/log.js";

/** Calls at once: a thousand presses a second at 100 ms a call. */
const AT_ONCE = 100;
/** While the processor is the bottleneck: enough to keep it busy; a hundred would hold up every other call by their own length. */
const AT_ONCE_WHEN_SATURATED = 10;

export interface ClockStopperOptions {
  api: Pick<Api, "answerCallbackQuery">;
  log: Log;
  isSaturated: () => boolean;
}

export interface ClockStopper {
  /** Call it with updates that are written down. It waits for nothing: an answer lost here costs a turning clock, no message. */
  stop(updates: object[]): void;
  /** Whether clocks still turn that we have not got round to. */
  isBehind(): boolean;
}

export function createClockStopper({ api, log, isSaturated }: ClockStopperOptions): ClockStopper {
  const waiting: string[] = [];
  let underWay = 0;

  const stopSome = () => {
    const most = isSaturated() ? AT_ONCE_WHEN_SATURATED : AT_ONCE;
    for (const id of waiting.splice(0, Math.max(0, most - underWay))) {
      underWay += 1;
      api
        .answerCallbackQuery(id)
        // Too old to be answered (Telegram drops it after some seconds), or brought twice and stopped before.
        .catch((error: unknown) => log.debug("update.clock-not-stopped", { cause: causeOf(error) }))
        .finally(() => {
          underWay -= 1;
          stopSome();
        });
    }
  };

  return {
    stop(updates) {
      waiting.push(...updates.map(pressIn).filter((id) => id !== undefined));
      stopSome();
    },
    isBehind: () => waiting.length > 0,
  };
}

function pressIn(update: object): string | undefined {
  const press = "callback_query" in update ? update.callback_query : undefined;
  if (typeof press !== "object" || press === null || !("id" in press)) return undefined;
  return typeof press.id === "string" ? press.id : undefined;
}
