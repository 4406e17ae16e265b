// A class on the button that chooses it.
import { fitLabel } from "../../domain/messages/button-label.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Texts } from "../../texts/index.js";

/** Names come back in each wave and each year: of several classes the first day tells which is meant. */
export function classLabel(
  { programme }: Texts,
  { name, startsOn }: { name: string; startsOn: Day },
  among: number,
): string {
  return among === 1 ? fitLabel(name, undefined, { isName: true }) : programme.classEntry(name, startsOn);
}
