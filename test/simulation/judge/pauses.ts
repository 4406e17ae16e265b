// A pause: nothing unasked while it lasts, and one welcome after it.
import { addDays, type Day, instantAt } from "../../../src/domain/time/calendar.js";
import { type Someone, takesPart } from "../month/lived.js";
import { type Heard, OWED_WORDS, say } from "./heard.js";
import type { Verdict } from "./verdict.js";

/** Last days of a pause that leave time for the welcome, whatever else waits to be said. */
const WELCOMED_BEFORE: Day = "2024-07-08";

/** Days until there is room for it. */
const WELCOMED_WITHIN = 5;

/** Whoever comes back from away has asked for the offer. */
export function judgePause(one: Someone, heard: Heard[], verdict: Verdict): void {
  const welcomes = heard.filter(({ parts }) => parts.some(({ kind }) => kind === "welcome"));
  if (one.pause === null) {
    if (welcomes.length > 0) verdict.welcomes.push(`${one.id}: ${welcomes.length} without a pause`);
    return;
  }
  const { from, untilOn } = one.pause;
  const over = instantAt(one.zone, addDays(untilOn, 1), "08:00");
  const meanwhile = heard.filter(
    ({ at, parts }) => at > from && at < over && !parts.every(({ kind }) => ["offer", ...OWED_WORDS].includes(kind)),
  );
  verdict.whilePaused.push(...meanwhile.map((message) => say(one, message)));
  // Who has handed over meanwhile comes back to nothing.
  const isOwed =
    takesPart(one, over, instantAt(one.zone, addDays(untilOn, WELCOMED_WITHIN), "08:00")) &&
    untilOn < WELCOMED_BEFORE &&
    one.away.length === 0;
  if (isOwed) verdict.owed.welcomes += 1;
  if (welcomes.length > 1 || (isOwed && welcomes.length === 0)) verdict.welcomes.push(`${one.id}: ${welcomes.length}`);
}
