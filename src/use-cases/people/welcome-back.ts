// Somebody who had blocked the bot, or was gone, is here again: we may write to them, and offer what they missed in one message.
import { action } from "../../domain/messages/action.js";
import { type KnownActor, missedSince, type Person } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import { postTo } from "../posting.js";

/** Twice is once: only the first sign of life after an absence finds somebody to welcome. */
export async function welcomeBack(world: World, telegramId: number): Promise<{ kind: "was_here" | "welcomed" }> {
  return world.transaction(async (inside) => {
    const { store } = inside;
    if (!(await store.people.markReachable(telegramId))) return { kind: "was_here" };
    const person = await store.people.findByTelegramId(telegramId);
    if (person !== null) await offerMissed(inside, person);
    return { kind: "welcomed" };
  });
}

/** Call it in the transaction in which they can be written to again. */
export async function offerMissed(inside: World, person: Person): Promise<void> {
  const now = inside.clock.now();
  const missed = await inside.store.outbox.missedBy(person.id, missedSince(now), now);
  if (missed.length === 0) return;
  await postTo(inside, [
    {
      key: `missed:${person.id}:${now.getTime()}`,
      kind: "answer",
      to: person,
      names: [],
      say: ({ comingBack }) => ({
        ...comingBack.offer(missed),
        buttons: [
          [{ label: comingBack.bring, data: action("missed", "bring"), tone: "primary" }],
          [{ label: comingBack.leave, data: action("missed", "leave") }],
        ],
      }),
    },
  ]);
}

/** They want to read it: what still has its point leaves after all, as it was written. Twice is once. */
export async function bringMissed(world: World, actor: KnownActor): Promise<{ count: number }> {
  const now = world.clock.now();
  const count = await world.transaction(({ store }) =>
    store.outbox.bringMissed(actor.person.id, missedSince(now), now),
  );
  return { count };
}
