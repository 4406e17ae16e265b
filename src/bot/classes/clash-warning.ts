// What is said above a yes where a session would be held at a strange time; it may be done all the same.
import type { RichText } from "../../domain/messages/message.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { Texts } from "../../texts/index.js";
import { lines } from "../../texts/rich.js";
import type { Clashes } from "../../use-cases/index.js";

export function clashWarning(
  { classPages: { clash } }: Texts,
  { zone, startsOn, endsOn }: TrainingClass,
  { atOnce, isOutside }: Clashes,
): RichText | undefined {
  if (atOnce.length === 0 && !isOutside) return undefined;
  return lines(
    isOutside && clash.outside(startsOn, endsOn),
    atOnce.length > 0 && clash.atOnce({ zone, sessions: atOnce }),
  );
}
