// A tenth of the people pause once, another tenth gets a new phone: by their place in the month, each of a chance of its own, so that the
// month of all others stays as it was.

import { PAUSE_REASONS, USUAL_PAUSE_DAYS } from "../../../src/domain/people/pause.js";
import { addDays } from "../../../src/domain/time/calendar.js";
import type { Stage } from "../../support/stage/stage.js";
import { pausing } from "../../support/world/pauses.js";
import { chanceOf } from "../random.js";
import { handoverOf } from "./handovers.js";
import { ACTS_AT, LAST_DAY, type Someone } from "./lived.js";

const DAY = 86_400_000;

/** From the week of the class to the last days of the plans; undefined: they keep theirs. */
export function newPhoneAt(n: number, seed: number): Date | undefined {
  if (n % 10 !== 3) return undefined;
  return new Date(Date.parse("2024-06-04") + chanceOf(seed * 7919 + n).below(32) * DAY);
}

/** The old one lies in a drawer: everything is brought to the new one by the number. */
export async function changePhone(stage: Stage, one: Someone, now: Date): Promise<void> {
  const { name, phone: number } = await stage.db.person.findUniqueOrThrow({ where: { id: one.id } });
  const fresh = stage.person({ name: `${name} (baru)`, phone: String(number).slice(1) });
  for (const act of [
    () => fresh.start(),
    () => fresh.presses("✅ Setuju"),
    () => fresh.sharesContact(),
    () => fresh.presses("✅ Ya, pindahkan"),
  ]) {
    act();
    await stage.listen();
  }
  one.formerPhones.push({ phone: one.phone, until: now });
  one.phone = fresh;
}

/** After the class, at a moment at which people act; null: never. */
export function pausesAt(n: number, seed: number): Date | null {
  // Some hand over because they will be away for long: a few days after they have said so.
  const handover = n % 40 === 17 ? handoverOf(n, seed) : null;
  const least = Date.parse(addDays(LAST_DAY, 1));
  if (handover !== null) return new Date(Math.max(least, handover.at.getTime() - 3 * DAY));
  if (n % 10 !== 5) return null;
  const chance = chanceOf(seed * 7_919 + n);
  return new Date(
    Date.parse(`${addDays(LAST_DAY, 1 + chance.below(31))}T00:00:00Z`) + chance.oneOf(ACTS_AT) * 3_600_000,
  );
}

export async function pause(stage: Stage, one: Someone, now: Date): Promise<void> {
  const reason = one.chance.oneOf(PAUSE_REASONS);
  const { pause: begun } = await pausing(stage.world, one.id, one.chance.oneOf(USUAL_PAUSE_DAYS), reason);
  one.pause = { from: now, fromOn: begun.fromOn, untilOn: begun.untilOn };
}
