// Whether this process has as much to do as it can: then more chats at once make everything slower and nothing sooner.
import { performance } from "node:perf_hooks";

/** Above this part of its time the event loop has no rest left to wait in. */
const SATURATED = 0.9;
/** Long enough to tell load from a hiccup, short enough to notice a crowd. */
const WINDOW_MILLISECONDS = 100;

export function createSaturation(): () => boolean {
  let since = performance.eventLoopUtilization();
  let lookedAt = performance.now();
  let isSaturated = false;
  return () => {
    if (performance.now() - lookedAt < WINDOW_MILLISECONDS) return isSaturated;
    isSaturated = performance.eventLoopUtilization(since).utilization > SATURATED;
    since = performance.eventLoopUtilization();
    lookedAt = performance.now();
    return isSaturated;
  };
}
