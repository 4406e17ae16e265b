// A person blocked the bot or came back: known at once, before anything is sent in vain.
import type { Context } from "grammy";
import type { World } from "../../ports.js";

export function noteReachability(world: World) {
  return async (ctx: Context): Promise<void> => {
    const telegramId = ctx.chatId;
    const status = ctx.myChatMember?.new_chat_member.status;
    if (telegramId === undefined || status === undefined) return;
    const now = world.clock.now();
    await world.store.transaction(async (store) => {
      if (status !== "kicked" && status !== "left") {
        await store.people.markReachable(telegramId);
        return;
      }
      await store.people.markUnreachable(telegramId, "blocked", now);
      const person = await store.people.findByTelegramId(telegramId);
      if (person !== null) await store.outbox.cancelFor(person.id, "blocked", now);
    });
  };
}
