// How people reach us: the way of every update, top to bottom.

import { conversations, createConversation } from "@grammyjs/conversations";
import { type ApiClientOptions, Bot, BotError } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import { readAction } from "../domain/messages/action.js";
import type { ConversationsPort } from "../ports/queue/conversations.js";
import { handlingNow } from "../ports/queue/handling.js";
import type { Sleep } from "../ports/queue/waiting.js";
import type { World } from "../ports.js";
import { textsFor } from "../texts/index.js";
import { unfinishedDrafts, withRulesNow } from "../use-cases/index.js";
import { answerPress } from "./answer-press.js";
import type { BotContext, InnerContext } from "./context.js";
import { conversationStorage, FILL_IN_FORM, keepConversation } from "./forms/conversation-storage.js";
import { causeOfFailure, fillInForm, openForm, sayAgain } from "./forms/fill-in-form.js";
import { loadActor } from "./gate/actor.js";
import { cleanUpdate } from "./gate/clean-update.js";
import { noteComingBack } from "./gate/coming-back.js";
import { withoutExtraTaps } from "./gate/double-tap.js";
import { finishFirst, isTooEarly } from "./gate/finish-first.js";
import { readJoiningWords, takeTypedConsent } from "./gate/joining-words.js";
import { askAgainForConsent, askForName } from "./gate/notice/notice-gate.js";
import { oneAnswerAnAlbum } from "./gate/one-answer-an-album.js";
import { type ClosedChatOf, noteClosedChat, noteReachability } from "./gate/reachability.js";
import { once } from "./kit/once.js";
import { tellingProgress } from "./kit/progress.js";
import { takePhone } from "./registration/account-handlers.js";
import { takeContact } from "./registration/invitation-handlers.js";
import { answerCommand } from "./routes/commands/answer-command.js";
import { findCommand, readCommand, readSpokenCommand } from "./routes/commands/read-command.js";
import { keepCommandMenus } from "./talk/command-menu.js";
import { answerAnythingElse } from "./talk/fallback.js";
import { answerGreetingInForm } from "./talk/small-talk.js";
import { keepAlbumTogether, refuseTooLongReply, takeThreadReply } from "./threads/thread-handlers.js";
import { chatsOf, withoutStore } from "./world.js";

export interface BotParts {
  token: string;
  client: ApiClientOptions;
  botInfo: UserFromGetMe;
  conversations: ConversationsPort;
  /** Tells people who wait long how far it is; missing: nobody is told. */
  sleep?: Sleep;
  closedChatOf: ClosedChatOf;
  /** One line about an error that nobody expected. */
  reportError(error: unknown, updateId: number): void;
}

/** Returns what handles one update. It throws only when even the apology could not be said: intake then tries again. */
export function createBot(whole: World, parts: BotParts): (update: Update) => Promise<void> {
  const bot = new Bot<BotContext>(parts.token, { client: parts.client, botInfo: parts.botInfo });
  const storage = conversationStorage(parts.conversations);
  const chats = chatsOf(whole);
  const world = withoutStore(whole);

  // 1. Private chats only: in a group nobody should have to answer before others.
  const people = bot.chatType("private");

  // 2. Whether we can still write to them: before anything that could take the update for an answer.
  people.on("my_chat_member", noteReachability(world));

  // 3. Who speaks, and in which language. A pressed button's clock was stopped at the door (intake/stop-clocks.ts).
  people.use(async (ctx, next) => {
    ctx.world = await withRulesNow(whole).then(withoutStore);
    ctx.chats = chats;
    ctx.saidAt = handlingNow()?.saidAt ?? world.clock.now();
    ctx.actor = await loadActor(world, ctx.from?.id ?? ctx.chat.id, ctx.from?.language_code);
    ctx.texts = textsFor(ctx.actor.language);
    ctx.begun = once(() => unfinishedDrafts(world, ctx.actor));
    ctx.report = (error) => parts.reportError(error, ctx.update.update_id);
    await next();
  });
  people.use(keepCommandMenus());
  people.use(withoutExtraTaps(world));
  people.use(tellingProgress(parts.sleep));
  people.use(oneAnswerAnAlbum());

  // On the way into a class: "ya" under the notice, the class's link as text.
  people.use(readJoiningWords);

  people.use(noteComingBack);

  // 4. Whether they have agreed to the notice in force: a new one stands before the next question.
  people.use(askAgainForConsent);

  // 5. Telegram's own reply to a question or an answer goes there, whatever form is open.
  people.on("message", keepAlbumTogether);
  people.on("message", takeThreadReply);

  // 6. Where they are in a form. What the plugin stores is carried out when everything below is done, and not at all when it fails.
  people.use(async (ctx, next) => {
    try {
      await keepConversation(parts.conversations)(ctx, next);
    } catch (error) {
      throw causeOfFailure(ctx, error);
    }
  });
  people.use(conversations<BotContext, InnerContext>({ storage: { type: "context", adapter: storage } }));

  // 7. An update that ended a form, and is handled again: the same end.
  people.use(sayAgain);

  people.on("message", refuseTooLongReply);
  people.on("message:text", answerGreetingInForm);

  // 8. The answer to the open question. Commands and other buttons pass through it, see isAnswer().
  people.use(createConversation<BotContext, InnerContext>(fillInForm, FILL_IN_FORM));

  // Anyone who holds a role says their name before they use it.
  people.use(askForName);

  // 9. Commands and buttons work in the middle of every form, and leave it as it is unless they open another.
  people.on("message:text", async (ctx, next) => {
    const typed = readCommand(ctx.message.text) ?? readSpokenCommand(ctx.message.text, openForm(ctx) !== null);
    const command = typed === null ? undefined : findCommand(typed.name);
    if (typed === null || command === undefined) return next();
    if (isTooEarly(ctx, command)) return finishFirst(ctx);
    await answerCommand(ctx, command, typed.argument);
  });
  people.on("message:text", takeTypedConsent);
  people.on("callback_query:data", async (ctx, next) => {
    const pressed = readAction(ctx.callbackQuery.data);
    if (pressed === null) return next();
    await answerPress(ctx, pressed);
  });

  // 10. A number shared for an invitation, by nobody yet who could have a form; or in place of an old one.
  people.on("message:contact", async (ctx, next) => {
    if (!(await takeContact(ctx)) && !(await takePhone(ctx))) await next();
  });

  // 11. Nobody is left without an answer.
  people.on(["message", "edited_message", "callback_query"], answerAnythingElse);

  return async (update) => {
    try {
      await bot.handleUpdate(cleanUpdate(update));
    } catch (error) {
      const chatId = error instanceof BotError ? error.ctx.chatId : undefined;
      if (await noteClosedChat(world, chatId, parts.closedChatOf(error))) return;
      parts.reportError(error, update.update_id);
      throw error;
    }
  };
}
