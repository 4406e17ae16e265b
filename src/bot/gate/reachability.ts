// A person blocked the bot or came back: known at once, before anything is sent in vain.
import type { Context } from "grammy";
import type { UnreachableCause } from "../../domain/people/person.js";
import { noteUnreachable, welcomeBack } from "../../use-cases/index.js";
import type { BotWorld } from "../world.js";

/** Reads in an error that Telegram has closed a chat to us; "perhaps": it does not find it now. Null: the error says nothing of the kind. */
export type ClosedChatOf = (error: unknown) => { chatId: number; cause: UnreachableCause | "perhaps" } | null;

export function noteReachability(world: BotWorld) {
  return async (ctx: Context): Promise<void> => {
    const telegramId = ctx.chatId;
    const status = ctx.myChatMember?.new_chat_member.status;
    if (telegramId === undefined || status === undefined) return;
    if (status !== "kicked" && status !== "left") {
      await welcomeBack(world, telegramId);
      return;
    }
    await noteUnreachable(world, telegramId, "blocked");
  };
}

/**
 * A reply that found the chat closed: they blocked the bot, or their account went, between writing and our answer. Nobody is there to
 * read it, so it is no trouble of ours, and to try again reaches nobody. Returns whether that is what happened. A chat that is not found
 * may be there tomorrow: what is sent unasked finds that out.
 */
export async function noteClosedChat(
  world: BotWorld,
  chatId: number | undefined,
  closed: ReturnType<ClosedChatOf>,
): Promise<boolean> {
  if (closed === null || closed.chatId !== chatId) return false;
  if (closed.cause !== "perhaps") await noteUnreachable(world, closed.chatId, closed.cause);
  return true;
}
