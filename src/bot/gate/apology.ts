// What somebody hears whose message was not handled, because no try could or because there were too many: nobody is left without an
// answer.
import { Api, type ApiClientOptions, GrammyError } from "grammy";
import type { Chat, Update } from "grammy/types";
import { callTelegram, toTelegram } from "../../delivery/telegram/to-telegram.js";
import { isKnown } from "../../domain/people/person.js";
import type { ProgressShown } from "../../ports/queue/taps.js";
import type { World } from "../../ports.js";
import { textsFor } from "../../texts/index.js";
import { menuButtons } from "../talk/main-menu.js";
import { chatsOf, withoutStore } from "../world.js";
import { loadActor } from "./actor.js";
import { type ClosedChatOf, noteClosedChat } from "./reachability.js";

/** Outside of all that handles updates: what failed there must not fail here. Says nothing where there is nobody to tell. */
export function createApology(
  world: World,
  { token, client, closedChatOf }: { token: string; client: ApiClientOptions; closedChatOf: ClosedChatOf },
  sentence: "somethingWentWrong" | "tooMuchAtOnce" = "somethingWentWrong",
): (update: Update) => Promise<void> {
  const api = new Api(token, client);
  const chats = chatsOf(world);
  const say = async (chat: Chat, { update_id: updateId, ...update }: Update): Promise<void> => {
    const { message, edited_message: edited, callback_query: pressed } = update;
    const actor = await loadActor(world, chat.id, (message ?? edited ?? pressed)?.from?.language_code);
    const texts = textsFor(actor.language);
    const apology = { ...texts.common[sentence](), buttons: menuButtons(actor, texts) };
    const messageId = await callTelegram(api, toTelegram(chat.id, apology));
    // Handled all the same later on, its result must come below the apology: above it nobody looks.
    if (!isKnown(actor)) return;
    const { progress } = await chats.forget(chat.id, messageId, world.clock.now());
    if (progress?.updateId === updateId) await takeAway(api, chat.id, progress);
  };
  return async (update) => {
    const chat = update.message?.chat ?? update.edited_message?.chat ?? update.callback_query?.message?.chat;
    if (chat === undefined || chat.type !== "private") return;
    try {
      await say(chat, update);
    } catch (error) {
      if (!(await noteClosedChat(withoutStore(world), chat.id, closedChatOf(error)))) throw error;
    }
  };
}

/** What showed how far it is would go on saying so above the apology. */
async function takeAway(api: Api, chatId: number, { messageId, isOver }: ProgressShown): Promise<void> {
  if (messageId === null || isOver) return;
  await api.deleteMessage(chatId, messageId).catch((error: unknown) => {
    // Gone already, or too old to be taken away.
    if (!(error instanceof GrammyError)) throw error;
  });
}
