// A person blocked the bot or came back: known at once, before anything is sent in vain.
import type { Context } from "grammy";
import { noteBlocked, welcomeBack } from "../../use-cases/index.js";
import type { BotWorld } from "../world.js";

export function noteReachability(world: BotWorld) {
  return async (ctx: Context): Promise<void> => {
    const telegramId = ctx.chatId;
    const status = ctx.myChatMember?.new_chat_member.status;
    if (telegramId === undefined || status === undefined) return;
    if (status !== "kicked" && status !== "left") {
      await welcomeBack(world, telegramId);
      return;
    }
    await noteBlocked(world, telegramId);
  };
}
