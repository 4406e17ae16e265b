// Somebody who had blocked the bot, or was gone, is here again: we may write to them, and offer what they missed in one message.
import { action } from "../../domain/messages/action.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import { postTo } from "../posting.js";

/** What is older has been said again since, or no longer matters. */
const MISSED_DAYS = 14;
const DAY = 86_400_000;

/** Twice is once: only the first sign of life after an absence finds somebody to welcome. */
export async function welcomeBack(world: World, telegramId: number): Promise<{ kind: "was_here" | "welcomed" }> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    if (!(await store.people.markReachable(telegramId))) return { kind: "was_here" };
    const person = await store.people.findByTelegramId(telegramId);
    const missed = person === null ? [] : await store.outbox.missedBy(person.id, sinceWhen(now), now);
    if (person !== null && missed.length > 0) {
      const key = `missed:${person.id}:${now.getTime()}`;
      await postTo(inside, [
        {
          key,
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
    return { kind: "welcomed" };
  });
}

/** They want to read it: what still has its point leaves after all, as it was written. Twice is once. */
export async function bringMissed(world: World, actor: KnownActor): Promise<{ count: number }> {
  const now = world.clock.now();
  const count = await world.transaction(({ store }) => store.outbox.bringMissed(actor.person.id, sinceWhen(now), now));
  return { count };
}

function sinceWhen(now: Date): Date {
  return new Date(now.getTime() - MISSED_DAYS * DAY);
}
