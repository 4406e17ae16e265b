// Job: changes the mornings of today as people on them are dealt with: a person who was is ticked off, also where a colleague did it.
import { dealtWith } from "../../../domain/caseload/morning.js";
import { dayIn } from "../../../domain/time/calendar.js";
import { ZONES } from "../../../domain/time/zone.js";
import type { World } from "../../../ports.js";
import { textsFor } from "../../../texts/index.js";
import { morningMessage, shownOf } from "./morning-message.js";
import { needsInFull } from "./needs-in-full.js";
import { needsOfTrainers } from "./needs-of-trainers.js";

/** Half a minute of what Telegram takes: the others follow with the next run. */
const MOST_AT_ONCE = 900;

const NOTHING = { needs: [], late: 0, remindable: 0, count: () => 0 };

/** Twice is once: what says already who is dealt with is not changed. A message that is gone is no error, and asked for no more. */
export async function tickMornings(world: World): Promise<{ changed: number }> {
  const { store, clock, screens } = world;
  const days = ZONES.map((zone) => ({ zone, day: dayIn(zone, clock.now()) }));
  const standing = await store.mornings.standing(days);
  const found = await needsOfTrainers(
    world,
    standing.map(({ trainer }) => trainer.id),
  );
  const allChanged = standing.flatMap((one) => {
    const { needs, late, remindable, count } = found.get(one.trainer.id) ?? NOTHING;
    // Of all, not of those shown alone: the numbers of the others follow too.
    const done = dealtWith(one.needs, needs);
    return done.join() === one.done.join() ? [] : [{ ...one, now: needs, done, late, remindable, count }];
  });
  if (allChanged.length === 0) return { changed: 0 };
  const changed = allChanged.slice(0, MOST_AT_ONCE);
  const full = await needsInFull(
    world,
    changed.flatMap(({ needs }) => shownOf(needs)),
  );
  const covers = await store.absences.coversOf(
    changed.map(({ trainer }) => trainer.id),
    clock.now(),
  );
  let count = 0;
  for (const { id, trainer, chatId, messageId, ...morning } of changed) {
    const shown = shownOf(morning.needs).map((need) => full.get(need) ?? null);
    const message = morningMessage(textsFor(trainer.language), {
      ...morning,
      shown,
      covers: covers.get(trainer.id) ?? [],
    });
    const became = await screens.change(chatId, messageId, message);
    // Telegram asks for patience: the next run tries again.
    if (typeof became === "number") continue;
    await store.mornings.noteDone(id, morning.done);
    if (became === "shown") count += 1;
  }
  return { changed: count };
}
