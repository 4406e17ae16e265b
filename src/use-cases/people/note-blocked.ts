// Somebody blocked the bot: they cannot be written to, and what still waits for them does not leave. Twice is once.
import type { World } from "../../ports.js";

export async function noteBlocked(world: World, telegramId: number): Promise<void> {
  const now = world.clock.now();
  await world.transaction(async ({ store }) => {
    await store.people.markUnreachable(telegramId, "blocked", now);
    const person = await store.people.findByTelegramId(telegramId);
    if (person !== null) await store.outbox.cancelFor(person.id, "blocked", now);
  });
}
