// What somebody hears whose message was not handled, because no try could or because there were too many: nobody is left without an
// answer.
import { Api, type ApiClientOptions } from "grammy";
import type { Update } from "grammy/types";
import { callTelegram, toTelegram } from "../../delivery/telegram/to-telegram.js";
import { isKnown } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import { textsFor } from "../../texts/index.js";
import { menuButtons } from "../talk/menu.js";
import { loadActor } from "./actor.js";

/** Outside of all that handles updates: what failed there must not fail here. Says nothing where there is nobody to tell. */
export function createApology(
  world: World,
  { token, client }: { token: string; client: ApiClientOptions },
  sentence: "somethingWentWrong" | "tooMuchAtOnce" = "somethingWentWrong",
): (update: Update) => Promise<void> {
  const api = new Api(token, client);
  return async ({ message, edited_message: edited, callback_query: pressed }) => {
    const chat = message?.chat ?? edited?.chat ?? pressed?.message?.chat;
    if (chat === undefined || chat.type !== "private") return;
    const actor = await loadActor(world, chat.id, (message ?? edited ?? pressed)?.from?.language_code);
    const texts = textsFor(actor.language);
    const apology = { ...texts.common[sentence](), buttons: menuButtons(actor, texts) };
    const messageId = await callTelegram(api, toTelegram(chat.id, apology));
    // Handled all the same later on, its result must come below the apology: above it nobody looks.
    if (isKnown(actor)) await world.store.taps.forget(chat.id, messageId, world.clock.now());
  };
}
