// A person blocked the bot or came back: known at once, before anything is sent in vain.
import type { Context } from "grammy";
import type { World } from "../../ports.js";
import { welcomeBack } from "../../use-cases/index.js";

export function noteReachability(world: World) {
  return async (ctx: Context): Promise<void> => {
    const telegramId = ctx.chatId;
    const status = ctx.myChatMember?.new_chat_member.status;
    if (telegramId === undefined || status === undefined) return;
    const now = world.clock.now();
    if (status !== "kicked" && status !== "left") {
      await welcomeBack(world, telegramId);
      return;
    }
    await world.store.transaction(async (store) => {
      await store.people.markUnreachable(telegramId, "blocked", now);
      const person = await store.people.findByTelegramId(telegramId);
      if (person !== null) await store.outbox.cancelFor(person.id, "blocked", now);
    });
  };
}
