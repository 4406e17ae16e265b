// Somebody blocked the bot or is gone from Telegram: they cannot be written to, and what still waits for them does not leave. Twice is once.
import type { UnreachableCause } from "../../domain/people/person.js";
import type { World } from "../../ports.js";

export async function noteUnreachable(world: World, telegramId: number, cause: UnreachableCause): Promise<void> {
  const now = world.clock.now();
  await world.transaction(async ({ store }) => {
    await store.people.markUnreachable(telegramId, cause, now);
    const person = await store.people.findByTelegramId(telegramId);
    if (person !== null) await store.outbox.cancelFor(person.id, cause === "blocked" ? cause : "unreachable", now);
  });
}
